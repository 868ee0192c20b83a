/** 沿用 · 改写 · 新写. */
export type Provenance = 'carried' | 'edited' | 'new';

const normalise = (text: string) => text.replace(/\s+/gu, '');

function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice coefficient of character pairs, 0–1. */
function measureLikeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const pairs = countPairs(a);
  let shared = 0;
  for (const [pair, count] of countPairs(b)) shared += Math.min(count, pairs.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

/** Below this share of common character pairs a text is no rewriting of its source. */
const leastLikeness = 0.4;

/**
 * Whether a block is carried over, rewritten or new, by comparing it with the text it was carried
 * from as rolling forward left it. Taking an edit back makes it carried again.
 * @param carriedText null for a block without a source
 */
export function provenanceOf(text: string, carriedText: string | null): Provenance {
  if (carriedText === null) return 'new';
  const [now, then] = [normalise(text), normalise(carriedText)];
  if (now === then) return 'carried';
  return measureLikeness(now, then) >= leastLikeness ? 'edited' : 'new';
}
