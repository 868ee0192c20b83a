import { type Entry, pairInOrder } from './pair-in-order.ts';

/** How each of two lists goes on: what only the earlier has, only the later has, or both have. */
export type Woven<Item> =
  | { readonly kind: 'removed'; readonly before: Item }
  | { readonly kind: 'added'; readonly after: Item }
  | { readonly kind: 'both'; readonly before: Item; readonly after: Item };

/**
 * Two lists as one: in the order of both, what is gone before what came in its place.
 * @param describe what tells whether two items are the same one
 */
export function weave<Item>(
  before: readonly Item[],
  after: readonly Item[],
  describe: (item: Item) => Entry,
): readonly Woven<Item>[] {
  const woven: Woven<Item>[] = [];
  let [i, j] = [0, 0];
  const goTo = (nextBefore: number, nextAfter: number) => {
    for (const item of before.slice(i, nextBefore)) woven.push({ kind: 'removed', before: item });
    for (const item of after.slice(j, nextAfter)) woven.push({ kind: 'added', after: item });
  };
  for (const pair of pairInOrder(before.map(describe), after.map(describe))) {
    goTo(pair.before, pair.after);
    const [then, now] = [before[pair.before], after[pair.after]];
    if (then !== undefined && now !== undefined) {
      woven.push({ kind: 'both', before: then, after: now });
    }
    [i, j] = [pair.before + 1, pair.after + 1];
  }
  goTo(before.length, after.length);
  return woven;
}
