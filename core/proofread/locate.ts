/** Words found among several texts: which one holds them, and from where to where in it. */
export interface LocatedWords {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words of a finding stand among the texts its place names: their first occurrence in the
 * first occurrence of its quote. Null when the quote was changed since: the same words elsewhere
 * may be right.
 * @param texts the one heading or paragraph a place names, the cells of its table in reading order,
 * or the texts of a report without an id, from the title to the note
 */
export function locateWords(
  texts: readonly string[],
  quote: string,
  words: string,
): LocatedWords | null {
  const at = words === '' ? -1 : quote.indexOf(words);
  const index = texts.findIndex((text) => text.includes(quote));
  const text = texts[index];
  if (at < 0 || text === undefined) return null;
  const start = text.indexOf(quote) + at;
  return { index, start, end: start + words.length };
}
