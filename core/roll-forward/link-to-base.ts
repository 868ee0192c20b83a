import type { Block, BlockSource, Part, Report, Section } from '../model/index.ts';
import { matchBlocks } from './match-blocks.ts';

type SourceOf = (id: string) => BlockSource | null;

/** By id of each part, section and block of a rolled report, what it was carried from. */
function collectSources(rolled: Report): ReadonlyMap<string, BlockSource | null> {
  const blocks = (list: readonly Block[]) => list.map(({ id, source }) => [id, source] as const);
  return new Map([
    ...blocks(rolled.preamble),
    ...rolled.parts.flatMap((part) => [
      [part.id, part.source] as const,
      ...blocks(part.blocks),
      ...part.sections.flatMap((section) => [
        [section.id, section.source] as const,
        ...blocks(section.blocks),
      ]),
    ]),
  ]);
}

/** Home of each block of a rolled report: the id of its section. */
function collectHomes(rolled: Report): ReadonlyMap<string, string> {
  const sections = rolled.parts.flatMap((part) => part.sections);
  return new Map(sections.flatMap(({ id, blocks }) => blocks.map((block) => [block.id, id])));
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The section that most of this one's blocks came from, else one with the same heading. */
function findSection(
  section: Section,
  part: Part,
  rolled: Report,
  homeOf: (blockId: string) => string | null,
): string | null {
  const homes = section.blocks.flatMap(({ id }) => homeOf(id) ?? []);
  const counted = [...Map.groupBy(homes, (home) => home)];
  const [most] = counted.toSorted(([, a], [, b]) => b.length - a.length);
  if (most) return most[0];
  const heading = lettersOf(section.heading);
  const sections = rolled.parts.filter(({ kind }) => kind === part.kind).flatMap((p) => p.sections);
  return sections.find((other) => lettersOf(other.heading) === heading)?.id ?? null;
}

/**
 * The report with the source of every part, section and block that came from last year's: what a
 * draft that was rolled forward here has by itself is found by likeness for one that comes from a file.
 * @param rolled last year's report as rolling forward made this year's text of it
 */
export function linkToBase(report: Report, rolled: Report): Report {
  const matches = matchBlocks(report, rolled);
  const sources = collectSources(rolled);
  const homes = collectHomes(rolled);
  const homeOf = (id: string) => homes.get(matches.get(id) ?? '') ?? null;
  const sourceOf: SourceOf = (id) => sources.get(id) ?? null;
  const blocks = (list: readonly Block[]) =>
    list.map((block) => ({ ...block, source: sourceOf(matches.get(block.id) ?? '') }));
  const link = (part: Part): Part => ({
    ...part,
    source: rolled.parts.find(({ kind }) => kind === part.kind)?.source ?? null,
    blocks: blocks(part.blocks),
    sections: part.sections.map((section) => ({
      ...section,
      source: sourceOf(findSection(section, part, rolled, homeOf) ?? ''),
      blocks: blocks(section.blocks),
    })),
  });
  return { ...report, preamble: blocks(report.preamble), parts: report.parts.map(link) };
}
