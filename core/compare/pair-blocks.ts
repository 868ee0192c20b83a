import { type Block, blockText } from '../model/index.ts';
import { type Likeable, measureLikeness, readLikeable } from './likeness.ts';

/** A block of last year's beside this year's; null on the side that has none. */
export interface BlockPair {
  readonly last: Block | null;
  readonly now: Block | null;
  /** True when it stands before or behind another than it did last year. */
  readonly moved: boolean;
}

/** Below this share of common pairs of letters a block is no rewriting of another. */
const leastLikeness = 0.4;

interface Match {
  readonly last: number;
  readonly now: number;
}

interface Side {
  readonly block: Block;
  readonly likeable: Likeable;
}

const readSide = (block: Block): Side => ({ block, likeable: readLikeable(blockText(block)) });

/** Those that were carried: of several from one block, the one most like it. */
function matchBySource(last: readonly Side[], now: readonly Side[]): readonly Match[] {
  const bySource = Map.groupBy(now.keys(), (index) => now[index]?.block.source?.blockId ?? '');
  return last.flatMap(({ block, likeable }, index) => {
    const likeness = (other: number) => {
      const side = now[other];
      return side ? measureLikeness(likeable, side.likeable) : 0;
    };
    const [best] = (bySource.get(block.id) ?? []).toSorted((a, b) => likeness(b) - likeness(a));
    return best === undefined ? [] : [{ last: index, now: best }];
  });
}

/** Of the rest the likest pairs first, as long as they are like enough. */
function matchByLikeness(
  last: readonly Side[],
  now: readonly Side[],
  known: readonly Match[],
): readonly Match[] {
  const taken = {
    last: new Set(known.map((match) => match.last)),
    now: new Set(known.map((match) => match.now)),
  };
  const likely = last.flatMap((one, thenIndex) =>
    now.flatMap((other, nowIndex) => {
      if (taken.last.has(thenIndex) || taken.now.has(nowIndex)) return [];
      if (one.block.type !== other.block.type) return [];
      const likeness = measureLikeness(one.likeable, other.likeable, leastLikeness);
      return likeness < leastLikeness ? [] : [{ last: thenIndex, now: nowIndex, likeness }];
    }),
  );
  const found: Match[] = [];
  for (const match of likely.toSorted((a, b) => b.likeness - a.likeness)) {
    if (taken.last.has(match.last) || taken.now.has(match.now)) continue;
    taken.last.add(match.last);
    taken.now.add(match.now);
    found.push(match);
  }
  return found;
}

/** The longest row of matches, in this year's order, that also follow last year's order. */
function findUnmoved(matches: readonly Match[]): ReadonlySet<Match> {
  const rows: Match[][] = [];
  for (const match of matches) {
    const longest = rows
      .filter((row) => (row.at(-1)?.last ?? -1) < match.last)
      .reduce<readonly Match[]>((best, row) => (row.length > best.length ? row : best), []);
    rows.push([...longest, match]);
  }
  const best = rows.reduce<readonly Match[]>(
    (kept, row) => (row.length > kept.length ? row : kept),
    [],
  );
  return new Set(best);
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
  const [last, now] = [thenBlocks.map(readSide), nowBlocks.map(readSide)];
  const carried = matchBySource(last, now);
  const matches = [...carried, ...matchByLikeness(last, now, carried)].toSorted(
    (a, b) => a.now - b.now,
  );
  const unmoved = findUnmoved(matches);
  const byNow = new Map(matches.map((match) => [match.now, match]));
  const gone = thenBlocks.flatMap((_, index) =>
    matches.some((match) => match.last === index) ? [] : [index],
  );
  const placed = new Set<number>();
  const takeGone = (before: number): BlockPair[] =>
    gone
      .filter((index) => index < before && !placed.has(index))
      .map((index) => {
        placed.add(index);
        return { last: thenBlocks[index] ?? null, now: null, moved: false };
      });
  const pairs = nowBlocks.flatMap((block, index): BlockPair[] => {
    const match = byNow.get(index);
    if (!match) return [{ last: null, now: block, moved: false }];
    const isUnmoved = unmoved.has(match);
    const before = isUnmoved ? takeGone(match.last) : [];
    return [...before, { last: thenBlocks[match.last] ?? null, now: block, moved: !isUnmoved }];
  });
  return [...pairs, ...takeGone(thenBlocks.length)];
}
