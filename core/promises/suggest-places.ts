import type { Place } from '../api/shapes.ts';
import { scanMeasuredNumbers } from '../figures/index.ts';
import { remember } from '../memory/index.ts';
import { blockText, listBlocks, type Report } from '../model/index.ts';
import { listPlanBlockIds } from './plan-passages.ts';
import type { PlanPromise } from './promise.ts';
import { findSentences } from './spans.ts';
import { createPairReader, type PairReader } from './word-pairs.ts';

/** A sentence of a report, with the pairs of letters that tell what it is about. */
interface TellingSentence {
  readonly place: Place;
  /** True in the part that names faults. */
  readonly isFault: boolean;
  readonly pairs: readonly number[];
}

/** A sentence wherever it stands. */
type Sentence = Pick<TellingSentence, 'pairs'> & { readonly quote: string };

function readSentences(text: string, readPairs: PairReader['read']): readonly Sentence[] {
  return findSentences(text, { start: 0, end: text.length }).map(({ start, end }) => {
    const quote = text.slice(start, end);
    return { quote, pairs: readPairs(quote) };
  });
}

/**
 * Lists every sentence of the parts of a report, but for those that plan. Texts that a report asked
 * about before held too are not read again.
 */
function createSentenceLister(
  readPairs: PairReader['read'],
): (report: Report) => readonly TellingSentence[] {
  const read = remember((text) => readSentences(text, readPairs));
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

/** In how many sentences each pair stands, added to what was counted `before`. */
function countPairs(
  sentences: readonly TellingSentence[],
  size: number,
  before: Int32Array = new Int32Array(0),
): Int32Array {
  const counts = new Int32Array(size);
  counts.set(before);
  for (const { pairs } of sentences) {
    for (const pair of pairs) counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return counts;
}

function weigh(counts: Int32Array, sentences: number): Weights {
  // A pair in each of a handful of sentences is still a word: a short draft must not make it idle.
  const most = Math.max(sentences, 40);
  const byCount = Float64Array.from(
    { length: most + 1 },
    (_, count) => Math.log(1 + most / Math.max(count, 1)) ** 2,
  );
  return (pair) => byCount[counts[pair] ?? 0] ?? 0;
}

type Holders = readonly (readonly number[] | undefined)[];

/** Which promises hold a pair. */
function indexPromises(promises: readonly (readonly number[])[]): Holders {
  const holders: number[][] = [];
  for (const [index, pairs] of promises.entries()) {
    for (const pair of pairs) {
      const known = holders[pair];
      if (known) known.push(index);
      else holders[pair] = [index];
    }
  }
  return holders;
}

interface Shared {
  readonly promise: number;
  readonly weight: number;
}

/** Finds the promises that a sentence shares enough pairs with, and what these weigh together. */
function createSharedFinder(
  promises: number,
  holders: Holders,
  weightOf: Weights,
): (pairs: readonly number[]) => readonly Shared[] {
  const weights = new Float64Array(promises);
  const counts = new Int32Array(promises);
  return (pairs) => {
    weights.fill(0);
    counts.fill(0);
    for (const pair of pairs) {
      for (const promise of holders[pair] ?? []) {
        weights[promise] = (weights[promise] ?? 0) + weightOf(pair);
        counts[promise] = (counts[promise] ?? 0) + 1;
      }
    }
    const shared: Shared[] = [];
    for (let promise = 0; promise < promises; promise += 1) {
      if ((counts[promise] ?? 0) < leastShared) continue;
      shared.push({ promise, weight: weights[promise] ?? 0 });
    }
    return shared;
  };
}

function sumWeights(pairs: readonly number[], weightOf: Weights): number {
  let sum = 0;
  for (const pair of pairs) sum += weightOf(pair);
  return sum;
}

function listUnits(text: string): ReadonlySet<string> {
  return new Set(scanMeasuredNumbers(text).map(({ unit }) => unit));
}

function countsAlike(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean {
  if (!b || b.size === 0) return false;
  for (const unit of a) if (b.has(unit)) return true;
  return false;
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

/** Words of a fault that owns to something begun and not finished. */
const unfinished =
  /[尚还]未|还没有?|未能|没有(?:完成|落实|建成)|未完成|未落实|[较缓太]慢|滞后|搁置|拖延|不到位/u;

/** What was done answers a promise; a fault does only where it tells that it was not, and nothing that it was. */
function pickBest(candidates: readonly Candidate[]): readonly Place[] {
  const done = candidates.filter(({ isFault }) => !isFault);
  const told =
    done.length > 0 ? done : candidates.filter(({ place }) => unfinished.test(place.quote));
  const ordered = told.toSorted((a, b) => b.likeness - a.likeness);
  const best = ordered[0]?.likeness ?? 0;
  return ordered
    .filter(({ likeness }) => likeness >= best * leastOfBest)
    .slice(0, mostSuggestions)
    .map(({ place }) => place);
}

/** A promise made ready for being looked for. */
interface Sought {
  readonly pairs: readonly number[];
  readonly units: ReadonlySet<string>;
}

function listCandidates(
  sought: readonly Sought[],
  now: readonly TellingSentence[],
  {
    holders,
    weightOf,
    unitsOf,
  }: {
    readonly holders: Holders;
    readonly weightOf: Weights;
    readonly unitsOf: (text: string) => ReadonlySet<string>;
  },
): readonly (readonly Candidate[])[] {
  const sizes = sought.map(({ pairs }) => sumWeights(pairs, weightOf));
  const candidates = sought.map((): Candidate[] => []);
  const findShared = createSharedFinder(sought.length, holders, weightOf);
  for (const { place, isFault, pairs } of now) {
    const told = findShared(pairs);
    if (told.length === 0) continue;
    const size = sumWeights(pairs, weightOf);
    let counted: ReadonlySet<string> | null = null;
    for (const { promise: index, weight } of told) {
      const alike = weight / Math.sqrt(size * (sizes[index] ?? 1));
      if (alike * sameUnit < leastLikeness) continue;
      counted ??= unitsOf(place.quote);
      const countsSame = countsAlike(counted, sought[index]?.units);
      const likeness = countsSame ? alike * sameUnit : alike;
      if (likeness >= leastLikeness) candidates[index]?.push({ place, isFault, likeness });
    }
  }
  return candidates;
}

/**
 * Finds for each promise the places of a draft that most likely tell of it, the likeliest first: at
 * most three, none where nothing is like enough. Texts that a draft asked about before held too are
 * not read again.
 * @param base last year's report, whose words tell which are rare
 */
export function createPlaceSuggester(
  promises: readonly PlanPromise[],
  base: Report,
): (report: Report) => readonly (readonly Place[])[] {
  const reader = createPairReader();
  const listSentences = createSentenceLister(reader.read);
  const told = listSentences(base);
  const sought = promises.map(({ text }) => ({ pairs: reader.read(text), units: listUnits(text) }));
  const holders = indexPromises(sought.map(({ pairs }) => pairs));
  const counted = countPairs(told, reader.count());
  const unitsOf = remember(listUnits);
  return (report) => {
    const now = listSentences(report);
    const counts = countPairs(now, reader.count(), counted);
    const weightOf = weigh(counts, told.length + now.length);
    return listCandidates(sought, now, { holders, weightOf, unitsOf }).map(pickBest);
  };
}
