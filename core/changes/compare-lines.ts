import { diffText } from '../compare/index.ts';
import type { FlowLine, Run } from '../layout/index.ts';
import type { LineChange, RunChange } from './change.ts';

/** The text of a line as it is printed. */
export function textOfLine({ runs }: Pick<FlowLine, 'runs'>): string {
  return runs.map(({ text }) => text).join('');
}

/** Takes a line's text away from its front, length by length, in the runs it stands in. */
function createRunReader(runs: readonly Run[]): (length: number) => readonly Run[] {
  let rest = runs.filter(({ text }) => text !== '');
  return (length) => {
    const taken: Run[] = [];
    let left = length;
    while (left > 0) {
      const [first, ...others] = rest;
      if (!first) break;
      taken.push({ ...first, text: first.text.slice(0, left) });
      const over = first.text.slice(left);
      rest = over === '' ? others : [{ ...first, text: over }, ...others];
      left -= first.text.length;
    }
    return taken;
  };
}

/** A line that stands in one state only. */
export function moveWhole(line: FlowLine, state: 'inserted' | 'deleted'): LineChange {
  const kind = state === 'inserted' ? 'added' : 'removed';
  const runs = line.runs.filter(({ text }) => text !== '').map((run) => ({ kind, run }) as const);
  return { type: 'line', state, line, runs };
}

/**
 * A line that stands in both states, word by word. What both have looks as it does in the later.
 */
export function compareLines(before: FlowLine, after: FlowLine): LineChange {
  const pieces = diffText(textOfLine(before), textOfLine(after));
  const takeBefore = createRunReader(before.runs);
  const takeAfter = createRunReader(after.runs);
  const runs = pieces.flatMap(({ kind, text }): readonly RunChange[] => {
    const then = kind === 'added' ? [] : takeBefore(text.length);
    const now = kind === 'removed' ? [] : takeAfter(text.length);
    return (kind === 'removed' ? then : now).map((run) => ({ kind, run }));
  });
  const state = runs.every(({ kind }) => kind === 'same') ? 'kept' : 'changed';
  return { type: 'line', state, line: after, runs };
}
