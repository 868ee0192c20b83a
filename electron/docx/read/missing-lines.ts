import { plainParagraph, type SourceParagraph } from '../../../core/segment/index.ts';
import { blockText } from './block-text.ts';
import type { SourceDocument } from './source-document.ts';

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
/** A number or the letter of a bullet, which the two ways of writing a list set differently. */
const listSign = /^(?:[\p{N}一二三四五六七八九十百]{1,4}|[a-z])/iu;
const fewLetters = 4;
/** So much of a line found elsewhere shows that the line is there in other words. */
const mostFound = 0.5;

/** Share of a line's short stretches that stand in `letters`. */
function shareIn(letters: string, line: string): number {
  if (line.length <= fewLetters) return 0;
  const count = line.length - fewLetters + 1;
  const found = Array.from({ length: count }, (_, at) => line.slice(at, at + fewLetters));
  return found.filter((stretch) => letters.includes(stretch)).length / count;
}

/**
 * The lines of `plain` whose words `page` lacks, numbered on from its last. Numbers and bullets of
 * lists do not count. A line that is there in part counts where nothing tells of words left out.
 */
export function findMissingLines(
  plain: SourceDocument,
  page: SourceDocument,
): readonly SourceParagraph[] {
  const letters = lettersOf(page.blocks.map(blockText).join(''));
  let behind = 0;
  // The two run in step: each line is mostly found just behind the one before.
  const has = (words: string) => {
    const at = letters.indexOf(words, behind);
    if (at >= 0) behind = at + words.length;
    return at >= 0 || letters.includes(words);
  };
  const isThere = (words: string) => has(words) || has(words.replace(listSign, ''));
  const missing = plain.blocks.map(blockText).filter((text) => {
    const lacking = text
      .split('\t')
      .map(lettersOf)
      .filter((cell) => !isThere(cell));
    if (page.notices.length === 0) return lacking.length > 0;
    return lacking.some((cell) => shareIn(letters, cell) < mostFound);
  });
  const next = (page.blocks.at(-1)?.line ?? -1) + 1;
  return missing.map((text, index) => plainParagraph(next + index, text));
}
