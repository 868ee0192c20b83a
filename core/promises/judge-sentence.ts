import { scanMeasuredNumbers } from '../figures/index.ts';
import { remember } from '../memory/index.ts';
import type { Sentence } from './telling-sentences.ts';

/** What makes a pair of letters rare or common. */
export interface Tally {
  /** In how many sentences each pair stands, by its number. */
  readonly counts: Int32Array;
  readonly sentences: number;
}

/** A promise that a sentence is like enough to tell of. */
export interface Told {
  readonly promise: number;
  readonly likeness: number;
}

/** How telling each pair is: the rarer in both years' sentences, the more. */
type Weights = (pair: number) => number;

function weigh({ counts, sentences }: Tally): Weights {
  // A pair in each of a handful of sentences is still a word: a short draft must not make it idle.
  const most = Math.max(sentences, 40);
  const byCount = Float64Array.from(
    { length: most + 1 },
    (_, count) => Math.log(1 + most / Math.max(count, 1)) ** 2,
  );
  return (pair) => byCount[counts[pair] ?? 0] ?? 0;
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

/** Likeness from which a sentence is shown. */
const leastLikeness = 0.25;
/** What counting the same thing adds to likeness. */
const sameUnit = 1.15;

interface Scale {
  readonly weightOf: Weights;
  /** What the pairs of each promise weigh together. */
  readonly sizes: readonly number[];
}

/** Judges sentences by themselves: `units` are what each promise counts in. */
function createMeasure(units: readonly ReadonlySet<string>[]) {
  const unitsOf = remember(listUnits);
  return ({ quote, pairs, shared }: Sentence, { weightOf, sizes }: Scale): readonly Told[] => {
    const size = sumWeights(pairs, weightOf);
    const told: Told[] = [];
    for (const { promise, pairs: both } of shared) {
      const alike = sumWeights(both, weightOf) / Math.sqrt(size * (sizes[promise] ?? 1));
      if (alike * sameUnit < leastLikeness) continue;
      const countsSame = countsAlike(unitsOf(quote), units[promise]);
      const likeness = countsSame ? alike * sameUnit : alike;
      if (likeness >= leastLikeness) told.push({ promise, likeness });
    }
    return told;
  };
}

/** Tells which pairs weigh otherwise than before; null where all may. */
function listChanges(before: Tally | null, now: Tally): ReadonlySet<number> | null {
  if (before?.sentences !== now.sentences) return null;
  const changed = new Set<number>();
  for (const [pair, count] of now.counts.entries()) {
    if (count !== (before.counts[pair] ?? 0)) changed.add(pair);
  }
  return changed;
}

/** True where nothing that a sentence was judged by weighs otherwise. */
function createStay(changed: ReadonlySet<number>, promises: readonly (readonly number[])[]) {
  if (changed.size === 0) return () => true;
  const isChanged = (pairs: readonly number[]) => pairs.some((pair) => changed.has(pair));
  const isPromiseChanged = promises.map(isChanged);
  return ({ pairs, shared }: Sentence) =>
    !isChanged(pairs) && !shared.some(({ promise }) => isPromiseChanged[promise]);
}

type Judged = Map<Sentence, readonly Told[]>;

/**
 * Judges the sentences of one draft after another by what their pairs weigh in it. A sentence that
 * the draft before held too is judged again only where the weights it depends on changed.
 * @param texts the promises
 * @param pairs the pairs of each
 */
export function createJudge(
  texts: readonly string[],
  pairs: readonly (readonly number[])[],
): (tally: Tally) => (sentence: Sentence) => readonly Told[] {
  const measure = createMeasure(texts.map(listUnits));
  let latest: { readonly tally: Tally; readonly judged: Judged } | null = null;
  return (tally) => {
    const changed = listChanges(latest?.tally ?? null, tally);
    const before: Judged = (changed && latest?.judged) ?? new Map();
    const stays = createStay(changed ?? new Set(), pairs);
    const weightOf = weigh(tally);
    const scale = { weightOf, sizes: pairs.map((own) => sumWeights(own, weightOf)) };
    const judged: Judged = new Map();
    latest = { tally, judged };
    return (sentence) => {
      const done = judged.get(sentence);
      if (done) return done;
      const known = before.get(sentence);
      const told = known && stays(sentence) ? known : measure(sentence, scale);
      judged.set(sentence, told);
      return told;
    };
  };
}
