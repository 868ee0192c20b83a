import { diffText } from '../compare/index.ts';
import type { FlowTable } from '../layout/index.ts';
import type { CellChange, RowChange, TableChange } from './change.ts';
import { weave } from './weave.ts';

/** A row with a cell for each column. */
interface PrintedRow {
  readonly cells: readonly string[];
  readonly isHead: boolean;
}

/** A line of a cell loses the blanks around it on the page. */
function printCell(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

/** The cells of a table as they are printed, one for each of its columns. */
export function printRows({ rows, columns }: FlowTable): readonly (readonly string[])[] {
  return rows.map((row) => columns.map((_, column) => printCell(row[column] ?? '')));
}

function listRows(table: FlowTable): readonly PrintedRow[] {
  return printRows(table).map((cells, index) => ({
    cells,
    isHead: index === 0 && table.rows.length > 1,
  }));
}

const describeRow = ({ cells }: PrintedRow) => ({
  kind: 'row',
  text: cells.join('\t'),
  isRole: false,
});

function moveRow({ cells, isHead }: PrintedRow, state: 'inserted' | 'deleted'): RowChange {
  const kind = state === 'inserted' ? 'added' : 'removed';
  const moved = cells.map((text): CellChange => (text === '' ? [] : [{ kind, text }]));
  return { state, isHead, cells: moved };
}

function compareRows(before: PrintedRow, after: PrintedRow): RowChange {
  const cells = after.cells.map((text, column) => diffText(before.cells[column] ?? '', text));
  const isKept = cells.every((pieces) => pieces.every(({ kind }) => kind === 'same'));
  return { state: isKept ? 'kept' : 'changed', isHead: after.isHead, cells };
}

/** A table that stands in one state only. */
export function moveTable(table: FlowTable, state: 'inserted' | 'deleted'): TableChange {
  return { type: 'table', state, table, rows: listRows(table).map((row) => moveRow(row, state)) };
}

/** A table that stands in both states with as many columns, row by row and cell by cell. */
export function compareTables(before: FlowTable, after: FlowTable): TableChange {
  const rows = weave(listRows(before), listRows(after), describeRow).map((row): RowChange => {
    if (row.kind === 'removed') return moveRow(row.before, 'deleted');
    if (row.kind === 'added') return moveRow(row.after, 'inserted');
    return compareRows(row.before, row.after);
  });
  const isKept = rows.every(({ state }) => state === 'kept');
  return { type: 'table', state: isKept ? 'kept' : 'changed', table: after, rows };
}
