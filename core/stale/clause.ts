import type { Span } from '../figures/index.ts';

/** Texts whose marks were lost are followed so far either way. */
const mostClause = 120;
const mostSentence = 300;
const clauseEnds = new Set('，。；：、！？,;:!?\n\t');
const sentenceEnds = new Set('。；！？;!?\n');

function spanAround(
  text: string,
  { start, end }: Span,
  ends: ReadonlySet<string>,
  most: number,
): Span {
  const [least, last] = [Math.max(0, start - most), Math.min(text.length, end + most)];
  let from = start;
  while (from > least && !ends.has(text[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < last && !ends.has(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/** The clause around a span, without the marks that bound it. */
export function clauseAround(text: string, span: Span): Span {
  return spanAround(text, span, clauseEnds, mostClause);
}

const clauseEnd = /[，。；：、！？,;:!?\n\t]/u;

/** The clauses of a text, without the marks between them. */
export function splitClauses(text: string): readonly string[] {
  return text.split(clauseEnd);
}

/** The letters of a span; numbers are none, so that one may be replaced without touching what stands beside it. */
export function lettersOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/[^\p{L}]|[一二三四五六七八九十百千万亿〇零两]/gu, '');
}

/** The letters of the sentence around a span: the same whatever its numbers are. */
export function sentenceLetters(text: string, span: Span): string {
  return lettersOf(text, spanAround(text, span, sentenceEnds, mostSentence));
}
