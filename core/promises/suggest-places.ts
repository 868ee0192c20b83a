import type { Place } from '../api/contract.ts';
import { scanMeasuredNumbers } from '../figures/index.ts';
import { blockText, listBlocks, type Report } from '../model/index.ts';
import { listPlanBlockIds } from './plan-passages.ts';
import type { PlanPromise } from './promise.ts';
import { findSentences } from './spans.ts';
import { readPairs } from './word-pairs.ts';

/** A sentence of a report, with the pairs of letters that tell what it is about. */
export interface TellingSentence {
  readonly place: Place;
  /** True in the part that names faults. */
  readonly isFault: boolean;
  readonly pairs: readonly number[];
}

/** A sentence wherever it stands. */
type Sentence = Pick<TellingSentence, 'pairs'> & { readonly quote: string };

function readSentences(text: string): readonly Sentence[] {
  return findSentences(text, { start: 0, end: text.length }).map(({ start, end }) => {
    const quote = text.slice(start, end);
    return { quote, pairs: readPairs(quote) };
  });
}

/** More texts than any draft holds while it is written. */
const mostRemembered = 6000;

/**
 * Lists every sentence of the parts of a report, but for those that plan. Texts that a report asked
 * about before held too are not read again.
 */
export function createSentenceLister(): (report: Report) => readonly TellingSentence[] {
  const known = new Map<string, readonly Sentence[]>();
  const read = (text: string) => {
    const sentences = known.get(text) ?? readSentences(text);
    if (known.size >= mostRemembered) known.clear();
    known.set(text, sentences);
    return sentences;
  };
  return (report) => {
    const plans = listPlanBlockIds(report);
    const faults = new Set(
      report.parts.flatMap(({ id, kind }) => (kind === 'shortcomings' ? [id] : [])),
    );
    return listBlocks(report).flatMap(({ block, partId, sectionId }) => {
      if (partId === null || block.type === 'subheading' || plans.has(block.id)) return [];
      return read(blockText(block)).map(({ quote, pairs }) => {
        const place = { partId, sectionId, blockId: block.id, quote };
        return { place, isFault: faults.has(partId), pairs };
      });
    });
  };
}

/** How telling each pair is: the rarer in both years' sentences, the more. */
type Weights = (pair: number) => number;

function weigh(years: readonly (readonly TellingSentence[])[]): Weights {
  const counts = new Map<number, number>();
  let sentences = 0;
  for (const year of years) {
    sentences += year.length;
    for (const { pairs } of year) {
      for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  // A pair in each of a handful of sentences is still a word: a short draft must not make it idle.
  const most = Math.max(sentences, 40);
  const byCount = Array.from(
    { length: most + 1 },
    (_, count) => Math.log(1 + most / Math.max(count, 1)) ** 2,
  );
  return (pair) => byCount[counts.get(pair) ?? 1] ?? 0;
}

/** Which promises hold a pair. */
function indexPromises(promises: readonly (readonly number[])[]): ReadonlyMap<number, number[]> {
  const holders = new Map<number, number[]>();
  promises.forEach((pairs, index) => {
    for (const pair of pairs) {
      const known = holders.get(pair);
      if (known) known.push(index);
      else holders.set(pair, [index]);
    }
  });
  return holders;
}

interface Shared {
  weight: number;
  count: number;
}

/** What a sentence shares with each promise, by the promise's index. */
function findShared(
  pairs: readonly number[],
  holders: ReadonlyMap<number, readonly number[]>,
  weightOf: Weights,
): ReadonlyMap<number, Shared> {
  const shared = new Map<number, Shared>();
  for (const pair of pairs) {
    for (const promise of holders.get(pair) ?? []) {
      const known = shared.get(promise) ?? { weight: 0, count: 0 };
      known.weight += weightOf(pair);
      known.count += 1;
      shared.set(promise, known);
    }
  }
  return shared;
}

const sumWeights = (pairs: readonly number[], weightOf: Weights) =>
  pairs.reduce((sum, pair) => sum + weightOf(pair), 0);

function listUnits(text: string): ReadonlySet<string> {
  return new Set(scanMeasuredNumbers(text).map(({ unit }) => unit));
}

/** Likeness from which a sentence is shown, how many pairs it must share, and how many are shown. */
const leastLikeness = 0.25;
const leastShared = 3;
const mostSuggestions = 3;
/** What counting the same thing adds to likeness. */
const sameUnit = 1.15;
/** A suggestion much weaker than the best is left out. */
const leastOfBest = 0.5;

interface Candidate {
  readonly place: Place;
  readonly isFault: boolean;
  readonly likeness: number;
}

/** What was done answers a promise; a fault does only where nothing tells that it was done. */
function pickBest(candidates: readonly Candidate[]): readonly Place[] {
  const done = candidates.filter(({ isFault }) => !isFault);
  const ordered = (done.length > 0 ? done : candidates).toSorted((a, b) => b.likeness - a.likeness);
  const best = ordered[0]?.likeness ?? 0;
  return ordered
    .filter(({ likeness }) => likeness >= best * leastOfBest)
    .slice(0, mostSuggestions)
    .map(({ place }) => place);
}

/**
 * For each promise the places of this year's report that most likely tell of it, the likeliest
 * first: at most three, none where nothing is like enough.
 */
export function suggestPlaces(
  promises: readonly PlanPromise[],
  base: readonly TellingSentence[],
  now: readonly TellingSentence[],
): readonly (readonly Place[])[] {
  const weightOf = weigh([base, now]);
  const pairsOf = promises.map(({ text }) => readPairs(text));
  const sizes = pairsOf.map((pairs) => sumWeights(pairs, weightOf));
  const units = promises.map(({ text }) => listUnits(text));
  const holders = indexPromises(pairsOf);
  const candidates = promises.map((): Candidate[] => []);
  for (const { place, isFault, pairs } of now) {
    const told = [...findShared(pairs, holders, weightOf)].filter(
      ([, { count }]) => count >= leastShared,
    );
    if (told.length === 0) continue;
    const size = sumWeights(pairs, weightOf);
    let counted: ReadonlySet<string> | null = null;
    for (const [index, shared] of told) {
      const alike = shared.weight / Math.sqrt(size * (sizes[index] ?? 1));
      if (alike * sameUnit < leastLikeness) continue;
      counted ??= listUnits(place.quote);
      const countsSame = [...counted].some((unit) => units[index]?.has(unit));
      const likeness = countsSame ? alike * sameUnit : alike;
      if (likeness >= leastLikeness) candidates[index]?.push({ place, isFault, likeness });
    }
  }
  return candidates.map(pickBest);
}
