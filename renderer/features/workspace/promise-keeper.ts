/** What keeping a reason needs of the world around it. */
export interface KeeperDeps {
  /** Sends words away to be kept; false when there is nothing that they belong to any more. */
  readonly send: (words: string) => boolean;
  readonly timers: {
    readonly set: (run: () => void, ms: number) => number;
    readonly clear: (timer: number) => void;
  };
}

/** Keeps what is typed: after a pause, and at once when asked to. Nothing is sent twice. */
export interface ReasonKeeper {
  readonly type: (words: string) => void;
  readonly keep: () => void;
}

/** How long after the last key a reason is kept. */
const pauseMs = 1000;

/** A keeper of a reason that reads `note` so far. */
export function createReasonKeeper(note: string, { send, timers }: KeeperDeps): ReasonKeeper {
  let words = note;
  let kept = note;
  let timer: number | null = null;
  const keep = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
    if (words !== kept && send(words)) kept = words;
  };
  return {
    keep,
    type(typed) {
      words = typed.trim();
      if (timer !== null) timers.clear(timer);
      timer = timers.set(keep, pauseMs);
    },
  };
}
