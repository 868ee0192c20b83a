import { readRequiredWords } from './required-words.ts';
import { createWordIndex, type FindCandidates } from './word-index.ts';

/**
 * Tells which of many patterns may match a text, by their place in the list and in its order. The
 * others cannot: a word that any match of theirs must hold is not there. One look through the text
 * for all patterns, however many.
 * @param sources of regular expressions with the flag u, and perhaps g
 */
export function createCandidateFinder(sources: readonly string[]): FindCandidates {
  return createWordIndex(sources.map(readRequiredWords));
}
