import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import type { CreateId } from '../../core/model/index.ts';
import { attrsOf, isIdentified, schema } from './schema.ts';

interface PlacedNode {
  readonly node: Node;
  readonly pos: number;
}

function listIdentified(doc: Node): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  doc.forEach((node, pos) => {
    if (isIdentified(node)) placed.push({ node, pos });
  });
  return placed;
}

function hasCleanIds(placed: readonly PlacedNode[]): boolean {
  const ids = new Set(placed.map(({ node }) => attrsOf(node).id));
  return ids.size === placed.length && !ids.has('');
}

/** Where each id's owner of before now stands, so that a copy pasted above it does not rob it. */
function mapOwners(
  before: Node,
  transactions: readonly Transaction[],
): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const { node, pos } of listIdentified(before)) {
    const mapped = transactions.reduce((at, { mapping }) => mapping.map(at, 1), pos);
    owners.set(attrsOf(node).id, mapped);
  }
  return owners;
}

function chooseKeepers(placed: readonly PlacedNode[], owners: ReadonlyMap<string, number>) {
  const keepers = new Map<string, PlacedNode>();
  for (const candidate of placed) {
    const { id } = attrsOf(candidate.node);
    if (id === '') continue;
    if (!keepers.has(id) || owners.get(id) === candidate.pos) keepers.set(id, candidate);
  }
  return keepers;
}

/**
 * A transaction that gives each node without an id, and each copy of another, a new one; null when
 * all ids are clean. The node that had the id before keeps it.
 */
export function repairIds(
  state: EditorState,
  before: Node,
  transactions: readonly Transaction[],
  createId: CreateId,
): Transaction | null {
  const placed = listIdentified(state.doc);
  if (hasCleanIds(placed)) return null;
  const keepers = chooseKeepers(placed, mapOwners(before, transactions));
  const { tr } = state;
  for (const entry of placed) {
    const { id } = attrsOf(entry.node);
    if (keepers.get(id) !== entry) tr.setNodeAttribute(entry.pos, 'id', createId());
  }
  return tr;
}

/** A transaction that makes a section heading before the first part a paragraph; null when none is. */
export function settleStraySections(state: EditorState): Transaction | null {
  const { sectionHeading, partHeading, paragraph } = schema.nodes;
  const { tr } = state;
  let inPreamble = true;
  state.doc.forEach((node, pos) => {
    if (node.type === partHeading) inPreamble = false;
    if (!inPreamble || node.type !== sectionHeading) return;
    const { id, source } = attrsOf(node);
    tr.setNodeMarkup(pos, paragraph, { id, source });
  });
  return tr.docChanged ? tr : null;
}

/** Keeps ids unique and sections inside parts, whatever was split, pasted or dropped. */
export function createIdsPlugin(createId: CreateId): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, state) =>
      transactions.some((tr) => tr.docChanged)
        ? (settleStraySections(state) ?? repairIds(state, before.doc, transactions, createId))
        : null,
  });
}
