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

/**
 * What to do each time the page holds its window because something is not saved. The first time
 * it saves and closes again by itself; if the page still holds, the person decides.
 */
export function holdUnsaved(window: ClosingWindow, tools: ClosingTools): () => void {
  let phase: 'idle' | 'saving' | 'tried' | 'asking' = 'idle';
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
  return () => {
    if (phase === 'tried') void ask();
    if (phase !== 'idle') return;
    phase = 'saving';
    tools.save();
    setTimeout(closeAgain, tools.patienceMs);
  };
}
