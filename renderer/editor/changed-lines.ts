import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** A stretch of top-level lines of the new document: positions before the first and behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The lines a transaction may have changed, as one stretch: from the first line that is no longer
 * the very node of before to the last one; null when every node is still the same.
 */
export function findChangedLines({ before, doc }: Transaction): Stretch | null {
  const start = before.content.findDiffStart(doc.content);
  if (start === null) return null;
  const end = before.content.findDiffEnd(doc.content);
  const from = doc.resolve(Math.min(start, doc.content.size));
  const to = doc.resolve(
    Math.max(Math.min(end?.b ?? doc.content.size, doc.content.size), from.pos),
  );
  return {
    from: from.depth > 0 ? from.before(1) : from.pos,
    to: to.depth > 0 ? to.after(1) : to.pos,
  };
}

/** Calls `visit` for each top-level line that touches the stretch. */
export function eachLine(
  doc: Node,
  { from, to }: Stretch,
  visit: (node: Node, pos: number) => void,
): void {
  doc.nodesBetween(from, Math.max(to, Math.min(from + 1, doc.content.size)), (node, pos) => {
    visit(node, pos);
    return false;
  });
}
