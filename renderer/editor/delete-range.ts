import type { Node } from '@tiptap/pm/model';
import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { isDeletable, isJoinable, type Line } from './lines.ts';

/** True when a selection is more than a stretch of one line's text. */
export function crossesLines({ $from, $to, empty }: Selection): boolean {
  return !empty && !($from.sameParent($to) && $from.parent.isTextblock);
}

function listLines(doc: Node, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  doc.forEach((node, pos, index) => {
    const end = pos + node.nodeSize;
    if (end > from && pos < to) lines.push({ node, index, from: pos, to: end });
  });
  return lines;
}

/** Deletes the covered text of each textblock in a line; its structure stays. */
function clearText(tr: Transaction, line: Line, from: number, to: number): void {
  const spans: { start: number; end: number }[] = [];
  tr.doc.nodesBetween(Math.max(from, line.from), Math.min(to, line.to), (node, pos) => {
    if (!node.isTextblock) return true;
    const start = Math.max(from, pos + 1);
    const end = Math.min(to, pos + 1 + node.content.size);
    if (start < end) spans.push({ start, end });
    return false;
  });
  for (const { start, end } of spans.toReversed()) tr.delete(start, end);
}

function trimLine(tr: Transaction, line: Line, from: number, to: number): void {
  const whole = from <= line.from + 1 && to >= line.to - 1;
  if (whole && isDeletable(line.node)) tr.delete(line.from, line.to);
  else if (isDeletable(line.node)) clearText(tr, line, from, to);
}

/** Two half-covered lines with nothing protected between them become one. */
function joinEnds(tr: Transaction, first: Line, last: Line, from: number, to: number): void {
  const tail = tr.doc.slice(to, last.to - 1).content;
  if (from === first.from + 1 && tail.size > 0 && isDeletable(first.node)) {
    tr.delete(first.from, last.from);
    tr.delete(tr.mapping.map(last.from) + 1, tr.mapping.map(to));
    return;
  }
  tr.delete(first.to, last.to);
  tr.replaceWith(from, first.to - 1, tail);
}

/**
 * Deletes from `from` to `to` as a person means it: words and lines go, but the title, the
 * headings of required parts and the closing lines that the range runs across stay as they are.
 * Leaves the caret where the range began.
 */
export function deleteRange(tr: Transaction, from: number, to: number): Transaction {
  const lines = listLines(tr.doc, from, to);
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return tr;
  const steps = tr.steps.length;
  const between = lines.slice(1, -1);
  const joins =
    isJoinable(first.node) &&
    isJoinable(last.node) &&
    isDeletable(last.node) &&
    between.every(({ node }) => isDeletable(node));
  if (first === last) clearText(tr, first, from, to);
  else if (joins) joinEnds(tr, first, last, from, to);
  else for (const line of lines.toReversed()) trimLine(tr, line, from, to);
  const caret = tr.mapping.slice(steps).map(from, -1);
  return tr.setSelection(
    TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)), 1),
  );
}
