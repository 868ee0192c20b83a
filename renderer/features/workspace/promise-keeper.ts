/** What keeping a reason needs of the world around it. */
export interface KeeperDeps {
  /** The reason as it is kept; null while there is no answer that it could belong to. */
  readonly readKept: () => string | null;
  /** Sends words away to be kept. Whether they were shows in `readKept` afterwards. */
  readonly send: (words: string) => Promise<void>;
  readonly timers: {
    readonly set: (run: () => void, ms: number) => number;
    readonly clear: (timer: number) => void;
  };
}

/** Keeps what is typed: after a pause, and at once when asked to. What was not kept is sent again. */
export interface ReasonKeeper {
  readonly type: (words: string) => void;
  /** Waits with what is typed: an input method is at work, and its letters are no words yet. */
  readonly wait: () => void;
  readonly keep: () => void;
}

/** How long after the last key a reason is kept. */
const pauseMs = 1000;

/**
 * A keeper of the reason of one answer.
 * @param held words that were typed before and are not kept yet
 */
export function createReasonKeeper(
  { readKept, send, timers }: KeeperDeps,
  held: string | null = null,
): ReasonKeeper {
  let words = held;
  let sending: string | null = null;
  let timer: number | null = null;
  const stopWaiting = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const keep = () => {
    stopWaiting();
    const kept = readKept();
    // what is under way will be what is kept: words taken back meanwhile are to be sent as well
    if (words === null || kept === null || words === (sending ?? kept)) return;
    const sent = words;
    sending = sent;
    void send(sent).finally(() => {
      if (sending === sent) sending = null;
    });
  };
  return {
    keep,
    wait: stopWaiting,
    type(typed) {
      words = typed.trim();
      stopWaiting();
      timer = timers.set(keep, pauseMs);
    },
  };
}
