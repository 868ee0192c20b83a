import type { FlowItem, FlowLine, FlowTable, LineKind } from './flow.ts';
import { type PageMetrics, standardMetrics } from './metrics.ts';
import { FIRST_LINE_CELLS, sizes, TITLE_PITCH } from './page.ts';
import { ptToTwip, type Twip, twip } from './units.ts';
import { countCells, measureText } from './width.ts';

/** Height of a table's row of one line, and of each further line. */
const ROW_HEIGHT = 480;
const ROW_PITCH = 400;

/** Kinds whose first line has no indent. */
const flush: ReadonlySet<LineKind> = new Set<LineKind>([
  'copyNumber',
  'secrecy',
  'urgency',
  'mark',
  'number',
  'title',
  'addressee',
  'annexLabel',
  'annexTitle',
  'blank',
]);
const titles: ReadonlySet<LineKind> = new Set<LineKind>(['title', 'annexTitle']);

function heightOfLine({ kind, height }: FlowLine, metrics: PageMetrics): number {
  return height ?? (titles.has(kind) ? TITLE_PITCH : metrics.linePitch);
}

/** Heights of what a page break cannot part: the lines of a paragraph, the rows of a table. */
function listHeights(item: FlowItem, metrics: PageMetrics): readonly number[] {
  if (item.type === 'table') {
    return item.rows.map((row) => item.mark?.height ?? estimateRow(row, item));
  }
  const pitch = heightOfLine(item, metrics);
  return Array<number>(estimateLines(item, metrics)).fill(pitch);
}

function estimateRow(
  row: readonly string[],
  { columns, look }: Pick<FlowTable, 'columns' | 'look'>,
): number {
  const size = ptToTwip(look?.size ?? sizes.table);
  const margins = 2 * (look?.cellMargin ?? size / 2);
  const most = row.reduce((lines, text, column) => {
    const cells = Math.max(1, Math.floor(((columns[column] ?? 0) - margins) / size));
    const needed = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(countCells(line) / cells)), 0);
    return Math.max(lines, needed);
  }, 1);
  return Math.max(ROW_HEIGHT, most * ROW_PITCH);
}

/** Of the text block: a row that may be higher than what a page has left under a heading. */
const HIGH = 0.8;

/**
 * Whether no page may hold a row, by estimate. Such a row is not to be kept whole: Word would move it to
 * a new page and part it there, LibreOffice where it is.
 */
export function isHighRow(
  row: readonly string[],
  table: Pick<FlowTable, 'columns' | 'look'>,
  metrics: PageMetrics,
): boolean {
  return estimateRow(row, table) > HIGH * metrics.textHeight;
}

/**
 * Lines a paragraph takes up, or rows a table has. Programs differ by one in a paragraph whose last
 * line is nearly full or nearly empty, since each squeezes and hangs punctuation its own way.
 */
export function estimateLines(item: FlowItem, metrics: PageMetrics = standardMetrics): number {
  if (item.type === 'table') return item.rows.length;
  if (titles.has(item.kind) || item.kind === 'mark') return 1;
  const { textWidth, cell, halfCell } = metrics;
  const extra = item.extraSpacing ?? 0;
  const cells = { cell: twip(cell + extra), halfCell: twip(halfCell + extra) };
  const width = item.runs.reduce((sum, run) => sum + measureText(run.text, cells), 0);
  const first = item.indent?.first ?? (flush.has(item.kind) ? 0 : FIRST_LINE_CELLS * cells.cell);
  const rest = item.indent?.rest ?? 0;
  const right = item.indentRight ?? 0;
  // no line holds part of a letter; spreading it over the line is for the program
  const fillable = (room: number) => Math.max(1, Math.floor(room / cells.cell)) * cells.cell;
  const over = width - fillable(textWidth - first - right);
  return over <= 0 ? 1 : 1 + Math.ceil(over / fillable(textWidth - rest - right));
}

/** Where on the pages something ends. */
export interface PagePlace {
  /** Counted from 0. */
  readonly page: number;
  /** From the top of the page's text block. */
  readonly filled: Twip;
}

/** Where `items` end, by estimate: a program may be off by a line or two in a few pages. */
export function estimatePlace(
  items: readonly FlowItem[],
  metrics: PageMetrics = standardMetrics,
): PagePlace {
  let page = 0;
  let filled = 0;
  for (const item of items) {
    if (item.type === 'line' && item.pageBreakBefore && filled > 0) {
      page += 1;
      filled = 0;
    }
    const below = item.keepWithNext ? metrics.linePitch : 0;
    for (const height of listHeights(item, metrics)) {
      const fits = filled + height + below <= metrics.textHeight;
      if (!fits) page += 1;
      filled = fits ? filled + height : height;
    }
  }
  return { page, filled: twip(filled) };
}

/** Height of `items` where no page break parts them, by estimate. */
export function estimateHeight(
  items: readonly FlowItem[],
  metrics: PageMetrics = standardMetrics,
): Twip {
  return twip(
    items.flatMap((item) => listHeights(item, metrics)).reduce((sum, height) => sum + height, 0),
  );
}
