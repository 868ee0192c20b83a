/** Shorter runs are common to any two texts about the same matter. */
const leastRun = 4;
/** How many places of one run's beginning are tried: more occur in no text that anybody wrote. */
const mostTries = 64;

/** Some number of the run that begins at `at`; equal runs have the same. */
function sumRun(words: string, at: number): number {
  let sum = 0;
  for (let next = at; next < at + leastRun; next += 1) {
    sum = Math.imul(sum, 31) + words.charCodeAt(next);
  }
  return sum;
}

function isSameRun(a: string, at: number, b: string, place: number): boolean {
  for (let n = 0; n < leastRun; n += 1) {
    if (a.charCodeAt(at + n) !== b.charCodeAt(place + n)) return false;
  }
  return true;
}

/** Finds the places of a text at which the run stands that begins at an offset of another, in order. */
type FindRun = (text: string, at: number) => readonly number[];

/** Runs are chained by their number in plain arrays: cutting each out would cost more than comparing all. */
function indexRuns(words: string): FindRun {
  const size = 2 ** Math.ceil(Math.log2(words.length + 1));
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(words.length);
  for (let at = words.length - leastRun; at >= 0; at -= 1) {
    const slot = sumRun(words, at) & (size - 1);
    next[at] = first[slot] ?? -1;
    first[slot] = at;
  }
  // by the first of them: a run that comes again and again is followed once
  const known = new Map<number, readonly number[]>();
  return (text, at) => {
    let place = first[sumRun(text, at) & (size - 1)] ?? -1;
    while (place >= 0 && !isSameRun(text, at, words, place)) place = next[place] ?? -1;
    const before = known.get(place);
    if (before) return before;
    const places: number[] = [];
    const beginning = place;
    for (; place >= 0; place = next[place] ?? -1) {
      if (isSameRun(text, at, words, place)) places.push(place);
    }
    known.set(beginning, places);
    return places;
  };
}

/** The first index whose place is not before `at`. */
function findFrom(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Run {
  readonly place: number;
  readonly length: number;
}

function measureRun(now: string, at: number, then: string, place: number, used: Uint8Array) {
  let length = 0;
  while (
    at + length < now.length &&
    place + length < then.length &&
    used[place + length] === 0 &&
    now[at + length] === then[place + length]
  ) {
    length += 1;
  }
  return length;
}

/**
 * How many characters of `now` stand in `then` too, in runs of four at least, each place of `then`
 * counted once. From left to right the longest run is taken, of equal ones the next in order.
 * Linear in both lengths.
 */
export function countCommon(now: string, then: string): number {
  if (now === then) return now.length;
  const findRun = indexRuns(then);
  const used = new Uint8Array(then.length);
  let [common, at, behind] = [0, 0, 0];
  while (at + leastRun <= now.length) {
    const places = findRun(now, at);
    const next = findFrom(places, behind);
    const tried = [
      ...places.slice(next, next + mostTries),
      ...places.slice(Math.max(0, next - mostTries), next),
    ];
    let best: Run = { place: 0, length: 0 };
    for (const place of tried) {
      const length = measureRun(now, at, then, place, used);
      if (length > best.length) best = { place, length };
    }
    if (best.length < leastRun) at += 1;
    else {
      used.fill(1, best.place, best.place + best.length);
      common += best.length;
      at += best.length;
      behind = best.place + best.length;
    }
  }
  return common;
}
