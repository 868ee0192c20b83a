import {
  type Block,
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { findStale, type StaleChip, type StaleContext } from '../../../core/stale/index.ts';
import { mapBlocks } from '../../support/map-blocks.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { somePlaces } from '../places/some-places.ts';

/** What rolling a report of 2025 forward made of it, as a test words it: each block names a source. */
export function buildRolled(texts: readonly string[], heading = '2026年主要举措和成效'): Report {
  const createId = createCountingIds('d');
  const source = (n: number) => ({ reportId: 'base', blockId: `b${n}` });
  const blocks = texts.map((text, index) => buildParagraph(createId, text, source(index)));
  const part = buildPart(createId, 'achievements', heading, {
    sections: [buildSection(createId, '依法办事', blocks)],
  });
  return buildReport(2026, {
    issuers: ['云岭县青石镇人民政府'],
    title: '云岭县青石镇人民政府2026年法治政府建设年度报告',
    parts: [{ ...part, source: source(900) }],
  });
}

/** The context in which a draft rolled from 2025 is looked through. */
export function contextOf(rolled: Report | null, change: Partial<StaleContext> = {}): StaleContext {
  return {
    base: rolled && { year: 2025, rolled },
    packs: choosePacks(shipped.packs, 2026),
    places: somePlaces,
    chain: [],
    ...change,
  };
}

/** The chips of a draft against what rolling forward made. */
export function chipsOf(
  draft: Report,
  rolled: Report | null,
  confirmed: readonly string[] = [],
): readonly StaleChip[] {
  return findStale(draft, contextOf(rolled), new Set(confirmed));
}

/** `kind:words` of a chip. */
export const sayChip = ({ kind, text }: StaleChip) => `${kind}:${text}`;

/** `kind:words` of the chips of an untouched draft that holds one text. */
export function chipsIn(text: string): readonly string[] {
  const rolled = buildRolled([text]);
  return chipsOf(rolled, rolled).map(sayChip);
}

/** A draft with the text of its block number `at` rewritten. */
export function rewrite(draft: Report, at: number, change: (text: string) => string): Report {
  const id = listBlocks(draft)[at]?.block.id;
  const edit = (block: Block): Block =>
    block.id === id && block.type !== 'table' ? { ...block, text: change(block.text) } : block;
  return mapBlocks(draft, edit);
}
