/** Behind the letter at `at`; a letter outside the first plane takes two units. */
const behind = (text: string, at: number) => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/**
 * Every match of a pattern in a text, in order: what `[...text.matchAll(pattern)]` gives, without the
 * copy of the pattern that it makes each time, which costs more than looking through a paragraph.
 * @param pattern with the flags g and u; where it is stopped at does not count
 */
export function findMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex = behind(text, pattern.lastIndex);
  }
  return matches;
}
