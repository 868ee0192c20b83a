import type { FlowItem, FlowTable } from './flow.ts';
import {
  CHARACTERS_PER_LINE,
  FIRST_LINE_CELLS,
  LINE_PITCH,
  pageTwip,
  sizes,
  TITLE_PITCH,
} from './page.ts';
import { ptToTwip, type Twip, twip } from './units.ts';
import { countCells } from './width.ts';

/** Height of a table's row of one line, and of each further line. */
const ROW_HEIGHT = 480;
const ROW_PITCH = 400;

/** Heights of what a page break cannot part: the lines of a paragraph, the rows of a table. */
function listHeights(item: FlowItem): readonly number[] {
  if (item.type === 'table') return item.rows.map((row) => estimateRow(row, item));
  const pitch = item.kind === 'title' ? TITLE_PITCH : LINE_PITCH;
  return Array<number>(estimateLines(item)).fill(pitch);
}

function estimateRow(row: readonly string[], { columns }: FlowTable): number {
  const most = row.reduce((lines, text, column) => {
    const cells = Math.max(1, (columns[column] ?? 0) / ptToTwip(sizes.table) - 1);
    return Math.max(lines, Math.ceil(countCells(text) / cells));
  }, 1);
  return Math.max(ROW_HEIGHT, most * ROW_PITCH);
}

/** Lines a paragraph takes up, or rows a table has; 28 characters to a line. */
export function estimateLines(item: FlowItem): number {
  if (item.type === 'table') return item.rows.length;
  const text = item.runs.map((run) => run.text).join('');
  return Math.max(1, Math.ceil((countCells(text) + FIRST_LINE_CELLS) / CHARACTERS_PER_LINE));
}

/**
 * How much of its last page `items` take up, from the top of the text block. An estimate: programs
 * differ by a line or two, since each squeezes and hangs punctuation its own way.
 */
export function estimateFill(items: readonly FlowItem[]): Twip {
  let filled = 0;
  for (const item of items) {
    const below = item.keepWithNext ? LINE_PITCH : 0;
    for (const height of listHeights(item)) {
      filled = filled + height + below > pageTwip.textHeight ? height : filled + height;
    }
  }
  return twip(filled);
}
