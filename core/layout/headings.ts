import type { Block, Report } from '../model/index.ts';
import { formatHeadingLabel, type HeadingLevel } from '../numbering/index.ts';

const LAST_CHINESE_ORDINAL = 9999;

function formatLabel(level: HeadingLevel, ordinal: number): string {
  if (ordinal <= LAST_CHINESE_ORDINAL) return formatHeadingLabel(level, ordinal);
  return level === 1 ? `${ordinal}、` : `（${ordinal}）`;
}

/** Labels of the headings of levels 3 and 4 among `blocks`, which stand together, by their ids. */
export function* numberBlocks(blocks: readonly Block[]): Generator<readonly [string, string]> {
  let third = 0;
  let fourth = 0;
  for (const block of blocks) {
    if (block.type !== 'subheading') continue;
    if (block.level === 3) {
      third += 1;
      fourth = 0;
    } else {
      fourth += 1;
    }
    yield [block.id, formatLabel(block.level, block.level === 3 ? third : fourth)];
  }
}

function* numberAll(report: Report): Generator<readonly [string, string]> {
  yield* numberBlocks(report.preamble);
  for (const [partIndex, part] of report.parts.entries()) {
    yield [part.id, formatLabel(1, partIndex + 1)];
    yield* numberBlocks(part.blocks);
    for (const [sectionIndex, section] of part.sections.entries()) {
      yield [section.id, formatLabel(2, sectionIndex + 1)];
      yield* numberBlocks(section.blocks);
    }
  }
}

/**
 * The printed number of every heading by its id: parts 一、 throughout, sections （一） within a part,
 * level 3 1. within a section (or within the preamble or a part before its first section),
 * level 4 （1） within a level 3.
 * @source GB/T 9704-2012 7.3.3
 */
export function numberHeadings(report: Report): ReadonlyMap<string, string> {
  return new Map(numberAll(report));
}
