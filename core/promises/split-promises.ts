import type { Span } from '../figures/index.ts';
import { itemise } from './item-marks.ts';
import { isIntroduction, isPromise, isSlogan, looksBack, measureLead } from './plan-words.ts';
import { countLetters, cutAtCommas, endWithout, findSentences, trimSpan } from './spans.ts';

/** Shortest promise outside a numbered point, and longest of all, in letters. */
const leastLetters = 8;
const mostLetters = 160;
/** A point that the writer numbered is one, however short. */
const leastItemLetters = 4;
/** A first sentence up to this long, without a comma, is the heading of what follows it. */
const mostHeadLetters = 20;

/** One promise of a text, and the sentence at its head that serves it as a heading, if any. */
export interface SplitPromise extends Span {
  readonly head: string;
}

const wordsOf = (text: string, { start, end }: Span) => text.slice(start, end);

const closingSign = /[\s。；，、：;,:！!]/u;
const titleEnd = /[。；\s]/u;

const titleOf = (text: string, head: Span) =>
  text.slice(head.start, endWithout(text, head, titleEnd));

/** The words proper: without a lead-in, blanks, and the mark that ends them. */
function strip(text: string, span: Span): Span {
  const start = span.start + measureLead(wordsOf(text, span));
  return trimSpan(text, { start, end: endWithout(text, { start, end: span.end }, closingSign) });
}

/** Runs of neighbouring sentences, each run as long as a promise may be. */
function packSentences(text: string, sentences: readonly Span[]): readonly Span[] {
  const packed: Span[] = [];
  for (const sentence of sentences) {
    const last = packed.at(-1);
    const joined = last && { start: last.start, end: sentence.end };
    if (joined && countLetters(wordsOf(text, joined)) <= mostLetters) packed.splice(-1, 1, joined);
    else packed.push(sentence);
  }
  return packed.flatMap((piece) => shorten(text, piece));
}

function shorten(text: string, span: Span): readonly Span[] {
  return countLetters(wordsOf(text, span)) > mostLetters
    ? cutAtCommas(text, span, mostLetters)
    : [span];
}

/** A sentence too short to stand alone goes with the one before it. */
function joinShort(text: string, sentences: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    const isShort = countLetters(wordsOf(text, sentence)) < leastLetters;
    const isLastShort = last && countLetters(wordsOf(text, last)) < leastLetters;
    if (last && (isShort || isLastShort) && !isIntroduction(wordsOf(text, last))) {
      joined.splice(-1, 1, { start: last.start, end: sentence.end });
    } else joined.push(sentence);
  }
  return joined;
}

function findHead(text: string, sentences: readonly Span[]): Span | null {
  const [first, second] = sentences;
  if (!first || !second) return null;
  const words = wordsOf(text, first);
  const isHead =
    words.endsWith('。') && !/[，,\d]/u.test(words) && countLetters(words) <= mostHeadLetters;
  return isHead ? first : null;
}

function splitBySentence(text: string, span: Span): readonly SplitPromise[] {
  const sentences = findSentences(text, span);
  const head = findHead(text, sentences);
  const body = joinShort(text, head ? sentences.slice(1) : sentences);
  const promises = body
    .filter((sentence) => isPromise(wordsOf(text, sentence)))
    .flatMap((sentence) => shorten(text, sentence))
    .map((sentence) => strip(text, sentence))
    .filter((sentence) => countLetters(wordsOf(text, sentence)) >= leastLetters);
  if (head && promises.length === 0) return splitItem(text, span);
  const title = head ? titleOf(text, head) : '';
  return promises.map((promise) => ({ ...promise, head: title }));
}

/** A point without the slogans and the summing up behind it. */
function withoutClosing(text: string, item: Span): Span {
  const sentences = findSentences(text, item);
  const last = sentences.findLastIndex((sentence) => isPromise(wordsOf(text, sentence)));
  return { start: item.start, end: sentences[last]?.end ?? item.end };
}

/** One numbered point: one promise, or several when it is too long for one. */
function splitItem(text: string, item: Span): readonly SplitPromise[] {
  const whole = strip(text, withoutClosing(text, item));
  const words = wordsOf(text, whole);
  const letters = countLetters(words);
  if (letters < leastItemLetters || looksBack(words) || isSlogan(words)) return [];
  if (letters <= mostLetters) return [{ ...whole, head: '' }];
  const inner = itemise(text, whole);
  if (inner) return splitMarked(text, inner);
  return packSentences(text, findSentences(text, whole))
    .map((piece) => strip(text, piece))
    .filter((piece) => isPromise(wordsOf(text, piece)))
    .map((piece) => ({ ...piece, head: '' }));
}

type Marked = NonNullable<ReturnType<typeof itemise>>;

/** What stands before the first mark counts only as far as it is whole sentences. */
function splitMarked(text: string, { before, items }: Marked): readonly SplitPromise[] {
  const words = wordsOf(text, before);
  const end = before.start + Math.max(words.lastIndexOf('。'), words.lastIndexOf('；')) + 1;
  const sentences = findSentences(text, { start: before.start, end });
  // One short sentence before the marks is what they stand under.
  const [only] = sentences;
  const isTitle = sentences.length === 1 && only !== undefined && end === before.end;
  const isHead = isTitle && countLetters(wordsOf(text, only)) <= mostHeadLetters;
  const head = isHead ? titleOf(text, only) : '';
  const first = isHead ? [] : splitBySentence(text, { start: before.start, end });
  const rest = items.flatMap((item) => splitItem(text, item));
  return [...first, ...rest.map((promise) => ({ ...promise, head: promise.head || head }))];
}

/** A point whose words are all in its heading. */
export function splitHeading(text: string): readonly SplitPromise[] {
  return splitItem(text, { start: 0, end: text.length });
}

/**
 * The promises of a stretch of plan text in their order: by 一是, （1） and other marks where it has
 * them, by sentences and ； where not. Introductions, slogans and looks back are left out.
 */
export function splitPromises(text: string, span: Span): readonly SplitPromise[] {
  const trimmed = trimSpan(text, span);
  const marked = itemise(text, trimmed);
  return marked ? splitMarked(text, marked) : splitBySentence(text, trimmed);
}
