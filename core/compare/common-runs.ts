/** Shorter runs are common to any two texts about the same matter. */
const leastRun = 4;
/** How many places of one run's beginning are tried: more occur in no text that anybody wrote. */
const mostTries = 64;

function indexRuns(words: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + leastRun <= words.length; at += 1) {
    const run = words.slice(at, at + leastRun);
    const known = places.get(run);
    if (known) known.push(at);
    else places.set(run, [at]);
  }
  return places;
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
  const index = indexRuns(then);
  const used = new Uint8Array(then.length);
  let [common, at, behind] = [0, 0, 0];
  while (at + leastRun <= now.length) {
    const places = index.get(now.slice(at, at + leastRun)) ?? [];
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
