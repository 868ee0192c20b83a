import { findMatches } from '../patterns/index.ts';

/** A comma ends a sentence where the next point is counted off: 一是……，二是……. */
const sentenceEnd =
  /[。！？；!?;]+[”’」』）)》〉]*[\n]*|[\n\v\u2028]+|[，、,](?=(?:[二三四五六七八九]|十[一二三四五六]?)是(?!否))/gu;

/** A sentence of a text: where it stands, without blanks around it. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** A line this long without a closing mark was broken by the page, not by its writer. */
const leastBrokenLine = 18;
const listMark =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[①-⑳●•·■◆\-—]|[一二三四五六七八九十]是|第[一二三四五六七八九十])/u;

/** True for a line feed in the midst of a sentence, as texts copied from a page have them. */
function isSoftBreak(text: string, start: number, match: RegExpExecArray): boolean {
  if (!/^[\n\v\u2028]$/u.test(match[0]) || text.includes('\t')) return false;
  const line = text.slice(start, match.index);
  const letters = line.slice(line.lastIndexOf('\n') + 1).trim();
  if (letters.length < leastBrokenLine || !/[\p{L}\p{N}，、]$/u.test(letters)) return false;
  return !listMark.test(text.slice(match.index + 1, match.index + 12));
}

function trimmed(text: string, start: number, end: number): SentenceSpan {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

/** Where the sentences of a text stand; see {@link splitSentences}. */
export function findSentenceSpans(text: string): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  const push = (end: number) => {
    const span = trimmed(text, start, end);
    if (/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) spans.push(span);
    start = end;
  };
  for (const match of findMatches(text, sentenceEnd)) {
    if (!isSoftBreak(text, start, match)) push(match.index + match[0].length);
  }
  push(text.length);
  return spans;
}

/**
 * The sentences of a text with their closing mark, without blanks around them. A semicolon ends a
 * sentence too, for reports string whole measures together with ；, and so does a line feed that
 * stands at the end of an entry. Each is found letter by letter in `text`.
 */
export function splitSentences(text: string): readonly string[] {
  return findSentenceSpans(text).map(({ start, end }) => text.slice(start, end));
}

/**
 * A sentence as patterns see it: no blanks, digits, percent signs and plus signs of one width,
 * brackets and commas full-width. For matching only; what people see is the sentence as it stood.
 */
export function foldForMatching(sentence: string): string {
  return sentence
    .replace(/\s+/gu, '')
    .replace(/[０-９％＋．]/gu, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/(?<!\d),|,(?!\d)/gu, '，')
    .replace(/[()]/gu, (bracket) => (bracket === '(' ? '（' : '）'));
}
