import type { Alignment } from '../compare/index.ts';
import type { Span } from '../figures/index.ts';
import type { BaseTexts, SourceText } from './base-texts.ts';
import { clauseAround, lettersOf, splitClauses } from './clause.ts';
import { traceBackwards, traceForwards } from './trace.ts';

/** Letters beside a token that an unchanged run must hold: a short one alone may be the same by chance. */
const leastBeside = 2;
const longToken = 6;
/** A text of one number says nothing of where it came from: it is carried when it is the same. */
const leastRun = 3;

/**
 * Where words of a draft stood in last year's texts: text and offset, and a `?` where equal words
 * stood in several places of it and nobody can tell which of them these are. Null for new words.
 */
export type FindAnchor = (span: Span) => string | null;

/** Blocks of one source, as a split makes them, as one text. */
export interface Siblings {
  readonly text: string;
  /** Where in it the own text begins. */
  readonly from: number;
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

/** True when every letter of a span stands in the source at its place; numbers may be others. */
function keepsLetters(map: Alignment, text: string, { start, end }: Span): boolean {
  let kept = 0;
  for (let at = start; at < end; at += 1) {
    const isKept = (map[at] ?? -1) >= 0;
    if (!isKept && lettersOf(text, { start: at, end: at + 1 }) !== '') return false;
    if (isKept) kept += 1;
  }
  return kept > 0;
}

/** A text beside the one it was carried from. */
interface Trace {
  readonly find: FindAnchor;
  /** True where all of the clause around a span stands in the source as it is. */
  readonly isKept: (span: Span) => boolean;
  /** True where nothing but the numbers of the clause around a span was edited. */
  readonly isEdited: (span: Span) => boolean;
}

const isRepeated = (text: string, words: string) => text.indexOf(words) !== text.lastIndexOf(words);

function countPlaces(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    count += 1;
  return count;
}

function trace(text: string, source: SourceText): Trace {
  const map = traceForwards(text, source.text);
  const runs = findRuns(map);
  let backwards: Alignment | null = null;
  const isKept = (span: Span) => {
    const clause = clauseAround(text, span);
    return runAround(runs, clause) >= clause.end - clause.start;
  };
  const find: FindAnchor = (span) => {
    const { start, end } = span;
    const length = end - start;
    const least =
      length >= longToken
        ? length
        : Math.min(length + leastBeside, Math.max(leastRun, text.length));
    if (runAround(runs, span) < least) return null;
    const offset = map[start] ?? -1;
    const sample = isKept(span) ? clauseAround(text, span) : span;
    const words = text.slice(sample.start, sample.end);
    if (!isRepeated(source.text, words)) return `${source.place}/${offset}`;
    backwards ??= traceBackwards(text, source.text);
    const last = backwards[start] ?? -1;
    const isSure = last === offset || last < 0;
    return `${source.place}/${isSure ? offset : `${Math.min(offset, last)}?`}`;
  };
  return {
    find,
    isKept,
    isEdited: (span) => keepsLetters(map, text, clauseAround(text, span)),
  };
}

const nowhere: Trace = { find: () => null, isKept: () => false, isEdited: () => false };

/** The trace of a text that begins at `by` in the one that was traced. */
function shiftTrace({ find, isKept, isEdited }: Trace, by: number): Trace {
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    find: (span) => find(shift(span)),
    isKept: (span) => isKept(shift(span)),
    isEdited: (span) => isEdited(shift(span)),
  };
}

/** How often the clause around a span stands in the draft's text and in its source. */
interface Copies {
  readonly inDraft: number;
  readonly inSource: number;
}

type CountClause = (words: string) => number;

/** Counts the clauses of a text once; a number with marks of its own is looked for. */
function createClauseCounter(text: string): CountClause {
  const counts = new Map<string, number>();
  for (const clause of splitClauses(text)) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return (words) => counts.get(words) ?? countPlaces(text, words);
}

const noClause: CountClause = () => 0;

/** Words that do not stand where they stood, but in a clause that does stand in last year's texts. */
function findElsewhere(
  text: string,
  source: SourceText | null,
  span: Span,
  { inDraft, inSource }: Copies,
  base: BaseTexts,
): string | null {
  const spot = base.find(text, span, source?.place ?? null);
  if (spot === null) return null;
  if (!source || inSource === 0 || inDraft + inSource < 3) return `${spot.place}/${spot.offset}`;
  const { start, end } = clauseAround(text, span);
  const first = source.text.indexOf(text.slice(start, end));
  return `${source.place}/${first + span.start - start}?`;
}

/**
 * Compares a text with the one it was carried from. Carried is what lies in an unchanged run, and
 * what stands in a clause taken word for word from anywhere in last year's texts.
 * @param source null for a text without one
 * @param siblings the blocks of the same source, where there are several
 */
export function createFindAnchor(
  text: string,
  source: SourceText | null,
  siblings: Siblings | null,
  base: BaseTexts,
): FindAnchor {
  if (text === source?.text && !siblings) return ({ start }) => `${source.place}/${start}`;
  const own = source && source.text !== '' ? trace(text, source) : nowhere;
  const family = siblings && source ? trace(siblings.text, source) : null;
  const first = family && siblings ? shiftTrace(family, siblings.from) : own;
  const countInDraft = createClauseCounter(siblings?.text ?? text);
  const countInSource = source ? createClauseCounter(source.text) : noClause;
  return (span) => {
    const found = first.find(span);
    const { start, end } = clauseAround(text, span);
    const clause = text.slice(start, end);
    const [inDraft, inSource] = [countInDraft(clause), countInSource(clause)];
    const isOwn = inSource > 0 && inDraft <= inSource;
    if (found !== null && isOwn && first.isKept(span)) return found;
    // With another number a clause may come to say what another one says; it was not taken from there.
    const isNew = found === null && !isOwn && inSource < 2 && first.isEdited(span);
    const elsewhere = isNew ? null : findElsewhere(text, source, span, { inDraft, inSource }, base);
    return elsewhere ?? found ?? own.find(span);
  };
}
