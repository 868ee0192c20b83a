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
  readonly keep: () => void;
}

/** How long after the last key a reason is kept. */
const pauseMs = 1000;

/** A keeper of the reason of one answer. */
export function createReasonKeeper({ readKept, send, timers }: KeeperDeps): ReasonKeeper {
  let words: string | null = null;
  let sending: string | null = null;
  let timer: number | null = null;
  const stopWaiting = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const keep = () => {
    stopWaiting();
    const kept = readKept();
    if (words === null || kept === null || words === kept || words === sending) return;
    const sent = words;
    sending = sent;
    void send(sent).finally(() => {
      if (sending === sent) sending = null;
    });
  };
  return {
    keep,
    type(typed) {
      words = typed.trim();
      stopWaiting();
      timer = timers.set(keep, pauseMs);
    },
  };
}
