import { type Block, blockText, type Report } from '../model/index.ts';
import { countPairs, findCandidates, measurePairs, type PairCounts } from './likeness.ts';

/** Below this share of common character pairs a block is no rewriting of another. */
const leastLikeness = 0.4;
/** A part of a block that was split, or whose source was joined with others, has this share of its pairs there. */
const leastPiece = 0.7;

interface Item {
  readonly id: string;
  readonly type: Block['type'];
  /** Letters and digits alone. */
  readonly words: string;
  /** Words of the heading the block stands under. */
  readonly home: string;
  readonly pairs: PairCounts;
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

function listItems(report: Report): readonly Item[] {
  const items = (blocks: readonly Block[], heading: string) =>
    blocks.map((block): Item => {
      const words = lettersOf(blockText(block));
      const home = lettersOf(heading);
      return { id: block.id, type: block.type, words, home, pairs: countPairs(words) };
    });
  return [
    ...items(report.preamble, ''),
    ...report.parts.flatMap((part) => [
      ...items(part.blocks, part.heading),
      ...part.sections.flatMap(({ blocks, heading }) => items(blocks, `${part.kind}${heading}`)),
    ]),
  ];
}

/** Pairs off items with the same key, each once, in their order. */
function pairOff(
  items: readonly Item[],
  sources: readonly Item[],
  matched: Map<string, Item>,
  keyOf: (item: Item) => string,
): void {
  const taken = new Set(matched.values());
  const waiting = Map.groupBy(
    sources.filter((source) => !taken.has(source)),
    keyOf,
  );
  const next = new Map<string, number>();
  for (const item of items) {
    if (matched.has(item.id)) continue;
    const key = keyOf(item);
    const at = next.get(key) ?? 0;
    const source = waiting.get(key)?.[at];
    if (!source) continue;
    next.set(key, at + 1);
    matched.set(item.id, source);
  }
}

interface Guess {
  readonly item: Item;
  readonly source: Item;
  readonly likeness: number;
  /** Share of the item's pairs that stand in the source. */
  readonly held: number;
}

function listGuesses(items: readonly Item[], sources: readonly Item[]): readonly Guess[] {
  const candidatesOf = findCandidates(sources);
  return items.flatMap((item) =>
    candidatesOf(item.pairs).map((source): Guess => {
      const { likeness, held } = measurePairs(item.pairs, source.pairs);
      // of two sources as like, the one under the same heading
      const bonus = item.home === source.home ? 1e-6 : 0;
      return { item, source, likeness: likeness + bonus, held };
    }),
  );
}

/** The likest go first and take their source; what is left may share one that it is a piece of. */
function settle(guesses: readonly Guess[], matched: Map<string, Item>): void {
  const taken = new Set(matched.values());
  const likest = guesses
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness);
  for (const { item, source } of likest) {
    if (matched.has(item.id) || taken.has(source)) continue;
    matched.set(item.id, source);
    taken.add(source);
  }
  const pieces = guesses
    .filter(({ held, item }) => held >= leastPiece && item.words.length >= 8)
    .toSorted((a, b) => b.held - a.held);
  for (const { item, source } of pieces) if (!matched.has(item.id)) matched.set(item.id, source);
}

/**
 * Finds for each block of `report` the block of `base` it most likely came from, both by id; null
 * where none is like enough. Equal words go together wherever they stand, those under the same
 * heading first; then the likest, each source once; a piece of a split block shares its source.
 * @param base last year's report, best as rolling forward made this year's text of it
 */
export function matchBlocks(report: Report, base: Report): ReadonlyMap<string, string | null> {
  const items = listItems(report);
  const sources = listItems(base);
  const matched = new Map<string, Item>();
  const worded = (list: readonly Item[]) => list.filter(({ words }) => words !== '');
  pairOff(worded(items), worded(sources), matched, ({ type, words, home }) =>
    [type, home, words].join('\n'),
  );
  pairOff(worded(items), worded(sources), matched, ({ type, words }) => `${type}\n${words}`);
  const taken = new Set(matched.values());
  settle(
    listGuesses(
      items.filter(({ id }) => !matched.has(id)),
      sources,
    ).filter(({ source, held }) => !taken.has(source) || held >= leastPiece),
    matched,
  );
  return new Map(items.map(({ id }) => [id, matched.get(id)?.id ?? null]));
}
