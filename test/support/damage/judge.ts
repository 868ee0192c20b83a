import { formatError, type ImportReading, type Result } from '../../../core/api/index.ts';
import type { SourceBlock } from '../../../core/segment/index.ts';
import { textsOf } from '../conservation.ts';

/** Letters that numbers of headings, ordinals and dates are written with: these may be dropped or set anew. */
const setAnew = /[〇零一二三四五六七八九十百千\d第部分章节附件年月日]/u;

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) {
    if (!setAnew.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

const wordsOf = (block: SourceBlock) =>
  block.kind === 'table' ? block.rows.flat().join('\n') : block.text;

/** Letters that a reading's source has more often than its report and its discarded words together. */
export function findLostLetters({ source, report, discarded }: ImportReading): readonly string[] {
  const kept = countLetters([...textsOf(report), ...discarded.map(({ text }) => text)].join('\n'));
  const before = countLetters(source.map(wordsOf).join('\n'));
  return [...before].flatMap(([letter, count]) =>
    count > (kept.get(letter) ?? 0) ? [letter] : [],
  );
}

/** What is wrong with the outcome of reading a damaged file; null when nothing is. */
export function judge(name: string, result: Result<ImportReading>): string | null {
  if (!result.ok) {
    const words = formatError(result.error);
    if (!result.error.code.startsWith('import/')) return `refused with ${result.error.code}`;
    return words.includes(name) ? null : `refused without its name: ${words}`;
  }
  const lost = findLostLetters(result.value);
  return lost.length === 0 ? null : `lost ${lost.length} letters: ${lost.slice(0, 8).join('')}`;
}
