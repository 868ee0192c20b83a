import type { Span } from '../figures/index.ts';
import { findMatches } from '../patterns/index.ts';

/** Letters and digits of a stretch: what a reader counts as its length. */
export function countLetters(text: string): number {
  let count = 0;
  for (const sign of text) if (/[\p{L}\p{N}]/u.test(sign)) count += 1;
  return count;
}

/** A span without the blanks around it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

/**
 * End of `span` without the signs of one kind at its end. Looked for from the end: a pattern bound
 * to the end would try every run of such signs before it.
 * @param sign a pattern for one UTF-16 unit, without the flags g and y
 */
export function endWithout(text: string, { start, end }: Span, sign: RegExp): number {
  let at = end;
  while (at > start && sign.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

const sentenceEnd = /[。！？!?；;\n\t]+[”’）)》〉」』]*/gu;

/**
 * The sentences within `span`, each with its closing mark and without blanks around it. ； ends a
 * sentence: plans string whole measures together with it.
 */
export function findSentences(text: string, span: Span): readonly Span[] {
  const words = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    const sentence = trimSpan(text, { start: span.start + from, end: span.start + to });
    if (/[\p{L}\p{N}]/u.test(text.slice(sentence.start, sentence.end))) sentences.push(sentence);
    from = to;
  };
  for (const match of findMatches(words, sentenceEnd)) push(match.index + match[0].length);
  push(words.length);
  return sentences;
}

/** Cuts a long stretch at commas into pieces of at most `most` UTF-16 units, as even as they come. */
export function cutAtCommas(text: string, span: Span, most: number): readonly Span[] {
  if (span.end - span.start <= most) return [span];
  const wanted = Math.ceil((span.end - span.start) / Math.ceil((span.end - span.start) / most));
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > most) {
    const comma = findComma(text, start, Math.min(start + most, span.end), start + wanted);
    pieces.push({ start, end: comma });
    start = comma;
  }
  return [...pieces, { start, end: span.end }];
}

/** Offset behind the comma before `limit` that is nearest to `wanted`; `limit` where there is none. */
function findComma(text: string, start: number, limit: number, wanted: number): number {
  let best = limit;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = start + 10; at < limit; at += 1) {
    if (!/[，,、：:]/u.test(text[at] ?? '') || Math.abs(at + 1 - wanted) >= distance) continue;
    best = at + 1;
    distance = Math.abs(at + 1 - wanted);
  }
  return best;
}
