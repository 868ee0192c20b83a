function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** A text as likeness is measured of it: its pairs of neighbouring letters. */
export interface Likeable {
  readonly length: number;
  readonly text: string;
  readonly pairs: ReadonlyMap<string, number>;
}

/** Reads a text once, so that it can be compared with many. Blanks do not count. */
export function readLikeable(words: string): Likeable {
  const text = words.replace(/\s+/gu, '');
  return { text, length: text.length, pairs: countPairs(text) };
}

/** How much two texts share, 0–1: the Dice coefficient of their pairs of letters. */
export function measureLikeness(a: Likeable, b: Likeable): number {
  if (a.length < 2 || b.length < 2) return a.text === b.text ? 1 : 0;
  let shared = 0;
  const [small, large] = a.pairs.size < b.pairs.size ? [a, b] : [b, a];
  for (const [pair, count] of small.pairs) shared += Math.min(count, large.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}
