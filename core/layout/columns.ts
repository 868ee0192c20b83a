import { pageTwip } from './page.ts';
import { type Twip, twip } from './units.ts';
import { countCells } from './width.ts';

const PADDING = 2;
const NARROWEST = 4;
const WIDEST = 24;

/** Cells of a column's longest text, within what a table of reports needs. */
function wish(rows: readonly (readonly string[])[], column: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, countCells(row[column] ?? '')), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + PADDING));
}

/**
 * Widths of a table's columns: they fill the text block and share it by their longest texts.
 * Empty when the table has no cells.
 * @param textWidth width of the text block
 */
export function layoutColumns(
  rows: readonly (readonly string[])[],
  textWidth: Twip = pageTwip.textWidth,
): readonly Twip[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const wishes = Array.from({ length: count }, (_, column) => wish(rows, column));
  const total = wishes.reduce((sum, cells) => sum + cells, 0);
  const edges = wishes.map((_, index) => {
    const before = wishes.slice(0, index + 1).reduce((sum, cells) => sum + cells, 0);
    return Math.round((before / total) * textWidth);
  });
  return edges.map((edge, index) => twip(edge - (edges[index - 1] ?? 0)));
}
