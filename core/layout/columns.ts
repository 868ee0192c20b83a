import { pageTwip, sizes } from './page.ts';
import { type Pt, pt, ptToTwip, type Twip, twip } from './units.ts';
import { countCells } from './width.ts';

const PADDING = 2;
const NARROWEST = 4;
const WIDEST = 24;

/** 五号 and 小五: what a table takes whose columns are too narrow for 小四. */
const SMALLEST = pt(9);
const SMALLER = [pt(10.5), SMALLEST] as const;

/** From the sides of a cell to its text, as Word has it, and where columns are narrow. */
const CELL_MARGIN = twip(108);
const TIGHT_MARGIN = twip(15);
/** A cell narrower than this has hardly any margin: its letters need the room. */
const NARROW = 600;
/** Programs round widths, each its own way. */
const SLACK = 8;

/** How a table of the text is set. */
export interface TableLayout {
  /** Widths of its columns; they fill the text block. Empty when the table has no cells. */
  readonly columns: readonly Twip[];
  /** 小四, or smaller where a number would be broken otherwise. */
  readonly size: Pt;
  /** From the sides of a cell to its text; null for Word's own 108 twips. */
  readonly cellMargin: Twip | null;
  /** A number is broken even in 小五. */
  readonly isTooWide: boolean;
}

type Rows = readonly (readonly string[])[];

/** Cells of a column's longest text, within what a table of reports needs. */
function wish(rows: Rows, column: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, countCells(row[column] ?? '')), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + PADDING));
}

/** Numbers and Latin words, which are not to be broken; a word longer than any number may be. */
const wholeWords = /[!-~]+/gu;
const LONGEST_WHOLE = 12;

/** Cells of a column's longest number; one at least, for a hanzi. */
function findNeed(rows: Rows, column: number): number {
  const words = rows.flatMap((row) => (row[column] ?? '').match(wholeWords) ?? []);
  const whole = words.filter((word) => word.length <= LONGEST_WHOLE).map(countCells);
  return whole.reduce((most, cells) => Math.max(most, cells), 1);
}

/** Shares `width` by wishes, but to none less than it needs; null where that is more than there is. */
function share(
  wishes: readonly number[],
  needs: readonly number[],
  width: number,
): readonly number[] | null {
  const fixed = new Set<number>();
  for (;;) {
    const held = needs.reduce((sum, need, at) => sum + (fixed.has(at) ? need : 0), 0);
    const total = wishes.reduce((sum, cells, at) => sum + (fixed.has(at) ? 0 : cells), 0);
    if (held > width) return null;
    const widthOf = (at: number) =>
      fixed.has(at) ? (needs[at] ?? 0) : ((wishes[at] ?? 0) / total) * (width - held);
    const short = needs.flatMap((need, at) => (!fixed.has(at) && widthOf(at) < need ? [at] : []));
    if (short.length === 0) return wishes.map((_, at) => widthOf(at));
    for (const at of short) fixed.add(at);
  }
}

/** Whole twips that together are as wide as the columns. */
function roundWidths(widths: readonly number[]): readonly Twip[] {
  let edge = 0;
  return widths.map((width) => {
    const before = Math.round(edge);
    edge += width;
    return twip(Math.round(edge) - before);
  });
}

/** Columns in one size and with one margin; null where a number would be broken. */
function tryLayout(
  [wishes, needs]: readonly [readonly number[], readonly number[]],
  textWidth: Twip,
  [size, cellMargin]: readonly [Pt, Twip | null],
): TableLayout | null {
  const room = 2 * (cellMargin ?? CELL_MARGIN) + SLACK;
  const widths = share(
    wishes,
    needs.map((cells) => cells * ptToTwip(size) + room),
    textWidth,
  );
  if (!widths) return null;
  if (cellMargin === null && widths.some((width) => width < NARROW)) return null;
  return { columns: roundWidths(widths), size, cellMargin, isTooWide: false };
}

/**
 * How a table is set: its columns fill the text block and share it by their longest texts, none narrower
 * than its longest number. Where that cannot be, cells have less margin, then smaller type, down to
 * 小五; a table that is too wide for that too has its columns by what they need.
 * @param textWidth width of the text block
 */
export function layoutTable(rows: Rows, textWidth: Twip = pageTwip.textWidth): TableLayout {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const wishes = Array.from({ length: count }, (_, column) => wish(rows, column));
  const needs = Array.from({ length: count }, (_, column) => findNeed(rows, column));
  const ways: readonly (readonly [Pt, Twip | null])[] = [
    [sizes.table, null],
    [sizes.table, TIGHT_MARGIN],
    ...SMALLER.map((size) => [size, TIGHT_MARGIN] as const),
  ];
  for (const way of ways) {
    const found = tryLayout([wishes, needs], textWidth, way);
    if (found) return found;
  }
  const total = needs.reduce((sum, cells) => sum + cells, 0);
  return {
    columns: roundWidths(needs.map((cells) => (cells / total) * textWidth)),
    size: SMALLEST,
    cellMargin: TIGHT_MARGIN,
    isTooWide: true,
  };
}
