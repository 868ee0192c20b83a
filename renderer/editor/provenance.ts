import type { Node } from '@tiptap/pm/model';
import { blockText } from '../../core/model/index.ts';
import { type CarriedTexts, type Provenance, provenanceOf } from '../../core/roll-forward/index.ts';
import { attrsOf, isIdentified, schema } from './schema.ts';
import { toBlock } from './to-pieces.ts';

export { type CarriedTexts, collectCarried } from '../../core/roll-forward/index.ts';

/** What a draft's blocks are compared with; null where the draft began blank. */
export interface ProvenanceBase {
  readonly carried: CarriedTexts;
}

type Known = WeakMap<Node, Provenance | null>;
const knownByBase = new WeakMap<ProvenanceBase, Known>();

function compareNode(node: Node, base: ProvenanceBase): Provenance | null {
  const { source } = attrsOf(node);
  const text = node.type === schema.nodes.table ? blockText(toBlock(node)) : node.textContent;
  if (text.trim() === '') return null;
  return provenanceOf(text, source ? (base.carried.get(source.blockId) ?? null) : null);
}

/**
 * The provenance of a block or heading node; null for lines that have none. A node is compared
 * once for each base.
 */
export function provenanceOfNode(node: Node, base: ProvenanceBase): Provenance | null {
  if (!isIdentified(node)) return null;
  const known: Known = knownByBase.get(base) ?? new WeakMap();
  knownByBase.set(base, known);
  const before = known.get(node);
  if (before !== undefined) return before;
  const provenance = compareNode(node, base);
  known.set(node, provenance);
  return provenance;
}
