import type { Span } from '../figures/index.ts';
import { type Alignment, alignTexts } from './align.ts';

/** Letters of a clause that stands word for word in last year's text and so came from there. */
const leastClause = 6;
/** Letters beside a token that an unchanged run must hold: a short one alone may be the same by chance. */
const leastBeside = 2;
const longToken = 6;
const clauseEnd = /[，。；：、！？,;:!?\n\t]/u;

/** Tells whether words of a text were carried over. */
export type IsCarried = (span: Span) => boolean;

function clauseAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !clauseEnd.test(text[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < text.length && !clauseEnd.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/** Length of the unchanged run around a span; 0 where the span itself was changed. */
function runAround(map: Alignment, { start, end }: Span): number {
  const goesOn = (at: number) => map[at] === (map[at - 1] ?? -2) + 1;
  if ((map[start] ?? -1) < 0) return 0;
  for (let at = start + 1; at < end; at += 1) if (!goesOn(at)) return 0;
  let [from, to] = [start, end];
  while (from > 0 && (map[from - 1] ?? -1) >= 0 && goesOn(from)) from -= 1;
  while (to < map.length && goesOn(to)) to += 1;
  return to - from;
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
  return (span) => {
    const length = span.end - span.start;
    const run = map ? runAround(map, span) : 0;
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
