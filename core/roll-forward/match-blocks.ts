import { type Matchable, matchAlike, matchPieces, readMatchable } from '../compare/index.ts';
import type { Block, Report } from '../model/index.ts';

/** The blocks of a report, each with the heading it stands under. */
function listMatchables(report: Report): readonly Matchable[] {
  const read = (blocks: readonly Block[], home: string) =>
    blocks.map((block) => readMatchable(block, home.replace(/[^\p{L}\p{N}]/gu, '')));
  return [
    ...read(report.preamble, ''),
    ...report.parts.flatMap(({ kind, heading, blocks, sections }) => [
      ...read(blocks, heading),
      ...sections.flatMap((section) => read(section.blocks, `${kind}${section.heading}`)),
    ]),
  ];
}

/**
 * Finds for each block of `report` the block of `base` it most likely came from, both by id; null
 * where none is like enough. Equal words go together wherever they stand, those under the same
 * heading first; then the likest, each source once; a piece of a split block shares its source.
 * @param base last year's report, best as rolling forward made this year's text of it
 */
export function matchBlocks(report: Report, base: Report): ReadonlyMap<string, string | null> {
  const [items, sources] = [listMatchables(report), listMatchables(base)];
  const matches = matchPieces(items, sources, matchAlike(items, sources));
  return new Map(items.map((item) => [item.block.id, matches.get(item)?.block.id ?? null]));
}
