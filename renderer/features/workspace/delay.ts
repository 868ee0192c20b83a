import type { Timers } from './saver.ts';

/** Something that runs a while after it was last begun. */
export interface Delay {
  readonly begin: () => void;
  readonly cancel: () => void;
}

/** Runs once nothing began it anew for a while, and never while an input method is at work. */
export function createDelay(
  options: {
    readonly timers: Timers;
    readonly ms: number;
    readonly isComposing: () => boolean;
  },
  run: () => void,
): Delay {
  const { timers, ms, isComposing } = options;
  let timer: number | null = null;
  const cancel = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const begin = () => {
    cancel();
    timer = timers.set(() => {
      timer = null;
      if (isComposing()) begin();
      else run();
    }, ms);
  };
  return { begin, cancel };
}
