/** How often each pair of neighbouring characters stands in a text, by a number for the pair. */
export interface PairCounts {
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
}

/** Counts the character pairs of a text. */
export function countPairs(words: string): PairCounts {
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < words.length; at += 1) {
    const pair = words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, words.length - 1) };
}

/** Dice coefficient of two texts' pairs, and the share of `a`'s that stand in `b`; both 0–1. */
export function measurePairs(
  a: PairCounts,
  b: PairCounts,
): { readonly likeness: number; readonly held: number } {
  if (a.total === 0 || b.total === 0) return { likeness: 0, held: 0 };
  let shared = 0;
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0);
  return { likeness: (2 * shared) / (a.total + b.total), held: shared / a.total };
}

interface Holder {
  readonly pairs: PairCounts;
}

/** So many of a text's rarest pairs are looked up, and a pair in more texts than this tells nothing. */
const rarePairs = 16;
const commonFrom = 40;
/** So many texts that share rare pairs are measured. */
const candidates = 6;

/**
 * An index of texts by their rare pairs: gives for another text's pairs the few most likely to be
 * like it, the likeliest first. Looking up costs time by that text's length alone.
 */
export function findCandidates<Item extends Holder>(
  items: readonly Item[],
): (pairs: PairCounts) => readonly Item[] {
  const holders = new Map<number, Item[]>();
  for (const item of items) {
    for (const pair of item.pairs.counts.keys()) {
      const known = holders.get(pair);
      if (known) known.push(item);
      else holders.set(pair, [item]);
    }
  }
  return ({ counts }) => vote(counts, holders);
}

function vote<Item>(
  counts: ReadonlyMap<number, number>,
  holders: ReadonlyMap<number, readonly Item[]>,
): readonly Item[] {
  const known = [...counts.keys()].flatMap((pair) => {
    const found = holders.get(pair);
    return found && found.length <= commonFrom ? [found] : [];
  });
  const votes = new Map<Item, number>();
  for (const found of known.toSorted((a, b) => a.length - b.length).slice(0, rarePairs)) {
    for (const item of found) votes.set(item, (votes.get(item) ?? 0) + 1 / found.length);
  }
  return [...votes]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, candidates)
    .map(([item]) => item);
}
