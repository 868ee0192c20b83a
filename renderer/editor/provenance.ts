import type { Node } from '@tiptap/pm/model';
import { blockText, listBlocks, type Report } from '../../core/model/index.ts';
import { attrsOf, isIdentified, schema } from './schema.ts';
import { toBlock } from './to-pieces.ts';

/** Where a block's words come from: last year as rolled forward, that but changed, or this year. */
export type Provenance = 'carried' | 'edited' | 'new';

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

/** Compares a block's words with those carried over; null carried words mean it is new. */
export function compareProvenance(text: string, carried: string | null): Provenance {
  if (carried === null) return 'new';
  return text === carried ? 'carried' : 'edited';
}

/** The provenance of a block or heading node; null for lines that have none. */
export function provenanceOfNode(node: Node, base: ProvenanceBase): Provenance | null {
  if (!isIdentified(node)) return null;
  const { source } = attrsOf(node);
  const text = node.type === schema.nodes.table ? blockText(toBlock(node)) : node.textContent;
  if (!source && text.trim() === '') return null;
  return compareProvenance(text, source ? (base.carried.get(source.blockId) ?? null) : null);
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
