import { matchEntries, pairBlocks } from '../compare/index.ts';
import type { Block } from '../model/index.ts';

/** Something printed, as it is matched with another state's. */
export interface Entry {
  /** Only entries of one kind are ever the same one. */
  readonly kind: string;
  readonly text: string;
  /** Whether it is the same one even where no word is left of it: there is one title, one date. */
  readonly isRole: boolean;
}

/** Indexes of what is the same in the earlier and the later list. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** What comparing the entries of one gap may cost. */
const mostEffort = 50_000;

function toBlock({ text }: Entry, index: number): Block {
  return { type: 'paragraph', id: String(index), source: null, text };
}

/** Entries of one kind that are equal or alike, wherever they stand. */
function pairKind(
  kind: string,
  before: readonly Entry[],
  after: readonly Entry[],
): readonly Pair[] {
  const blocksOf = (list: readonly Entry[]) =>
    list.flatMap((entry, index) => (entry.kind === kind ? [toBlock(entry, index)] : []));
  return pairBlocks(blocksOf(before), blocksOf(after)).flatMap(({ last, now }) =>
    last && now ? [{ before: Number(last.id), after: Number(now.id) }] : [],
  );
}

/** A chain of pairs, each behind the one before in both lists. */
interface Chain {
  readonly weight: number;
  readonly pair: Pair;
  readonly rest: Chain | null;
}

function unrollChain(chain: Chain | null): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let link = chain; link; link = link.rest) pairs.push(link.pair);
  return pairs.toReversed();
}

/** Of `pairs`, those that keep their order and together weigh most. */
function chooseOrdered(pairs: readonly Pair[], weigh: (pair: Pair) => number): readonly Pair[] {
  const chains: Chain[] = [];
  let heaviest: Chain | null = null;
  for (const pair of pairs.toSorted((a, b) => a.after - b.after)) {
    let rest: Chain | null = null;
    for (const chain of chains) {
      if (chain.pair.before < pair.before && chain.weight > (rest?.weight ?? 0)) rest = chain;
    }
    const chain: Chain = { pair, rest, weight: weigh(pair) + (rest?.weight ?? 0) };
    chains.push(chain);
    if (chain.weight > (heaviest?.weight ?? 0)) heaviest = chain;
  }
  return unrollChain(heaviest);
}

/** Calls `fill` for what lies between each two pairs, and gives those pairs with what it found. */
function fillGaps(
  pairs: readonly Pair[],
  before: readonly Entry[],
  after: readonly Entry[],
  fill: (before: readonly Entry[], after: readonly Entry[]) => readonly Pair[],
): readonly Pair[] {
  const end: Pair = { before: before.length, after: after.length };
  let start: Pair = { before: 0, after: 0 };
  return [...pairs, end].flatMap((pair) => {
    const from = start;
    start = { before: pair.before + 1, after: pair.after + 1 };
    const found = fill(before.slice(from.before, pair.before), after.slice(from.after, pair.after));
    const moved = found.map((one) => ({
      before: one.before + from.before,
      after: one.after + from.after,
    }));
    return pair === end ? moved : [...moved, pair];
  });
}

/** Entries of a gap that are equal: blank lines, and those without a letter. */
function pairEqual(before: readonly Entry[], after: readonly Entry[]): readonly Pair[] {
  const keys = (list: readonly Entry[]) => list.map(({ kind, text }) => `${kind}\n${text}`);
  const partners = matchEntries(keys(before), keys(after), { left: mostEffort });
  return [...(partners ?? [])].flatMap((partner, index) =>
    partner < 0 ? [] : [{ before: index, after: partner }],
  );
}

/** Entries of a gap that have one role: the title is the title whatever it says. */
function pairRoles(before: readonly Entry[], after: readonly Entry[]): readonly Pair[] {
  let from = 0;
  return before.flatMap((entry, index) => {
    if (!entry.isRole) return [];
    const found = after.findIndex((other, at) => at >= from && other.kind === entry.kind);
    if (found < 0) return [];
    from = found + 1;
    return [{ before: index, after: found }];
  });
}

/**
 * Which entries of two lists are the same one, in order: what moved past another that weighs more is
 * in no pair.
 */
export function pairInOrder(before: readonly Entry[], after: readonly Entry[]): readonly Pair[] {
  const kinds = new Set(after.map(({ kind }) => kind));
  const alike = [...kinds].flatMap((kind) => pairKind(kind, before, after));
  const weigh = ({ after: at }: Pair) => 1 + (after[at]?.text.length ?? 0);
  const ordered = chooseOrdered(alike, weigh);
  const equal = fillGaps(ordered, before, after, pairEqual);
  return fillGaps(equal, before, after, pairRoles);
}
