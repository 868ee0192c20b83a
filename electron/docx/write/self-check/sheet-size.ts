import { countCells } from '../../../../core/layout/index.ts';

/** A type size of the sheet's table with the pitch of its lines, in half points and twips. */
export interface SheetSize {
  readonly halfPoints: number;
  readonly pitch: number;
}

const size = (points: number): SheetSize => ({
  halfPoints: points * 2,
  pitch: Math.round(points * 20 * 1.16),
});

/** The sizes that are tried, the largest first. */
const sizes: readonly SheetSize[] = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5].map(size);
/** What a sheet is written in that would run on even in the smallest: two pages that can be read. */
const runningOn = size(9);

/** Above and below the text of a row, and its rules: in twips. */
const ROW_EXTRA = 22;
/** Left and right of the text of a cell, together. */
export const CELL_MARGINS = 100;

/** A table to be fitted on a page. Lengths in twips. */
export interface SheetTable {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly number[];
}

function countLines(text: string, width: number, { halfPoints }: SheetSize): number {
  const cells = Math.max(2, Math.floor((width - CELL_MARGINS) / (halfPoints * 10)));
  const letters = countCells(text);
  // a mark that may not begin a line takes the letter before it along: one cell is kept free
  return letters <= cells ? 1 : Math.ceil(letters / (cells - 1));
}

/** About how high a table is, in twips; rather more than less. */
export function estimateHeight({ rows, columns }: SheetTable, sheetSize: SheetSize): number {
  const lines = rows.map((row) =>
    Math.max(...columns.map((width, at) => countLines(row[at] ?? '', width, sheetSize))),
  );
  return lines.reduce((sum, count) => sum + count * sheetSize.pitch + ROW_EXTRA, 0);
}

/** The largest size in which the table is no higher than `room`; that of a sheet that runs on when none is. */
export function chooseSize(table: SheetTable, room: number): SheetSize {
  return sizes.find((one) => estimateHeight(table, one) <= room) ?? runningOn;
}
