/** States in the order they were reached, with the one that counts. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** As many steps can be taken back. */
export const HISTORY_LENGTH = 200;

/** A history of one state. */
export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/** Goes on to `next`; what was undone before is forgotten, and the oldest beyond {@link HISTORY_LENGTH}. */
export function record<State>(history: History<State>, next: State): History<State> {
  if (next === history.present) return history;
  return {
    past: [...history.past, history.present].slice(-HISTORY_LENGTH),
    present: next,
    future: [],
  };
}

/** One step back; the same history where there is none. */
export function undo<State>(history: History<State>): History<State> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: last, future: [present, ...future] };
}

/** One step forth again; the same history where nothing was undone. */
export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
