import { findWay, pickCheapest, sumCells, type TitleRoom, type Way } from './title-ways.ts';
import { priceBreaks, TORN } from './title-words.ts';
import { countCells } from './width.ts';

/** A text of more lines is no title; its first lines are filled one by one. */
const MOST_LINES = 10;

function readLines(text: string, way: Way): readonly string[] {
  const lines: string[] = [];
  for (let last = way; last.before !== null; last = last.before) {
    lines.unshift(text.slice(last.before.end, last.end).trim());
  }
  return lines;
}

/** Where a line that is filled as far as it goes ends. */
function findFullEnd(text: string, room: TitleRoom): number {
  const near = text.slice(0, 2 * room.cells + 2);
  const prices = priceBreaks(near, room.names, room.cells);
  const fits = Array.from({ length: near.length }, (_, index) => index + 1).filter(
    (at) => (prices[at] ?? TORN) !== Number.POSITIVE_INFINITY,
  );
  const reached = fits.filter((at) => countCells(near.slice(0, at).trim()) <= room.cells);
  const whole = reached.findLast((at) => (prices[at] ?? TORN) < TORN);
  return whole ?? reached.at(-1) ?? fits[0] ?? near.length;
}

/** The first lines of a text that is far too long for a title, and what is left of it. */
function fillLines(text: string, room: TitleRoom): readonly [readonly string[], string] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > 2 * MOST_LINES * room.cells || countCells(rest) > MOST_LINES * room.cells) {
    const end = findFullEnd(rest, room);
    lines.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trimStart();
  }
  return [lines.filter((line) => line !== ''), rest];
}

/** Breaks a text of a title's length. */
function breakShort(text: string, room: TitleRoom): readonly string[] {
  if (countCells(text) <= room.cells) return [text];
  const prices = priceBreaks(text, room.names, room.cells);
  const inner = Array.from({ length: text.length - 1 }, (_, index) => index + 1);
  const list = (limit: number) => [
    ...inner.filter((at) => (prices[at] ?? limit) < limit),
    text.length,
  ];
  const isBlank = Array.from({ length: text.length }, (_, at) => /\s/u.test(text[at] ?? ''));
  const breaking = { text, prices, room, sums: sumCells(text), isBlank };
  const kind = findWay({ ...breaking, candidates: list(TORN) });
  if (kind && kind.price < TORN) return readLines(text, kind);
  const torn = findWay({ ...breaking, candidates: list(Number.POSITIVE_INFINITY) });
  const way = pickCheapest([kind, torn]);
  return way ? readLines(text, way) : [text];
}

/**
 * Breaks one over-long line of a title by its meaning into a trapezoid or a diamond: never a lone last
 * letter, never 报告 alone, never within a word, a number with its 年, a unit's name or 《》 where the
 * text can be broken otherwise. A line that fits comes back as it is.
 * @source GB/T 9704-2012 7.3.1 (回行时，要做到词意完整，排列对称，长短适宜，间距恰当)
 */
export function breakTitleLine(text: string, room: TitleRoom): readonly string[] {
  const [filled, rest] = fillLines(text, room);
  return [...filled, ...(rest === '' ? [] : breakShort(rest, room))];
}
