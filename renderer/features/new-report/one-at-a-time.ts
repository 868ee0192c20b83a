/**
 * Does one thing at a time: while it runs, another is not begun. `tell` hears when it begins and
 * when it ends, however it ends.
 */
export function createOneAtATime(
  tell: (busy: boolean) => void,
): (work: () => Promise<void>) => Promise<void> {
  let busy = false;
  const set = (now: boolean) => {
    busy = now;
    tell(now);
  };
  return async (work) => {
    if (busy) return;
    set(true);
    try {
      await work();
    } finally {
      set(false);
    }
  };
}
