import type { RulesPack } from './rules-pack.ts';

/** Words as a source of a regular expression that matches just them. */
export function escapeWords(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** A Chinese number from eleven on: 十大 is a count of ten. */
const ordinal = '[二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十';

/** Matches a party congress as 二十大 behind 党的, its ordinal in the first group; words the packs rule out are none. */
export function compileCongressName(packs: readonly Pick<RulesPack, 'congressStops'>[]): RegExp {
  const stops = packs.flatMap(({ congressStops = [] }) => congressStops).map(escapeWords);
  const none = stops.length > 0 ? `(?!${stops.join('|')})` : '';
  return new RegExp(`(?<=党的)(${ordinal})大${none}`, 'gu');
}
