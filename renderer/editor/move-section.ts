import type { Fragment, Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { PartKind } from '../../core/model/index.ts';
import { schema } from './schema.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

const { partHeading, sectionHeading, attachment, signature } = schema.nodes;

function isStop(node: Node): boolean {
  return [partHeading, sectionHeading, attachment, signature].some((type) => type === node.type);
}

/** Where a section lies: its heading and all up to the next section, part or closing. */
export function findSectionSpan(doc: Node, id: string): Span | null {
  let from: number | null = null;
  let to: number | null = null;
  doc.forEach((node, pos) => {
    if (from !== null && to === null && isStop(node)) to = pos;
    if (node.type === sectionHeading && node.attrs['id'] === id) from = pos;
  });
  return from === null || to === null ? null : { from, to };
}

/** Where a section may be put: before each other section and at the end of each part. */
function listSlots(doc: Node): readonly number[] {
  const slots: number[] = [];
  let inPart = false;
  doc.forEach((node, pos) => {
    const closes = node.type === partHeading || node.type === attachment || node.type === signature;
    if (inPart && (node.type === sectionHeading || closes)) slots.push(pos);
    if (node.type === partHeading) inPart = true;
    if (node.type === attachment || node.type === signature) inPart = false;
  });
  return slots;
}

/** Moves a section so that it stands at `slot`, a position of the document as it is; null when it stays. */
export function moveSectionTo(state: EditorState, id: string, slot: number): Transaction | null {
  const span = findSectionSpan(state.doc, id);
  if (!span || (slot >= span.from && slot <= span.to)) return null;
  const offset = state.selection.from - span.from;
  const content: Fragment = state.doc.slice(span.from, span.to).content;
  const { tr } = state;
  tr.delete(span.from, span.to);
  const at = tr.mapping.map(slot);
  tr.insert(at, content);
  if (offset >= 0 && offset < content.size) {
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + offset)));
  }
  return tr;
}

/** Moves a section one place up or down, over the border of a part too; null at either end. */
export function moveSection(state: EditorState, id: string, step: 1 | -1): Transaction | null {
  const span = findSectionSpan(state.doc, id);
  if (!span) return null;
  const slots = listSlots(state.doc);
  const slot =
    step === -1
      ? slots.findLast((pos) => pos < span.from)
      : (slots.find((pos) => pos > span.to) ?? undefined);
  return slot === undefined ? null : moveSectionTo(state, id, slot);
}

/** The slot before the section or part end that `beforeId` names: a section's id, or a part's for its end. */
export function findSlot(doc: Node, targetId: string): number | null {
  const section = findSectionSpan(doc, targetId);
  if (section) return section.from;
  let inTarget = false;
  let slot: number | null = null;
  doc.forEach((node, pos) => {
    const closes = node.type === partHeading || node.type === attachment || node.type === signature;
    if (inTarget && closes && slot === null) slot = pos;
    if (closes) inTarget = node.type === partHeading && node.attrs['id'] === targetId;
  });
  return slot;
}

/** Adds an empty section behind another; null when that one is gone. */
export function addSectionAfter(
  state: EditorState,
  afterId: string,
  id: string,
): Transaction | null {
  const span = findSectionSpan(state.doc, afterId);
  return span && state.tr.insert(span.to, sectionHeading.create({ id }));
}

/** Adds a part at the end of the report's body. */
export function addPartHeading(
  state: EditorState,
  part: { readonly id: string; readonly kind: PartKind; readonly heading: string },
): Transaction | null {
  let slot: number | null = null;
  state.doc.forEach((node, pos) => {
    if (slot === null && (node.type === attachment || node.type === signature)) slot = pos;
  });
  const { id, kind, heading } = part;
  const content = heading === '' ? null : schema.text(heading);
  return slot === null ? null : state.tr.insert(slot, partHeading.create({ id, kind }, content));
}
