import type { Piece } from '../pieces.ts';
import { readRadicals } from '../radicals.ts';

/** Words of one look as a page places them: points, the origin at the page's lower left. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly sizePt: number;
  readonly face: string | null;
  readonly bold: boolean;
}

/** A line of a page. */
export interface PageLine {
  readonly page: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Size of most of its letters. */
  readonly sizePt: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
}

const chinese = /[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Whether a blank between these letters is only the space that programs print between them. */
function isPrintedGap(before: string, after: string): boolean {
  return chinese.test(before) || chinese.test(after);
}

/** Places of blanks that justification or the step from hanzi to digits leaves; two in a row are words. */
function printedGaps(text: string): ReadonlySet<number> {
  const gaps = new Set<number>();
  for (const { index } of text.matchAll(/(?<! ) (?! )/gu)) {
    if (isPrintedGap(text.charAt(index - 1), text.charAt(index + 1))) gaps.add(index);
  }
  return gaps;
}

/** What stands between two stretches of words on one line. */
function gapBetween(before: PlacedWords, after: PlacedWords): string {
  const gap = (after.x - before.x - before.width) / after.sizePt;
  // A wider gap parts the cells of a table.
  if (gap > 1.2) return '\t';
  const touches = /\s$/u.test(before.text) || /^\s/u.test(after.text);
  return gap > 0.15 && !touches ? ' ' : '';
}

function pieceOf(words: PlacedWords, text: string): Piece {
  const { bold, sizePt, face } = words;
  return { text: readRadicals(text), bold, sizePt: Math.round(sizePt * 2) / 2, face, colour: null };
}

/** The size that most letters have. */
export function commonest(sizes: Iterable<readonly [number, number]>): number {
  const counts = new Map<number, number>();
  for (const [size, letters] of sizes) {
    const half = Math.round(size * 2) / 2;
    counts.set(half, (counts.get(half) ?? 0) + letters);
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

function cleanPieces(pieces: readonly Piece[]): readonly Piece[] {
  const gaps = printedGaps(pieces.map((piece) => piece.text).join(''));
  let start = 0;
  return pieces.flatMap((piece) => {
    const from = start;
    start += piece.text.length;
    const letters = piece.text.split('').filter((_, at) => !gaps.has(from + at));
    return letters.length > 0 ? [{ ...piece, text: letters.join('') }] : [];
  });
}

function lineOf(page: number, words: readonly PlacedWords[]): PageLine {
  const sorted = words.toSorted((one, other) => one.x - other.x);
  const pieces = sorted.flatMap((one, index): Piece[] => {
    const before = sorted[index - 1];
    const gap = before ? gapBetween(before, one) : '';
    return [...(gap === '' ? [] : [pieceOf(one, gap)]), pieceOf(one, one.text)];
  });
  const clean = cleanPieces(pieces);
  const last = sorted.at(-1);
  return {
    page,
    y: words[0]?.y ?? 0,
    left: sorted[0]?.x ?? 0,
    right: last ? last.x + last.width : 0,
    sizePt: commonest(sorted.map((one) => [one.sizePt, one.text.length])),
    pieces: clean,
    text: clean.map((piece) => piece.text).join(''),
  };
}

/** Puts the words of a page into lines, from top to bottom. */
export function linesOf(page: number, words: readonly PlacedWords[]): readonly PageLine[] {
  const visible = words.filter((one) => one.text.trim() !== '');
  const sorted = visible.toSorted((one, other) => other.y - one.y);
  const lines: PlacedWords[][] = [];
  for (const one of sorted) {
    const line = lines.at(-1);
    const top = line?.[0];
    const reach = Math.max(one.sizePt, top?.sizePt ?? 0) * 0.4;
    if (line && top && top.y - one.y < reach) line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => lineOf(page, line)).filter((line) => line.text.trim() !== '');
}
