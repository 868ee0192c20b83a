import type { Likeable } from './likeness.ts';

interface Holder {
  readonly likeable: Likeable;
}

/** So many of a text's rarest pairs are looked up, and a pair in more texts than this tells nothing. */
const rarePairs = 24;
const commonFrom = 40;
/** So many texts that share rare pairs are given. */
const mostLikely = 10;

const listDistinct = (pairs: Float64Array) => pairs.filter((pair, at) => pair !== pairs[at - 1]);

function vote<Item>(
  pairs: Float64Array,
  holders: ReadonlyMap<number, readonly Item[]>,
): readonly Item[] {
  const known = [...listDistinct(pairs)].flatMap((pair) => {
    const found = holders.get(pair);
    return found && found.length <= commonFrom ? [found] : [];
  });
  const votes = new Map<Item, number>();
  for (const found of known.toSorted((a, b) => a.length - b.length).slice(0, rarePairs)) {
    for (const item of found) votes.set(item, (votes.get(item) ?? 0) + 1 / found.length);
  }
  return [...votes]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostLikely)
    .map(([item]) => item);
}

/**
 * An index of texts by their rare pairs of letters: gives for another text the few most likely to be
 * like it, the likeliest first. Looking up costs time by that text's length alone.
 */
export function indexByRarePairs<Item extends Holder>(
  items: readonly Item[],
): (text: Likeable) => readonly Item[] {
  const holders = new Map<number, Item[]>();
  for (const item of items) {
    for (const pair of listDistinct(item.likeable.pairs)) {
      const known = holders.get(pair);
      if (known) known.push(item);
      else holders.set(pair, [item]);
    }
  }
  return ({ pairs }) => vote(pairs, holders);
}
