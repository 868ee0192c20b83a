import type { DiffPiece } from '../compare/index.ts';
import type { FlowLine, FlowTable, Run } from '../layout/index.ts';

/** What became of a printed line, a table or a row of one. */
export type ChangeState = 'kept' | 'changed' | 'inserted' | 'deleted';

/** A stretch of a line: in both states of the report, in the earlier only, in the later only. */
export interface RunChange {
  readonly kind: DiffPiece['kind'];
  readonly run: Run;
}

/** A printed line, in both states or in one. */
export interface LineChange {
  readonly type: 'line';
  readonly state: ChangeState;
  /** As the later state prints it; as the earlier did where it is deleted. */
  readonly line: FlowLine;
  /** Its text: what is `same` and `removed` the earlier, what is `same` and `added` the later. */
  readonly runs: readonly RunChange[];
}

/** The text of a cell; a `\n` in it ends a paragraph of the cell. */
export type CellChange = readonly DiffPiece[];

/** A row of a table. */
export interface RowChange {
  readonly state: ChangeState;
  /** Whether it is the first of its table, in the state it is of. */
  readonly isHead: boolean;
  /** One for each column. */
  readonly cells: readonly CellChange[];
}

/** A table, in both states or in one. */
export interface TableChange {
  readonly type: 'table';
  readonly state: ChangeState;
  /** As the later state prints it; as the earlier did where it is deleted. */
  readonly table: FlowTable;
  readonly rows: readonly RowChange[];
}

/** One piece of the page with what became of it. */
export type ReportChange = LineChange | TableChange;

/** How many printed lines and tables were kept, changed, inserted, deleted; blank lines do not count. */
export type ChangeCounts = Readonly<Record<ChangeState, number>>;
