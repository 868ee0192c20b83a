import type { Span } from '../figures/index.ts';
import { align } from './align.ts';
import { readTokens } from './tokens.ts';

/** For each offset of a text the offset of the same sign in the other; -1 for a sign that is new. */
export type Alignment = Int32Array;

const measure = (tokens: readonly string[]) => tokens.reduce((sum, { length }) => sum + length, 0);

/** Which signs of `text` stand in `other` too, in the same order; numbers and Latin words whole. */
export function alignTexts(text: string, other: string): Alignment {
  const map = new Int32Array(text.length).fill(-1);
  let [at, there] = [0, 0];
  for (const stretch of align(text, other, readTokens)) {
    if (stretch.kind === 'change') {
      at += measure(stretch.a);
      there += measure(stretch.b);
      continue;
    }
    for (const end = at + measure(stretch.tokens); at < end; at += 1, there += 1) map[at] = there;
  }
  return map;
}

/** The words of `other` that stand where a span of `text` stands; null where there are none. */
export function findCounterpart(text: string, other: string, { start, end }: Span): Span | null {
  const map = alignTexts(text, other);
  const before = map.subarray(0, start).findLast((place) => place >= 0) ?? -1;
  const after = map.subarray(end).find((place) => place >= 0) ?? other.length;
  const [first = -1, last = -1] = [map[start], map[end - 1]];
  const span = { start: first >= 0 ? first : before + 1, end: last >= 0 ? last + 1 : after };
  return span.end > span.start ? span : null;
}
