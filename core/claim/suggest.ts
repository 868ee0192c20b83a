import { readLabel } from '../segment/index.ts';
import {
  type ClaimLine,
  type ClaimRole,
  type HeadingRole,
  isHeadingRole,
  rawWords,
} from './line.ts';
import { isWholeDate } from './whole-date.ts';

const byStyle: Readonly<Record<string, HeadingRole>> = {
  'part-word': 'part',
  'chinese-comma': 'part',
  'chinese-bracket': 'section',
  'arabic-point': 'level3',
  decimal: 'level3',
  'arabic-bracket': 'level4',
  circled: 'level4',
};

const styleOf = (line: ClaimLine) => readLabel(rawWords(line).trimStart())?.style ?? null;

/**
 * The level a line would have as a heading: that of the nearest heading numbered in the same way,
 * else what its number usually means, else that of the nearest heading, below the parts.
 */
export function suggestLevel(line: ClaimLine, before: readonly ClaimLine[]): HeadingRole {
  if (line.hinge) return line.hinge;
  const style = styleOf(line);
  let nearest: HeadingRole | null = null;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const { role = 'paragraph', label = '' } = before[index] ?? {};
    if (!isHeadingRole(role)) continue;
    nearest ??= role;
    if (style === null) break;
    if (readLabel(label)?.style === style) return role;
  }
  if (style) return byStyle[style] ?? 'section';
  if (nearest === null) return 'part';
  return nearest === 'part' ? 'section' : nearest;
}

const headingLike = /^[^。！？；]{2,60}$/u;

/** What a line that was left out should come back as, by its words and its place. */
export function suggestRole(line: ClaimLine, before: readonly ClaimLine[]): ClaimRole {
  if (line.was !== null && line.was !== 'discarded') return line.was;
  if (line.rows) return 'table';
  const words = rawWords(line).trim();
  const isFirst = !before.some(({ role }) => role === 'part' || role === 'section');
  const style = styleOf(line);
  if (style?.startsWith('chinese') && headingLike.test(words)) return suggestLevel(line, before);
  const hasDate = before.some(({ role }) => role === 'date');
  if (!isFirst && !hasDate && isWholeDate(words)) return 'date';
  return 'paragraph';
}
