import type { Block } from '../model/index.ts';
import { measureLikeness } from './likeness.ts';
import { type Matchable, type Matches, matchAlike, readMatchable } from './match-alike.ts';
import { matchEntries } from './match-entries.ts';

/** Steps that finding what moved may cost. */
const mostEffort = 50_000;

/** A block of last year's beside this year's; null on the side that has none. */
export interface BlockPair {
  readonly last: Block | null;
  readonly now: Block | null;
  /** True when it stands before or behind another than it did last year. */
  readonly moved: boolean;
}

/** Those that were carried: of several from one block, the one most like it. */
function matchBySource(last: readonly Matchable[], now: readonly Matchable[]): Matches {
  const bySource = Map.groupBy(now, ({ block }) => block.source?.blockId ?? '');
  return new Map(
    last.flatMap((then) => {
      const likenessOf = ({ likeable }: Matchable) => measureLikeness(then.likeable, likeable);
      const carried = bySource.get(then.block.id) ?? [];
      const [best] = carried.toSorted((a, b) => likenessOf(b) - likenessOf(a));
      return best ? [[best, then] as const] : [];
    }),
  );
}

/** Those of this year's blocks that follow last year's order, as many as may be. */
function findUnmoved(
  last: readonly Matchable[],
  now: readonly Matchable[],
  matches: Matches,
): ReadonlySet<Matchable> {
  const idsOf = (list: readonly (Matchable | undefined)[]) =>
    list.map((each) => each?.block.id ?? '');
  const matched = now.filter((item) => matches.has(item));
  const sources = new Set(matches.values());
  const inOrder = last.filter((then) => sources.has(then));
  const taken = idsOf(matched.map((item) => matches.get(item)));
  const partners = matchEntries(taken, idsOf(inOrder), { left: mostEffort });
  return new Set(matched.filter((_, at) => (partners?.[at] ?? -1) >= 0));
}

/**
 * Last year's blocks of a section beside this year's, in this year's order: those that were carried
 * by their source, the others by likeness. What only last year had stands behind its neighbour of
 * last. Every block of either side stands in exactly one pair.
 */
export function pairBlocks(
  thenBlocks: readonly Block[],
  nowBlocks: readonly Block[],
): readonly BlockPair[] {
  const last = thenBlocks.map((block) => readMatchable(block, ''));
  const now = nowBlocks.map((block) => readMatchable(block, ''));
  const matches = matchAlike(now, last, matchBySource(last, now));
  const unmoved = findUnmoved(last, now, matches);
  const sources = new Set(matches.values());
  const gone = last.filter((then) => !sources.has(then));
  const takeGone = (before: Matchable | undefined): BlockPair[] => {
    const end = before ? last.indexOf(before) : last.length;
    const count = gone.filter((then) => last.indexOf(then) < end).length;
    return gone.splice(0, count).map(({ block }) => ({ last: block, now: null, moved: false }));
  };
  const pairs = now.flatMap((item): BlockPair[] => {
    const source = matches.get(item);
    const isUnmoved = unmoved.has(item);
    const before = isUnmoved ? takeGone(source) : [];
    const pair = { last: source?.block ?? null, now: item.block };
    return [...before, { ...pair, moved: source !== undefined && !isUnmoved }];
  });
  return [...pairs, ...takeGone(undefined)];
}
