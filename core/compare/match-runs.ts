/** A run of entries that stand in both lists: where in each, and how many. */
export interface MatchRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Steps that may still be taken; shared by all the comparisons of one pair of texts. */
export interface Effort {
  left: number;
}

/** How many entries may differ before two lists are not compared entry by entry. */
const mostDifferences = 900;

interface Frontier {
  readonly reached: Int32Array;
  readonly offset: number;
}

/** The step onto diagonal `k` at the last of `d` differences: where it leads, and from which side. */
function readStep({ reached, offset }: Frontier, d: number, k: number) {
  const below = reached[offset + k + 1] ?? 0;
  const left = reached[offset + k - 1] ?? 0;
  const isDown = k === -d || (k !== d && left < below);
  return { isDown, x: isDown ? below : left + 1 };
}

/** Walks back from the end through the frontiers of each number of differences. */
function collectRuns(trace: readonly Int32Array[], n: number, m: number): readonly MatchRun[] {
  const runs: MatchRun[] = [];
  let x = n;
  let k = n - m;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reached = trace[d] ?? new Int32Array(1);
    const step =
      d === 0
        ? { isDown: true, x: 0 }
        : readStep({ reached, offset: (reached.length - 1) / 2 }, d, k);
    if (x > step.x) runs.push({ a: step.x, b: step.x - k, length: x - step.x });
    x = step.isDown ? step.x : step.x - 1;
    k = step.isDown ? k + 1 : k - 1;
  }
  return runs.toReversed();
}

interface Lists {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Goes as far as `d` differences lead on every diagonal. True when that is the end of both lists. */
function widen({ a, b }: Lists, { reached, offset }: Frontier, d: number, effort: Effort): boolean {
  const n = a.length;
  const m = b.length;
  for (let k = -d; k <= d; k += 2) {
    if (k < -m || k > n) continue;
    // As in readStep; written out, not called, for this is where all the time goes.
    const below = reached[offset + k + 1] ?? 0;
    const left = reached[offset + k - 1] ?? 0;
    const start = k === -d || (k !== d && left < below) ? below : left + 1;
    let x = start;
    while (x < n && x - k < m && a[x] === b[x - k]) x += 1;
    effort.left -= 1 + x - start;
    reached[offset + k] = x;
    if (x >= n && x - k >= m) return true;
  }
  return false;
}

/**
 * The longest runs that two lists share in order (Myers 1986), so that as little as may be differs.
 * Null when more differs than `effort` allows to look at.
 */
export function matchRuns(
  a: readonly number[],
  b: readonly number[],
  effort: Effort,
): readonly MatchRun[] | null {
  const most = Math.min(a.length + b.length, mostDifferences);
  const frontier = { reached: new Int32Array(2 * most + 3), offset: most + 1 };
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most && effort.left >= 0; d += 1) {
    trace.push(frontier.reached.slice(frontier.offset - d - 1, frontier.offset + d + 2));
    if (widen({ a, b }, frontier, d, effort)) return collectRuns(trace, a.length, b.length);
  }
  return null;
}
