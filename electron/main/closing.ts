/** What of a window closing it needs. */
export interface ClosingWindow {
  readonly isDestroyed: () => boolean;
  readonly close: () => void;
  readonly destroy: () => void;
}

/** What holding a window for an unsaved page needs. */
export interface ClosingTools {
  /** Asks the page to save now. */
  readonly save: () => void;
  /** Asks the person; true means leaving without what is not saved. */
  readonly askToLeave: () => Promise<boolean>;
  /** How long the page has for saving, in milliseconds. */
  readonly patienceMs: number;
}

/** What to tell of a window, so that nothing unsaved is lost with it. */
export interface UnsavedGuard {
  /** The window is going to close; its page is asked next. */
  readonly closing: () => void;
  /** The page holds on because something is not saved. */
  readonly held: () => void;
}

/**
 * Guards a page that holds on because something is not saved. On closing it saves and closes again
 * by itself; if the page still holds, the person decides. A page that was only to be loaded again
 * saves and stays.
 */
export function guardUnsaved(window: ClosingWindow, tools: ClosingTools): UnsavedGuard {
  let phase: 'idle' | 'saving' | 'tried' | 'asking' = 'idle';
  let isClosing = false;
  const closeAgain = (): void => {
    phase = 'tried';
    if (!window.isDestroyed()) window.close();
  };
  const ask = async (): Promise<void> => {
    phase = 'asking';
    const leaves = await tools.askToLeave();
    phase = 'idle';
    if (leaves && !window.isDestroyed()) window.destroy();
  };
  const held = (): void => {
    const wasClosing = isClosing;
    isClosing = false;
    if (!wasClosing) tools.save();
    else if (phase === 'tried') void ask();
    else if (phase === 'idle') {
      phase = 'saving';
      tools.save();
      setTimeout(closeAgain, tools.patienceMs);
    }
  };
  return {
    closing: () => {
      isClosing = true;
    },
    held,
  };
}
