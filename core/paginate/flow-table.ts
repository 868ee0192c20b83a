import { twip } from '../layout/units.ts';
import type { PrintedBorder, PrintedCell, PrintedRow, PrintedTable } from '../printed/index.ts';
import { drawAcross, type Source, toPageLine } from './flow-paragraph.ts';
import type { PageLine, PageRule } from './page.ts';
import { type Column, type Setting, setParagraph } from './set-paragraph.ts';
import type { Unit } from './unit.ts';

const SIDE_MARGIN = 108;
const TWIPS_PER_POINT = 20;

/** A cell with its lines, in twips from the top of its row. */
interface SetCell {
  readonly cell: PrintedCell;
  readonly column: Column;
  readonly lines: readonly PageLine[];
  readonly height: number;
}

interface TablePlace {
  readonly table: PrintedTable;
  readonly edges: readonly number[];
  readonly setting: Setting;
  readonly source: Source;
}

const noMargins = { top: 0, bottom: 0, left: SIDE_MARGIN, right: SIDE_MARGIN } as const;

/** Edges of the columns, one more than columns, from the left edge of the paper. */
function findEdges(table: PrintedTable, { x, width }: Column): readonly number[] {
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
function heightOfCell(
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

function alignCell({ cell, lines, height }: SetCell, room: number): readonly PageLine[] {
  const share = cell.verticalAlign === 'center' ? 0.5 : cell.verticalAlign === 'bottom' ? 1 : 0;
  const down = Math.max(0, room - height) * share;
  if (down === 0) return lines;
  return lines.map((line) => ({
    ...line,
    top: twip(line.top + down),
    baseline: twip(line.baseline + down),
  }));
}

function drawDown(border: PrintedBorder, x: number, height: number): PageRule {
  return { ...drawAcross(border, { x, width: 0 }, 0), height: twip(height) };
}

/** Rules above a row and beside its cells. */
function drawRow(
  { table: { borders }, edges }: TablePlace,
  cells: readonly SetCell[],
  [isFirst, height]: readonly [boolean, number],
): readonly PageRule[] {
  const above = isFirst ? borders.outer : borders.inner;
  const { outer, inner } = borders.upright ?? borders;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const across = above
    ? cells
        .filter(({ cell }) => isFirst || !cell.isContinued)
        .map(({ column }) => drawAcross(above, column, 0))
    : [];
  const between = inner
    ? cells.slice(1).map(({ column }) => drawDown(inner, column.x, height))
    : [];
  const sides = outer ? [drawDown(outer, first, height), drawDown(outer, last, height)] : [];
  return [...joinAcross(across), ...sides, ...between];
}

/** One rule for neighbours that touch. */
function joinAcross(rules: readonly PageRule[]): readonly PageRule[] {
  const joined: PageRule[] = [];
  for (const rule of rules) {
    const before = joined.at(-1);
    if (before && before.x + before.width === rule.x) {
      joined[joined.length - 1] = { ...before, width: twip(before.width + rule.width) };
    } else joined.push(rule);
  }
  return joined;
}

/** Heights where a row may be parted: no line of any cell stands across them. */
function findParts(
  { cantSplit, heightRule }: PrintedRow,
  lines: readonly PageLine[],
  height: number,
): readonly number[] {
  if (cantSplit || heightRule === 'exact') return [0, height];
  const ends = [...new Set(lines.map((line) => line.top + line.height))].toSorted((a, b) => a - b);
  const last = ends.at(-1);
  const free = ends.filter(
    (end) =>
      end !== last && lines.every((line) => line.top >= end || line.top + line.height <= end),
  );
  return [0, ...free, height];
}

function keepsNext(row: PrintedRow | undefined): boolean {
  return row?.cells[0]?.paragraphs[0]?.keepNext ?? false;
}

interface SetTable {
  readonly place: TablePlace;
  readonly rows: readonly (readonly SetCell[])[];
  readonly heights: readonly number[];
  /** How many rows are repeated on every page. */
  readonly heads: number;
}

function setTable(place: TablePlace): SetTable {
  const rows = place.table.rows.map((row) => setRow(row, place));
  const heights = rows.map((cells, index) => heightOfRow(place, index, cells));
  const body = place.table.rows.findIndex((row) => !row.isHeader);
  return { place, rows, heights, heads: Math.max(0, body) };
}

/** Whether a page may begin with a row: not right behind its heading, and not where it is kept. */
function mayBegin({ place, heads }: SetTable, index: number): boolean {
  if (index === 0) return true;
  return index > heads && !keepsNext(place.table.rows[index - 1]);
}

/** The lines that begin between two heights, measured from `origin`. */
function linesIn(
  lines: readonly PageLine[],
  [from, to]: readonly [number, number],
  origin: number,
): readonly PageLine[] {
  return lines
    .filter(({ top }) => top >= from && top < to)
    .map((line) => ({
      ...line,
      top: twip(line.top - origin),
      baseline: twip(line.baseline - origin),
    }));
}

/** The parts of a row, each from one height to another. */
function flowRow(
  set: SetTable,
  index: number,
): readonly Pick<Unit, 'height' | 'lines' | 'rules' | 'mayBegin'>[] {
  const { place, rows, heights } = set;
  const [row, cells, height] = [place.table.rows[index], rows[index] ?? [], heights[index] ?? 0];
  if (!row) return [];
  const lines = cells.flatMap((cell, at) =>
    alignCell(cell, heightOfCell(place, heights, index, at)),
  );
  const parts = findParts(row, lines, height);
  return parts.slice(1).map((end, part) => {
    const [isFirst, isLast] = [part === 0, part === parts.length - 2];
    const from = parts[part] ?? 0;
    // what stands above or below its row, in one of an exact height, goes with its first or last part
    const reach = [
      isFirst ? Number.NEGATIVE_INFINITY : from,
      isLast ? Number.POSITIVE_INFINITY : end,
    ] as const;
    const rules = drawRow(place, cells, [index === 0, end - from]);
    return {
      height: end - from,
      lines: linesIn(lines, reach, from),
      rules: isFirst ? rules : rules.filter((rule) => rule.height > 0),
      mayBegin: !isFirst || mayBegin(set, index),
    };
  });
}

/** The rows of a table as units; a row that may be parted gives one for every part. */
export function flowTable(
  table: PrintedTable,
  column: Column,
  setting: Setting,
  { section, source }: { readonly section: number; readonly source: Source },
): readonly Unit[] {
  const edges = findEdges(table, column);
  const set = setTable({ table, edges, setting, source });
  const { outer } = table.borders;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const closing = outer ? [drawAcross(outer, { x: first, width: last - first }, 0)] : [];
  const repeated: Unit[] = [];
  return table.rows.flatMap((_, index) => {
    const isHead = index < set.heads;
    const units = flowRow(set, index).map(
      (part): Unit => ({
        ...part,
        before: 0,
        begins: null,
        section,
        table: { id: table, repeated: isHead ? [] : repeated, closing },
        floats: [],
      }),
    );
    if (isHead) repeated.push(...units);
    return units;
  });
}
