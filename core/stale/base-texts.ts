import type { Span } from '../figures/index.ts';
import { clauseAround, sentenceLetters } from './clause.ts';

/** A text of last year's as rolling forward made it; `place` tells it from all others and never changes. */
export interface SourceText {
  readonly place: string;
  readonly text: string;
}

/** Where words stand in last year's texts. */
export interface SourceSpot {
  readonly place: string;
  readonly offset: number;
}

/** Last year's texts, ready to be looked through. */
export interface BaseTexts {
  /**
   * Where the clause around `span` stands word for word in last year's texts: in a sentence of the
   * same letters, in the text `own`, else the first. Null when it was not taken from there.
   */
  readonly find: (text: string, span: Span, own: string | null) => SourceSpot | null;
}

/** Letters of a clause that stands word for word in last year's text and so came from there. */
const leastClause = 6;
/** A shorter clause came from there when its whole sentence did. */
const leastSentence = 8;
/** A clause that stands oftener is one of those that stand anywhere. */
const mostPlaces = 64;

const digit = /[0-9０-９]/u;

/** True where the words end or begin inside a number: 3件 of 13件. */
function cutsNumber(text: string, { start, end }: Span): boolean {
  const isCut = (at: number) => digit.test(text[at - 1] ?? '') && digit.test(text[at] ?? '');
  return isCut(start) || isCut(end);
}

function listPlaces(text: string, words: string): readonly Span[] {
  const spans: Span[] = [];
  let at = text.indexOf(words);
  while (at >= 0 && spans.length < mostPlaces) {
    const span = { start: at, end: at + words.length };
    if (!cutsNumber(text, span)) spans.push(span);
    at = text.indexOf(words, at + 1);
  }
  return spans;
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** The last index whose start is not behind `at`. */
function findText(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Makes last year's texts ready. */
export function indexBaseTexts(sources: readonly SourceText[]): BaseTexts {
  const joined = sources.map(({ text }) => text).join('\n');
  const starts: number[] = [];
  let length = 0;
  for (const { text } of sources) {
    starts.push(length);
    length += text.length + 1;
  }
  const spotOf = (at: number): SourceSpot => {
    const index = findText(starts, at);
    return { place: sources[index]?.place ?? '', offset: at - (starts[index] ?? 0) };
  };
  return {
    find: (text, span, own) => {
      const clause = trim(text, clauseAround(text, span));
      const words = text.slice(clause.start, clause.end);
      if (words === '') return null;
      const letters = sentenceLetters(text, clause);
      let best: SourceSpot | null = null;
      let bestRank = -1;
      for (const there of listPlaces(joined, words)) {
        const isSame =
          letters.length >= leastSentence && sentenceLetters(joined, there) === letters;
        if (!isSame && words.length < leastClause) continue;
        const spot = spotOf(there.start);
        const rank = (isSame ? 2 : 0) + (spot.place === own ? 1 : 0);
        if (rank > bestRank) best = { ...spot, offset: spot.offset + span.start - clause.start };
        bestRank = Math.max(rank, bestRank);
      }
      return best;
    },
  };
}
