/** A text as likeness is measured of it: its pairs of neighbouring letters as numbers, in order. */
export interface Likeable {
  readonly text: string;
  readonly pairs: Float64Array;
}

/** Reads a text once, so that it can be compared with many. Blanks do not count. */
export function readLikeable(words: string): Likeable {
  const text = words.replace(/\s+/gu, '');
  const pairs = new Float64Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) {
    pairs[at] = text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
  }
  return { text, pairs: pairs.sort() };
}

function countShared(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return shared;
}

/**
 * How much two texts share, 0–1: the Dice coefficient of their pairs of letters. Where their lengths
 * alone keep it below `least`, 0.
 */
export function measureLikeness(a: Likeable, b: Likeable, least = 0): number {
  const total = a.pairs.length + b.pairs.length;
  if (a.pairs.length === 0 || b.pairs.length === 0) return a.text === b.text ? 1 : 0;
  if (2 * Math.min(a.pairs.length, b.pairs.length) < least * total) return 0;
  return (2 * countShared(a.pairs, b.pairs)) / total;
}
