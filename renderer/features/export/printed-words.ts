import type { Page, PageLine } from '../../../core/paginate/index.ts';

/** A stretch of words with where they stand, whatever that is. */
export interface WordsAt<At> {
  readonly text: string;
  readonly at: At;
}

/** Where a letter stands: which of the stretches, and how far into it. */
export interface LetterPlace<At> {
  readonly at: At;
  readonly offset: number;
}

/** Letters and digits alone: signs and numbers of headings are set by the layout. */
interface Letters<At> {
  readonly text: string;
  placeOf(index: number): LetterPlace<At> | null;
  /** How many letters stand before an offset of a stretch; null for one that is not there. */
  countBefore(at: At, offset: number): number | null;
}

const letter = /[\p{L}\p{N}]/u;

function readLetters<At>(stretches: readonly WordsAt<At>[]): Letters<At> {
  const signs: string[] = [];
  const places: LetterPlace<At>[] = [];
  const starts = new Map<At, number>();
  for (const { text, at } of stretches) {
    starts.set(at, places.length);
    for (let offset = 0; offset < text.length; offset += 1) {
      const sign = text.charAt(offset);
      if (!letter.test(sign)) continue;
      signs.push(sign);
      places.push({ at, offset });
    }
  }
  return {
    text: signs.join(''),
    placeOf: (index) => places[index] ?? null,
    countBefore(at, offset) {
      const start = starts.get(at);
      if (start === undefined) return null;
      let count = start;
      while (places[count]?.at === at && (places[count]?.offset ?? 0) < offset) count += 1;
      return count;
    },
  };
}

function countOf(text: string, words: string, end: number): number {
  let count = 0;
  for (let from = text.indexOf(words); from >= 0 && from < end; ) {
    count += 1;
    from = text.indexOf(words, from + 1);
  }
  return count;
}

function findNth(text: string, words: string, nth: number): number {
  let found = text.indexOf(words);
  for (let passed = 0; passed < nth; passed += 1) {
    const next = text.indexOf(words, found + 1);
    if (next < 0) return found;
    found = next;
  }
  return found;
}

/** Letters that make a place known, and the fewest that still do. */
const WINDOW = 24;
const FEWEST = 2;
/** Letters a heading's number may have: 二十一. */
const LABEL = 3;

/**
 * The letter of `to` that is the same as one of `from`: found by the words around it, and of several
 * alike by how many came before. Null when its words are not there.
 */
export function findSameLetter<From, To>(
  from: readonly WordsAt<From>[],
  place: LetterPlace<From>,
  to: readonly WordsAt<To>[],
): LetterPlace<To> | null {
  const source = readLetters(from);
  const goal = readLetters(to);
  const index = source.countBefore(place.at, place.offset);
  if (index === null) return null;
  for (let length = WINDOW; length >= FEWEST; length = Math.floor(length / 2)) {
    const behind = Array.from({ length: LABEL }, (_, skipped) => index + 1 + skipped);
    for (const start of [index, Math.max(0, index - length + 1), ...behind]) {
      const words = source.text.slice(start, start + length);
      if (words.length < FEWEST) continue;
      const found = findNth(goal.text, words, countOf(source.text, words, start));
      if (found < 0) continue;
      const into = Math.min(words.length - 1, Math.max(0, index - start));
      return goal.placeOf(found + into);
    }
  }
  return null;
}

/** Where a printed line stands: page and line, from 0. */
export interface LinePlace {
  readonly page: number;
  readonly line: number;
}

/** The words of a printed line. */
export function wordsOfLine({ spans }: PageLine): string {
  return spans.map(({ text }) => text).join('');
}

/** The words of the pages, line by line, without heads and feet. */
export function wordsOfPages(pages: readonly Page[]): readonly WordsAt<string>[] {
  return pages.flatMap(({ lines }, page) =>
    lines.map((line, index) => ({ text: wordsOfLine(line), at: `${page}/${index}` })),
  );
}

/** Back from the mark of a line that {@link wordsOfPages} gives. */
export function readLinePlace(mark: string): LinePlace {
  const [page = 0, line = 0] = mark.split('/').map(Number);
  return { page, line };
}
