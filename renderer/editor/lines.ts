import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { requiredPartKinds } from '../../core/model/index.ts';
import { isHeading, partKindOf, schema } from './schema.ts';

/** A top-level line of the document with its place: `from` before it, `to` behind it. */
export interface Line {
  readonly node: Node;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The top-level line with this index, if there is one. */
export function lineAt(doc: Node, index: number): Line | null {
  const node = doc.maybeChild(index);
  if (!node || index < 0) return null;
  let from = 0;
  for (let before = 0; before < index; before += 1) from += doc.child(before).nodeSize;
  return { node, index, from, to: from + node.nodeSize };
}

/** The top-level line that a position lies in. */
export function lineOf($pos: ResolvedPos): Line | null {
  const index = Math.min($pos.index(0), $pos.doc.childCount - 1);
  return lineAt($pos.doc, index);
}

/** True for a heading of one of the four parts that no report may lack. */
export function isRequiredPart(node: Node): boolean {
  return (
    node.type === schema.nodes.partHeading &&
    requiredPartKinds.some((kind) => kind === partKindOf(node))
  );
}

/** True for a line that may be deleted as a whole: blocks, section headings, parts of one's own. */
export function isDeletable(node: Node): boolean {
  const { paragraph, subheading, sectionHeading, table, partHeading } = schema.nodes;
  switch (node.type) {
    case paragraph:
    case subheading:
    case sectionHeading:
    case table:
      return true;
    case partHeading:
      return !isRequiredPart(node);
    default:
      return false;
  }
}

/** True for a line whose text may run together with another's. */
export function isJoinable(node: Node): boolean {
  return isHeading(node) || node.type === schema.nodes.paragraph;
}
