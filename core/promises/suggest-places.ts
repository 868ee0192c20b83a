import type { Place } from '../api/shapes.ts';
import type { Report } from '../model/index.ts';
import { createJudge, type Told } from './judge-sentence.ts';
import type { PlanPromise } from './promise.ts';
import { createTextLister, type PlacedReading, type Sentence } from './telling-sentences.ts';
import { createPairReader } from './word-pairs.ts';

/** In how many sentences each pair stands, added to what was counted `before`. */
function countPairs(
  texts: readonly PlacedReading[],
  size: number,
  before: Int32Array = new Int32Array(0),
): Int32Array {
  const counts = new Int32Array(size);
  counts.set(before);
  for (const { reading } of texts) {
    for (const pair of reading.pairs) counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return counts;
}

function countSentences(texts: readonly PlacedReading[]): number {
  return texts.reduce((sum, { reading }) => sum + reading.sentences, 0);
}

/** How many places are shown. */
const mostSuggestions = 3;
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
  const best = told.reduce((most, { likeness }) => Math.max(most, likeness), 0);
  return told
    .filter(({ likeness }) => likeness >= best * leastOfBest)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostSuggestions)
    .map(({ place }) => place);
}

function listCandidates(
  promises: number,
  now: readonly PlacedReading[],
  judge: (sentence: Sentence) => readonly Told[],
): readonly (readonly Candidate[])[] {
  const candidates = Array.from({ length: promises }, (): Candidate[] => []);
  for (const { partId, sectionId, blockId, isFault, reading } of now) {
    for (const sentence of reading.telling) {
      const told = judge(sentence);
      if (told.length === 0) continue;
      const place = { partId, sectionId, blockId, quote: sentence.quote };
      for (const { promise, likeness } of told) {
        candidates[promise]?.push({ place, isFault, likeness });
      }
    }
  }
  return candidates;
}

/**
 * Finds for each promise the places of a draft that most likely tell of it, the likeliest first: at
 * most three, none where nothing is like enough. What a draft asked about before held too is neither
 * read again nor, where no pair in it became rarer or more common, weighed again.
 * @param base last year's report, whose words tell which are rare
 */
export function createPlaceSuggester(
  promises: readonly PlanPromise[],
  base: Report,
): (report: Report) => readonly (readonly Place[])[] {
  const reader = createPairReader();
  const texts = promises.map(({ text }) => text);
  const pairs = texts.map(reader.read);
  const listTexts = createTextLister(reader.read, pairs);
  const judgeAll = createJudge(texts, pairs);
  const told = listTexts(base);
  const counted = countPairs(told, reader.count());
  const sentences = countSentences(told);
  return (report) => {
    const now = listTexts(report);
    const counts = countPairs(now, reader.count(), counted);
    const judge = judgeAll({ counts, sentences: sentences + countSentences(now) });
    return listCandidates(promises.length, now, judge).map(pickBest);
  };
}
