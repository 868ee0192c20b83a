import { type Alignment, alignTexts } from '../compare/index.ts';
import type { Span } from '../figures/index.ts';

/** Letters of a clause that stands word for word in last year's text and so came from there. */
const leastClause = 6;
/** Letters beside a token that an unchanged run must hold: a short one alone may be the same by chance. */
const leastBeside = 2;
const longToken = 6;
/** A clause is followed so far either way; a longer one is a text whose marks were lost. */
const mostClause = 120;
const clauseEnd = /[，。；：、！？,;:!?\n\t]/u;

/** Tells whether words of a text were carried over. */
export type IsCarried = (span: Span) => boolean;

function clauseAround(text: string, { start, end }: Span): Span {
  const [least, most] = [Math.max(0, start - mostClause), Math.min(text.length, end + mostClause)];
  let from = start;
  while (from > least && !clauseEnd.test(text[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < most && !clauseEnd.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/** Where each unchanged run begins and ends, by offset; both are 0 where the sign is new. */
interface Runs {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function findRuns(map: Alignment): Runs {
  const starts = new Int32Array(map.length);
  const ends = new Int32Array(map.length);
  let from = 0;
  for (let at = 1; at <= map.length; at += 1) {
    if (at < map.length && map[at] === (map[at - 1] ?? -2) + 1 && (map[at - 1] ?? -1) >= 0)
      continue;
    if ((map[from] ?? -1) >= 0) {
      starts.fill(from, from, at);
      ends.fill(at, from, at);
    }
    from = at;
  }
  return { starts, ends };
}

/** Length of the unchanged run around a span; 0 where the span itself was changed. */
function runAround({ starts, ends }: Runs, { start, end }: Span): number {
  const last = ends[start] ?? 0;
  return last >= end ? last - (starts[start] ?? 0) : 0;
}

/** Share of a span's letters that stand in the source at their place, 0–1. */
function shareKept(map: Alignment, { start, end }: Span): number {
  let kept = 0;
  for (let at = start; at < end; at += 1) if ((map[at] ?? -1) >= 0) kept += 1;
  return kept / Math.max(1, end - start);
}

/**
 * Compares a text with the one it was carried from. Carried is what lies in an unchanged run, and
 * what stands in a clause taken word for word from anywhere in last year's text.
 * @param source what rolling forward made of its source; null for a text without one
 * @param lastYear all of last year's text as rolling forward made it
 */
export function createIsCarried(text: string, source: string | null, lastYear: string): IsCarried {
  if (text === source) return () => true;
  const map = source === null || source === '' ? null : alignTexts(text, source);
  const runs = map && findRuns(map);
  return (span) => {
    const length = span.end - span.start;
    const run = runs ? runAround(runs, span) : 0;
    if (run >= (length >= longToken ? length : Math.min(length + leastBeside, text.length))) {
      return true;
    }
    const clause = clauseAround(text, span);
    const words = text.slice(clause.start, clause.end).trim();
    if (words.length < leastClause) return false;
    // A clause edited where it stood may come to say what another one says; it was not taken from there.
    if (map && shareKept(map, clause) >= 0.5) return false;
    return lastYear.includes(words);
  };
}
