import { twip } from '../layout/units.ts';
import type { PrintedCell, PrintedRow, PrintedTable } from '../printed/index.ts';
import { type Source, toPageLine } from './flow-paragraph.ts';
import type { PageLine } from './page.ts';
import { type Column, type Setting, setParagraph } from './set-paragraph.ts';

const SIDE_MARGIN = 108;
const TWIPS_PER_POINT = 20;

/** A cell with its lines, in twips from the top of its row. */
export interface SetCell {
  readonly cell: PrintedCell;
  readonly column: Column;
  readonly lines: readonly PageLine[];
  readonly height: number;
}

/** A table with the edges of its columns, and what its cells are set by. */
export interface TablePlace {
  readonly table: PrintedTable;
  readonly edges: readonly number[];
  readonly setting: Setting;
  readonly source: Source;
}

const noMargins = { top: 0, bottom: 0, left: SIDE_MARGIN, right: SIDE_MARGIN } as const;

/** Edges of the columns, one more than columns, from the left edge of the paper. */
export function findEdges(table: PrintedTable, { x, width }: Column): readonly number[] {
  const widths =
    table.columns.length > 0
      ? table.columns
      : (table.rows[0]?.cells.map((cell) => cell.width) ?? []);
  const total = widths.reduce((sum, column) => sum + column, 0);
  const free = width - total;
  const shift =
    table.align === 'center' ? free / 2 : table.align === 'right' ? free : (table.indent ?? 0);
  let edge = x + shift;
  return [edge, ...widths.map((column) => (edge += column))];
}

/** Sets a cell's paragraphs one under another. */
function setCell(cell: PrintedCell, column: Column, place: TablePlace): SetCell {
  const margins = place.table.cellMargins ?? noMargins;
  const inner = {
    x: column.x + margins.left,
    width: Math.max(0, column.width - margins.left - margins.right),
  };
  const lines: PageLine[] = [];
  let y: number = margins.top;
  for (const paragraph of cell.isContinued ? [] : cell.paragraphs) {
    y += paragraph.spaceBefore;
    for (const line of setParagraph(paragraph, inner, place.setting)) {
      lines.push(toPageLine(line, y, place.source, paragraph.styleId));
      y += line.height;
    }
    y += paragraph.spaceAfter;
  }
  return { cell, column, lines, height: y + margins.bottom };
}

function setRow(row: PrintedRow, place: TablePlace): readonly SetCell[] {
  const { edges } = place;
  let at = 0;
  return row.cells.map((cell) => {
    const x = edges[Math.min(at, edges.length - 1)] ?? 0;
    at += cell.span;
    const end = edges[Math.min(at, edges.length - 1)] ?? x;
    return setCell(cell, { x, width: end - x }, place);
  });
}

function isMergedDown(rows: readonly PrintedRow[], row: number, cell: number): boolean {
  return rows[row + 1]?.cells[cell]?.isContinued ?? false;
}

/** Height of a row: what is asked for, or its highest cell with the rule above it; the last also holds the rule below. */
function heightOfRow(
  { table: { rows, borders } }: TablePlace,
  index: number,
  cells: readonly SetCell[],
): number {
  const row = rows[index];
  if (!row) return 0;
  if (row.heightRule === 'exact') return row.height;
  const rule = (borders.inner ?? borders.outer)?.width ?? 0;
  const heights = cells.map(({ height }, cell) => (isMergedDown(rows, index, cell) ? 0 : height));
  const below = index === rows.length - 1 ? (borders.outer?.width ?? 0) : 0;
  const asked = Math.max(row.height, Math.max(0, ...heights) + rule * TWIPS_PER_POINT);
  return Math.round(asked + below * TWIPS_PER_POINT);
}

/** Height that a cell and its continuations below share. */
export function heightOfCell(
  place: TablePlace,
  heights: readonly number[],
  row: number,
  cell: number,
): number {
  let height = heights[row] ?? 0;
  for (let below = row; isMergedDown(place.table.rows, below, cell); below += 1) {
    height += heights[below + 1] ?? 0;
  }
  return height;
}

/** The lines of a cell where it has `room` for them. */
export function alignCell({ cell, lines, height }: SetCell, room: number): readonly PageLine[] {
  const share = cell.verticalAlign === 'center' ? 0.5 : cell.verticalAlign === 'bottom' ? 1 : 0;
  const down = Math.max(0, room - height) * share;
  if (down === 0) return lines;
  return lines.map((line) => ({
    ...line,
    top: twip(line.top + down),
    baseline: twip(line.baseline + down),
  }));
}

/** A table with its cells set, row by row. */
export interface SetTable {
  readonly place: TablePlace;
  readonly rows: readonly (readonly SetCell[])[];
  readonly heights: readonly number[];
  /** How many rows are repeated on every page. */
  readonly heads: number;
}

/** Sets the cells of a table. */
export function setTable(place: TablePlace): SetTable {
  const rows = place.table.rows.map((row) => setRow(row, place));
  const heights = rows.map((cells, index) => heightOfRow(place, index, cells));
  const body = place.table.rows.findIndex((row) => !row.isHeader);
  return { place, rows, heights, heads: Math.max(0, body) };
}
