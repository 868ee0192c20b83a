import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { parseHeadingLabel } from '../../core/numbering/index.ts';
import { isHeading } from './schema.ts';

/**
 * Length of a number typed in front of a heading's words, 0 when there is none. A plain 1. waits
 * for a character that shows it is no beginning of 1.5.
 */
export function measureTypedLabel(text: string): number {
  const label = parseHeadingLabel(text);
  if (!label) return 0;
  const waits = label.style === 'arabic-point' || label.style === 'circled';
  return waits && label.raw.length === text.length ? 0 : label.raw.length;
}

function changedHeadings(before: Node, after: Node): readonly number[] {
  const known = new Set<Node>();
  before.forEach((node) => {
    if (isHeading(node)) known.add(node);
  });
  const changed: number[] = [];
  after.forEach((node, pos) => {
    if (isHeading(node) && !known.has(node)) changed.push(pos);
  });
  return changed;
}

/** A transaction that strips typed numbers from the headings that changed; null when none has one. */
export function stripTypedLabels(state: EditorState, before: Node): Transaction | null {
  const { tr } = state;
  for (const pos of changedHeadings(before, state.doc).toReversed()) {
    const length = measureTypedLabel(state.doc.nodeAt(pos)?.textContent ?? '');
    if (length > 0) tr.delete(pos + 1, pos + 1 + length);
  }
  return tr.docChanged ? tr : null;
}

/** The page counts headings, so a number typed or pasted in front of one is taken away. */
export function createTypedLabelsPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, state) {
      // Under an input method the words are not final, and undoing must give back what was there.
      const untouchable = transactions.some(
        (tr) => tr.getMeta('composition') !== undefined || tr.getMeta('history$') !== undefined,
      );
      const changed = transactions.some((tr) => tr.docChanged);
      return changed && !untouchable ? stripTypedLabels(state, before.doc) : null;
    },
  });
}
