import type { Node } from '@tiptap/pm/model';
import { blockText, listBlocks, type Report } from '../../core/model/index.ts';
import { type Provenance, provenanceOf } from '../../core/roll-forward/index.ts';
import { attrsOf, isIdentified, schema } from './schema.ts';
import { toBlock } from './to-pieces.ts';

/** The words rolling forward first made of each of last year's blocks, by last year's block id. */
export type CarriedTexts = ReadonlyMap<string, string>;

/** What a draft's blocks are compared with; null where the draft began blank. */
export interface ProvenanceBase {
  readonly carried: CarriedTexts;
}

/** Collects the carried words from the rolled report of `OpenedReport.base`. */
export function collectCarried(rolled: Report): CarriedTexts {
  const carried = new Map<string, string>();
  for (const { block } of listBlocks(rolled)) {
    if (block.source) carried.set(block.source.blockId, blockText(block));
  }
  for (const part of rolled.parts) {
    for (const { source, heading } of [part, ...part.sections]) {
      if (source) carried.set(source.blockId, heading);
    }
  }
  return carried;
}

type Known = WeakMap<Node, Provenance | null>;
const knownByBase = new WeakMap<ProvenanceBase, Known>();

function compareNode(node: Node, base: ProvenanceBase): Provenance | null {
  const { source } = attrsOf(node);
  const text = node.type === schema.nodes.table ? blockText(toBlock(node)) : node.textContent;
  if (!source && text.trim() === '') return null;
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

/** Characters of the text by provenance, headings left aside. */
export interface ProvenanceShares {
  readonly carried: number;
  readonly edited: number;
  readonly new: number;
}

/** Counts the characters of each provenance over the whole document. */
export function countProvenance(doc: Node, base: ProvenanceBase): ProvenanceShares {
  const counts = { carried: 0, edited: 0, new: 0 };
  const { paragraph, subheading, table } = schema.nodes;
  doc.forEach((node) => {
    if (node.type !== paragraph && node.type !== subheading && node.type !== table) return;
    const provenance = provenanceOfNode(node, base);
    if (provenance) counts[provenance] += node.textContent.length;
  });
  return counts;
}

/** Shares as whole percents that make up 100; null when there is no text. */
export function toPercents(counts: ProvenanceShares): ProvenanceShares | null {
  const total = counts.carried + counts.edited + counts.new;
  if (total === 0) return null;
  const carried = Math.round((counts.carried / total) * 100);
  const edited = Math.min(100 - carried, Math.round((counts.edited / total) * 100));
  return { carried, edited, new: 100 - carried - edited };
}
