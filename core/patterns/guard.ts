import { readRequiredWords } from './required-words.ts';

const literally = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Of the lists a match needs a word of, the one that speaks of the fewest texts: that of the longest words. */
function pickTelling(lists: readonly (readonly string[])[]): readonly string[] {
  const shortest = (words: readonly string[]) => Math.min(...words.map((word) => word.length));
  return lists.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0] ?? [];
}

/**
 * A pattern of plain words that holds in every text where any of `sources` matches, and is tried much
 * sooner than these. Where one of them does not tell the words it needs it holds always.
 * @param sources of regular expressions with the flag u alone
 */
export function guardAnyOf(sources: readonly string[]): RegExp {
  const required = sources.map(readRequiredWords);
  const words = required.flatMap((clauses) => (clauses ?? []).flatMap(pickTelling));
  if (required.includes(null)) return /(?:)/u;
  return new RegExp([...new Set(words)].map(literally).join('|') || '(?!)', 'u');
}
