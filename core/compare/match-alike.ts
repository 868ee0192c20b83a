import { type Block, blockText } from '../model/index.ts';
import { type Likeable, measureHeld, measureLikeness, readLikeable } from './likeness.ts';
import { indexByRarePairs } from './rare-pairs.ts';

/** A block as it is matched with others. */
export interface Matchable {
  readonly block: Block;
  readonly likeable: Likeable;
  /** What tells where it stands; of sources equally like, one with the same home is taken. */
  readonly home: string;
}

/** Reads a block once, so that it can be matched with many. */
export function readMatchable(block: Block, home: string): Matchable {
  return { block, home, likeable: readLikeable(blockText(block)) };
}

/** For each matched item its source. */
export type Matches = ReadonlyMap<Matchable, Matchable>;

/** Below this share of common pairs of letters a block is no rewriting of another. */
const leastLikeness = 0.4;
/** A part of a block that was split, or whose source was joined with others, has this share of its pairs there. */
const leastPiece = 0.7;
const leastPieceLetters = 8;

/** Pairs off items with the same key, each once, in their order. Adds to `matches`. */
function pairOff(
  items: readonly Matchable[],
  sources: readonly Matchable[],
  matches: Map<Matchable, Matchable>,
  keyOf: (item: Matchable) => string,
): void {
  const taken = new Set(matches.values());
  const isOpen = ({ likeable }: Matchable) => likeable.letters !== '';
  const open = sources.filter((source) => isOpen(source) && !taken.has(source));
  const waiting = Map.groupBy(open.toReversed(), keyOf);
  for (const item of items) {
    const source = matches.has(item) || !isOpen(item) ? null : waiting.get(keyOf(item))?.pop();
    if (source) matches.set(item, source);
  }
}

interface Guess {
  readonly item: Matchable;
  readonly source: Matchable;
  readonly likeness: number;
}

function listGuesses(
  items: readonly Matchable[],
  sources: readonly Matchable[],
  measure: (item: Likeable, source: Likeable) => number,
  least: number,
): readonly Guess[] {
  const findLikely = indexByRarePairs(sources);
  const guesses = items.flatMap((item) =>
    findLikely(item.likeable).map((source): Guess => {
      const bonus = item.home === source.home ? 1e-6 : 0;
      return { item, source, likeness: measure(item.likeable, source.likeable) + bonus };
    }),
  );
  return guesses
    .filter(({ likeness }) => likeness >= least)
    .toSorted((a, b) => b.likeness - a.likeness);
}

/** Items of the same letters, those with the same home first. Adds to `matches`. */
function matchEqual(
  items: readonly Matchable[],
  sources: readonly Matchable[],
  matches: Map<Matchable, Matchable>,
): void {
  const keyOf = ({ block, likeable }: Matchable) => `${block.type}\n${likeable.letters}`;
  pairOff(items, sources, matches, (item) => `${item.home}\n${keyOf(item)}`);
  pairOff(items, sources, matches, keyOf);
}

/**
 * Finds for blocks the ones they most likely came from, each source once: equal words wherever they
 * stand, then the likest first, as long as they are like enough.
 * @param known matches that stand already
 */
export function matchAlike(
  items: readonly Matchable[],
  sources: readonly Matchable[],
  known: Matches = new Map(),
): Matches {
  const matches = new Map(known);
  matchEqual(items, sources, matches);
  const taken = new Set(matches.values());
  const left = items.filter((item) => !matches.has(item));
  const free = sources.filter((source) => !taken.has(source));
  for (const { item, source } of listGuesses(left, free, measureLikeness, leastLikeness)) {
    if (matches.has(item) || taken.has(source)) continue;
    matches.set(item, source);
    taken.add(source);
  }
  return matches;
}

/** As {@link matchAlike}; what is left may share a source that it is a piece of. */
export function matchPieces(
  items: readonly Matchable[],
  sources: readonly Matchable[],
  known: Matches,
): Matches {
  const left = items.filter(
    (item) => !known.has(item) && item.likeable.letters.length >= leastPieceLetters,
  );
  const guesses = listGuesses(left, sources, measureHeld, leastPiece);
  return new Map([
    ...guesses.toReversed().map(({ item, source }) => [item, source] as const),
    ...known,
  ]);
}
