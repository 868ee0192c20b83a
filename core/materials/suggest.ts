import { coverReport, foldForMatching } from '../coverage/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  createCountingIds,
  partKinds,
  type Report,
} from '../model/index.ts';
import { type Department, escapeWords } from '../packs/index.ts';
import { type ItemWords, indexItems, listPairs, type SuggestPacks } from './item-words.ts';

/** A question a material is likely for, and why. */
export interface ItemSuggestion {
  readonly itemId: string;
  /** True when a sentence of the material would answer the question as it stands. */
  readonly answers: boolean;
  /** Words of the material that speak of the question, the most telling first; at most three. */
  readonly words: readonly string[];
}

/** The most that is suggested. */
export const MOST_SUGGESTIONS = 5;
/** As much of a long file is looked at: what it is about stands at its beginning. */
const lookedAtCharacters = 6000;

const answerScore = 9;
const touchScore = 3;
/** Less than this is chance: two letters that many words share. */
const leastScore = 5;
/** A question that scores less than this share of the best is another matter. */
const leastShare = 0.35;

interface Scored extends ItemSuggestion {
  readonly score: number;
}

type Rarity = ReadonlyMap<string, number>;

/** Stretches of the text whose every pair speaks of a question, with what they weigh. */
function findRuns(
  text: string,
  weigh: (pair: string) => number,
): readonly { readonly words: string; readonly weight: number }[] {
  const runs: { words: string; weight: number }[] = [];
  for (const [chinese] of text.matchAll(/\p{Script=Han}+/gu)) {
    const letters = [...chinese];
    let run = { words: '', weight: 0 };
    for (const [index, letter] of letters.entries()) {
      const weight = index === 0 ? 0 : weigh(`${letters[index - 1]}${letter}`);
      if (weight > 0) {
        run.words = run.words === '' ? `${letters[index - 1]}${letter}` : `${run.words}${letter}`;
        run.weight += weight;
      } else if (run.words !== '') {
        runs.push(run);
        run = { words: '', weight: 0 };
      }
    }
    if (run.words !== '') runs.push(run);
  }
  return runs;
}

function tellWords(text: string, { pairs }: ItemWords, rarity: Rarity): readonly string[] {
  const weigh = (pair: string) => (pairs.get(pair) ?? 0) * (rarity.get(pair) ?? 0);
  const runs = findRuns(text, weigh).toSorted((a, b) => b.weight - a.weight);
  const words = [...new Set(runs.map(({ words: run }) => run))];
  return words
    .filter((word) => !words.some((other) => other !== word && other.includes(word)))
    .slice(0, 3);
}

/** What shared words weigh, tempered by how many words a question has: a wordy one shares more by chance. */
function scoreWords(
  pairsOfText: readonly string[],
  { pairs }: ItemWords,
  rarity: Rarity,
  answers: boolean,
): number {
  const shared = pairsOfText.filter((pair) => pairs.has(pair));
  // one word of two letters is chance, however rare: 电话
  if (shared.length < 2 && !answers) return 0;
  const sum = shared.reduce(
    (total, pair) => total + (pairs.get(pair) ?? 0) * (rarity.get(pair) ?? 0),
    0,
  );
  return sum / (0.6 + 0.4 * (pairs.size / 60));
}

/** The text as each part of a report would hold it: a note does not say where it will stand. */
function buildEveryPart(text: string, year: number): Report {
  const createId = createCountingIds();
  const parts = partKinds.map((kind) =>
    buildPart(createId, kind, '', {
      blocks: text.split('\n').map((line) => buildParagraph(createId, line)),
    }),
  );
  return buildReport(year, { parts });
}

/** Questions the text speaks to, and whether it answers them. */
function gradeItems(text: string, packs: SuggestPacks, year: number): ReadonlyMap<string, boolean> {
  const { items } = coverReport(buildEveryPart(text, year), packs);
  return new Map(
    items.flatMap(({ itemId, found }) =>
      found === 'missing' ? [] : [[itemId, found === 'answered'] as const],
    ),
  );
}

function scoreItem(
  words: ItemWords,
  text: { readonly folded: string; readonly pairs: readonly string[] },
  rarity: Rarity,
  grade: boolean | undefined,
): Scored {
  const shared = scoreWords(text.pairs, words, rarity, grade === true);
  const found = grade === undefined ? 0 : grade ? answerScore : touchScore;
  return {
    itemId: words.item.id,
    answers: grade === true,
    words: [],
    // a pattern made for one part of a report, where any number answers, says nothing of a note alone
    score: shared === 0 ? 0 : found + shared,
  };
}

/** An office that opens a clause, alone or behind a day, does or sends what is told: it is no topic. */
function leaveOutDoers(text: string, departments: readonly Department[]): string {
  const names = departments.flatMap(({ name, aliases }) => [name, ...aliases]);
  if (names.length === 0) return text;
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(escapeWords);
  const doer = new RegExp(`(^|[。；，：\\s]|[月日号初底末])(?:${longestFirst.join('|')})`, 'gu');
  return text.replace(doer, '$1，');
}

/**
 * The questions a note, a paste or a file is most likely for, the likeliest first, at most
 * {@link MOST_SUGGESTIONS}; none where nothing in it speaks of any. Rests on the sentences that
 * answer or touch a question, and on the words a question, its evidence, its figures, its sentences
 * and its outline item share with the text. Costs a few milliseconds for a page.
 * @param year of the report: what is said of a later one is a plan
 */
export function suggestItems(
  text: string,
  packs: SuggestPacks,
  year: number,
): readonly ItemSuggestion[] {
  const beginning = leaveOutDoers(text.slice(0, lookedAtCharacters), packs.departments ?? []);
  const { items, rarity } = indexItems(packs);
  const folded = foldForMatching(beginning);
  const looked = { folded, pairs: [...new Set(listPairs(beginning))] };
  const grades = gradeItems(beginning, packs, year);
  const scored = items
    .map((words) => ({ words, found: scoreItem(words, looked, rarity, grades.get(words.item.id)) }))
    .toSorted((a, b) => b.found.score - a.found.score);
  const best = scored[0]?.found.score ?? 0;
  const least = Math.max(leastScore, best * leastShare);
  return scored
    .slice(0, MOST_SUGGESTIONS)
    .filter(({ found }) => found.score >= least)
    .map(({ words, found: { itemId, answers } }) => ({
      itemId,
      answers,
      words: tellWords(folded, words, rarity),
    }));
}
