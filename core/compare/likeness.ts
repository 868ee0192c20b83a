import { readLetterPairs } from './letter-pairs.ts';

/** A text as likeness is measured of it: its letters, and their neighbouring pairs as sorted numbers. */
export interface Likeable {
  readonly letters: string;
  readonly pairs: Float64Array;
}

/** Reads a text once, so that it can be compared with many. Only letters and digits count. */
export function readLikeable(text: string): Likeable {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return { letters, pairs: Float64Array.from(readLetterPairs(letters)).sort() };
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
  if (a.pairs.length === 0 || b.pairs.length === 0) return a.letters === b.letters ? 1 : 0;
  if (2 * Math.min(a.pairs.length, b.pairs.length) < least * total) return 0;
  return (2 * countShared(a.pairs, b.pairs)) / total;
}

/** The share of one text's pairs of letters that stand in another, 0–1. */
export function measureHeld(piece: Likeable, whole: Likeable): number {
  return countShared(piece.pairs, whole.pairs) / Math.max(1, piece.pairs.length);
}
