import {
  CHARACTERS_PER_LINE,
  composeReport,
  countCells,
  FIRST_LINE_CELLS,
  type FlowItem,
  LINE_PITCH,
  pageTwip,
  TITLE_PITCH,
} from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';

const flush = new Set(['title', 'addressee', 'signature', 'date', 'blank']);

/** Height of what prints as one paragraph or table, in twips. A table's rows count as a line each. */
function measureHeight(item: FlowItem): number {
  if (item.type === 'table') return item.rows.length * LINE_PITCH;
  if (item.kind === 'title') return TITLE_PITCH;
  const text = item.runs.map((run) => run.text).join('');
  const indent = flush.has(item.kind) ? 0 : FIRST_LINE_CELLS;
  const lines = Math.ceil((indent + countCells(text)) / CHARACTERS_PER_LINE);
  return Math.max(1, lines) * LINE_PITCH;
}

/**
 * About how many pages a report prints on: its lines of 28 characters on pages of 22. Where a line
 * ends early for a mark that must not begin the next, the real page may come a line sooner.
 * @source GB/T 9704-2012 5.2.3
 */
export function estimatePages(report: Report): number {
  const height = composeReport(report).reduce((sum, item) => sum + measureHeight(item), 0);
  return Math.max(1, Math.ceil(height / pageTwip.textHeight));
}
