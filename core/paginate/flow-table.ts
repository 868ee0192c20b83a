import { twip } from '../layout/units.ts';
import type { PrintedBorder, PrintedRow, PrintedTable } from '../printed/index.ts';
import { drawAcross, type Source } from './flow-paragraph.ts';
import type { PageLine, PageRule } from './page.ts';
import type { Column, Setting } from './set-paragraph.ts';
import {
  alignCell,
  findEdges,
  heightOfCell,
  type SetCell,
  type SetTable,
  setTable,
  type TablePlace,
} from './set-table.ts';
import type { Unit } from './unit.ts';

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

/** Heights where a row can be parted: no line of any cell stands across them. */
function findParts(
  { heightRule }: PrintedRow,
  lines: readonly PageLine[],
  height: number,
): readonly number[] {
  if (heightRule === 'exact') return [0, height];
  // in one pass: a cell may hold tens of thousands of lines
  const free: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    if (reach > 0 && line.top >= reach && free.at(-1) !== reach) free.push(reach);
    reach = Math.max(reach, line.top + line.height);
  }
  return [0, ...free, height];
}

function keepsNext(row: PrintedRow | undefined): boolean {
  return row?.cells[0]?.paragraphs[0]?.keepNext ?? false;
}

/** Whether a page may begin with a row: not right behind its heading, and not where it is kept. */
function mayBegin({ place, heads }: SetTable, index: number): boolean {
  if (index === 0) return true;
  return index > heads && !keepsNext(place.table.rows[index - 1]);
}

/**
 * The lines of each part, measured from its top. What stands above or below its row, in one of an
 * exact height, goes with its first or last part.
 */
function shareLines(
  lines: readonly PageLine[],
  parts: readonly number[],
): readonly (readonly PageLine[])[] {
  const shared = parts.slice(1).map((): PageLine[] => []);
  const order = lines.toSorted((a, b) => a.top - b.top);
  let part = 0;
  for (const line of order) {
    while (part < shared.length - 1 && line.top >= (parts[part + 1] ?? 0)) part += 1;
    const origin = parts[part] ?? 0;
    shared[part]?.push({
      ...line,
      top: twip(line.top - origin),
      baseline: twip(line.baseline - origin),
    });
  }
  return shared;
}

/**
 * The parts of a row, each from one height to another. No page begins with a further part of a row that is
 * to be whole, unless the row is higher than a page: then nothing else is left.
 */
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
  const shared = shareLines(lines, parts);
  return parts.slice(1).map((end, part) => {
    const isFirst = part === 0;
    const from = parts[part] ?? 0;
    const rules = drawRow(place, cells, [index === 0, end - from]);
    return {
      height: end - from,
      lines: shared[part] ?? [],
      rules: isFirst ? rules : rules.filter((rule) => rule.height > 0),
      mayBegin: isFirst ? mayBegin(set, index) : !row.cantSplit,
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
    if (isHead) for (const unit of units) repeated.push(unit);
    return units;
  });
}
