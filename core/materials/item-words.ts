import { foldForMatching } from '../coverage/index.ts';
import type { AppliedPacks, CheckItem } from '../packs/index.ts';

/** How much each pair of letters tells of one question. */
export interface ItemWords {
  readonly item: CheckItem;
  readonly pairs: ReadonlyMap<string, number>;
}

/** Where a word stands tells how much it says of a question. */
const weights = { own: 2, phrase: 1, outline: 0.6, topic: 0.35 } as const;
/** Words of every question: they tell none from another. */
const everyQuestion = /是否写明|是否|写明|情况|没有的|已经|以及|或者|例如|的件数|的次数|的人数/gu;
const blank = /〔[^〕]*〕/gu;

/** The pairs of neighbouring Chinese letters in a text; digits and marks part them. */
export function listPairs(text: string): readonly string[] {
  return [...foldForMatching(text).matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => {
    const letters = [...run];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  });
}

function collectPairs(item: CheckItem, outlineWords: string): ReadonlyMap<string, number> {
  const sources: readonly (readonly [text: string, weight: number])[] = [
    [
      [
        item.question.replace(everyQuestion, '，'),
        ...item.evidence,
        ...item.figures.map(({ name }) => name),
      ].join('，'),
      weights.own,
    ],
    [item.phrases.join('，').replace(blank, '，'), weights.phrase],
    [outlineWords, weights.outline],
    [item.topics.join('，'), weights.topic],
  ];
  const pairs = new Map<string, number>();
  for (const [text, weight] of sources) {
    for (const pair of listPairs(text)) pairs.set(pair, Math.max(weight, pairs.get(pair) ?? 0));
  }
  return pairs;
}

function collectOutlineWords(packs: SuggestPacks): ReadonlyMap<string, string> {
  return new Map(
    packs.outline.chapters.flatMap(({ items }) =>
      items.map(({ id, title, keywords }) => [id, [title, ...keywords].join('，')]),
    ),
  );
}

/** What of the packs tags are suggested from. */
export type SuggestPacks = Pick<AppliedPacks, 'checklist' | 'outline'> &
  Partial<Pick<AppliedPacks, 'departments'>>;

interface Index {
  readonly items: readonly ItemWords[];
  /** Of how few questions a pair speaks: 0 for one that stands in all. */
  readonly rarity: ReadonlyMap<string, number>;
}

const known = new WeakMap<SuggestPacks['checklist'], Index>();

/** The words of every question of the packs, and how rare each is; the same packs are read once. */
export function indexItems(packs: SuggestPacks): Index {
  const before = known.get(packs.checklist);
  if (before) return before;
  const outlineWords = collectOutlineWords(packs);
  const items = packs.checklist.items.map((item) => ({
    item,
    pairs: collectPairs(item, outlineWords.get(item.outlineItem ?? '') ?? ''),
  }));
  const counts = new Map<string, number>();
  for (const { pairs } of items) {
    for (const pair of pairs.keys()) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const rarity = new Map(
    [...counts].map(([pair, count]) => [pair, Math.log((items.length + 1) / (count + 0.5))]),
  );
  const index = { items, rarity };
  known.set(packs.checklist, index);
  return index;
}
