import { findMatches } from '../patterns/index.ts';
/** Half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The places of `pattern` (global) in `text`. */
export function findSpans(text: string, pattern: RegExp): readonly Span[] {
  return findMatches(text, pattern).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * How far a sentence is followed either way, and a quote lengthened; a longer one is a text whose
 * full stops were lost, and quoting it for each of its figures would cost its square.
 */
const sentenceLetters = 300;

const sentenceEnds = new Set('。！？!?\n\t');
const closers = new Set('”’）)》〉」』');

/** True when `span` itself ends with the mark that ends a sentence. */
function isClosed(text: string, { start, end }: Span): boolean {
  return end > start && sentenceEnds.has(text[end - 1] ?? '');
}

/** Offset behind the mark that ends the sentence around `from`; a line feed stays outside. */
function nextEnd(text: string, from: number): number {
  const most = from + sentenceLetters;
  let end = from;
  while (end < text.length && !sentenceEnds.has(text[end] ?? '')) {
    if (end >= most) return end;
    end += 1;
  }
  return end < text.length && !/\s/u.test(text[end] ?? '') ? end + 1 : end;
}

function skipClosers(text: string, from: number): number {
  let end = from;
  while (end < text.length && closers.has(text[end] ?? '')) end += 1;
  return end;
}

/** The sentence (or sentences) of `text` that hold `span`, with the mark that ends them. */
export function sentenceAround(text: string, span: Span): Span {
  const least = Math.max(0, span.start - sentenceLetters);
  let start = span.start;
  while (start > least && !sentenceEnds.has(text[start - 1] ?? '')) start -= 1;
  // A closing mark after a full stop still belongs to the sentence before.
  while (start < span.start && closers.has(text[start] ?? '')) start += 1;
  while (start < span.start && /\s/u.test(text[start] ?? '')) start += 1;
  const end = isClosed(text, span) ? span.end : nextEnd(text, span.end);
  return { start, end: skipClosers(text, end) };
}

/**
 * A quote of `text` that holds `span` and whose first occurrence in `text` is the one meant:
 * the sentence, lengthened to the left where the same sentence stands earlier. Where hundreds of
 * letters before it are the same too, the first is as good.
 */
export function quoteAround(text: string, span: Span): Span {
  const sentence = sentenceAround(text, span);
  let { start } = sentence;
  // Growing steps keep a text that repeats itself from costing its square.
  for (
    let step = 1;
    start > 0 &&
    sentence.start - start < sentenceLetters &&
    text.indexOf(text.slice(start, sentence.end)) < start;
    step *= 2
  ) {
    start = Math.max(0, start - step);
  }
  return { start, end: sentence.end };
}
