import type { FlowItem } from '../layout/index.ts';
import type { ChangeCounts, ChangeState, ReportChange } from './change.ts';
import { textOfLine } from './compare-lines.ts';
import { printRows } from './compare-tables.ts';

/** A line's text, or a table's cells. */
export type PrintedText = string | readonly (readonly string[])[];

/** What a page prints, without its look. */
export function readPrinted(items: readonly FlowItem[]): readonly PrintedText[] {
  return items.map((item) => (item.type === 'line' ? textOfLine(item) : printRows(item)));
}

interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What a page prints when all its changes are refused (`before`) or accepted (`after`). */
export function readSide(
  changes: readonly ReportChange[],
  side: 'before' | 'after',
): readonly PrintedText[] {
  const left = side === 'after' ? 'removed' : 'added';
  const gone = side === 'after' ? 'deleted' : 'inserted';
  const join = (pieces: readonly Piece[]) =>
    pieces.map(({ kind, text }) => (kind === left ? '' : text)).join('');
  return changes
    .filter(({ state }) => state !== gone)
    .map((change) =>
      change.type === 'line'
        ? join(change.runs.map(({ kind, run }) => ({ kind, text: run.text })))
        : change.rows.filter(({ state }) => state !== gone).map(({ cells }) => cells.map(join)),
    );
}

const isBlank = (change: ReportChange) => change.type === 'line' && change.line.kind === 'blank';

/** Counts what became of the printed lines and tables. */
export function countChanges(changes: readonly ReportChange[]): ChangeCounts {
  const count = (wanted: ChangeState) =>
    changes.filter((change) => change.state === wanted && !isBlank(change)).length;
  return {
    kept: count('kept'),
    changed: count('changed'),
    inserted: count('inserted'),
    deleted: count('deleted'),
  };
}

/** Counts in words: `改动 30 段，新增 12 段，删去 8 段，其余 25 段没有变动`. */
export function describeCounts({ kept, changed, inserted, deleted }: ChangeCounts): string {
  if (changed + inserted + deleted === 0) return '文字没有变动';
  const words = [
    changed > 0 ? `改动 ${changed} 段` : '',
    inserted > 0 ? `新增 ${inserted} 段` : '',
    deleted > 0 ? `删去 ${deleted} 段` : '',
    kept > 0 ? `其余 ${kept} 段没有变动` : '',
  ];
  return words.filter((word) => word !== '').join('，');
}
