import type { OfficialFacts } from './filing.ts';
import { blankLine, createLine, type FlowItem, type FlowLine, type FlowTable } from './flow.ts';
import { joinLines } from './join-lines.ts';
import type { PageMetrics } from './metrics.ts';
import { MARK_TOP } from './page.ts';
import { breakTitleLine } from './title-lines.ts';
import { type Pt, pt, ptToTwip, type Twip, twip } from './units.ts';
import { countCells } from './width.ts';

const SUFFIX = '文件';

/** Sizes of a mark: as large as fits, so that names of all lengths stay larger than the title. */
const LARGEST = 48;
const SMALLEST = 24;
/** Smallest for many joint issuers: text must still begin on the first page. */
const SMALLEST_JOINT = 12;
/** Height of a line for its size. */
const PITCH = 1.25;
/** An exact line has its baseline at four fifths, and the ink of hanzi reaches 0.8 of their size above it. */
const BASELINE = 0.8;
const ASCENT = 0.8;
/** Most of a page that the names of joint issuers may take up. */
const MOST_OF_PAGE = 0.35;
/** Between the names and 文件, and what a cell's edges take of its width. */
const GAP_CELLS = 0.5;
const EDGE_CELLS = 0.5;

function heightOf(size: number): Twip {
  return twip(ptToTwip(pt(size)) * PITCH);
}

/** The largest size, in whole points, at which `cells` letters stand on a line. */
function fitSize(cells: number, { textWidth }: PageMetrics, smallest: number): Pt {
  const fitting = Math.floor(textWidth / 20 / Math.max(1, cells));
  return pt(Math.min(LARGEST, Math.max(smallest, fitting)));
}

/** A mark's lines by their meaning at a size. */
function breakMark(text: string, size: number, { textWidth }: PageMetrics): readonly string[] {
  const cells = Math.max(1, Math.floor(textWidth / ptToTwip(pt(size))));
  return text === '' ? [''] : breakTitleLine(text, { cells, names: [], above: null });
}

/** The lines of a mark in the largest size at which it needs no more of them than in the smallest. */
function setMark(
  text: string,
  metrics: PageMetrics,
): { readonly size: Pt; readonly lines: readonly string[] } {
  const least = breakMark(text, SMALLEST, metrics);
  const most = fitSize(countCells(text) / least.length, metrics, SMALLEST);
  for (let size: number = most; size > SMALLEST; size -= 1) {
    const lines = breakMark(text, size, metrics);
    const room = metrics.textWidth / ptToTwip(pt(size));
    const fits = lines.every((line) => countCells(line) <= room);
    if (fits && lines.length <= least.length) return { size: pt(size), lines };
  }
  return { size: pt(SMALLEST), lines: least };
}

/** A mark of one organ, or one that was typed as it is: a line, or more where the name is very long. */
function composeSingle(text: string, metrics: PageMetrics): readonly FlowLine[] {
  const { size, lines } = setMark(text, metrics);
  return lines.map((line) => ({
    ...createLine('mark', line),
    size,
    height: heightOf(size),
    keepWithNext: true,
  }));
}

/** Joint issuers one under another, the leading one first, and 文件 at their right. */
function composeJoint(names: readonly string[], metrics: PageMetrics): FlowTable {
  const longest = Math.max(...names.map(countCells));
  const beside = countCells(SUFFIX) + GAP_CELLS;
  const high = (metrics.textHeight * MOST_OF_PAGE) / names.length / 20 / PITCH;
  const wide = fitSize(longest + EDGE_CELLS + beside, metrics, SMALLEST_JOINT);
  const size = pt(Math.max(SMALLEST_JOINT, Math.min(wide, Math.floor(high))));
  const unit = ptToTwip(size);
  const second = Math.ceil(beside * unit);
  const first = Math.min(Math.ceil((longest + EDGE_CELLS) * unit), metrics.textWidth - second);
  return {
    type: 'table',
    id: '',
    rows: names.map((name, index) => [name, index === 0 ? SUFFIX : '']),
    columns: [twip(first), twip(second)],
    keepWithNext: true,
    mark: { size, height: heightOf(size) },
  };
}

function composeNames(
  facts: OfficialFacts,
  issuers: readonly string[],
  metrics: PageMetrics,
): readonly FlowItem[] {
  const typed = joinLines(facts.mark);
  if (typed !== '') return composeSingle(typed, metrics);
  const names = issuers.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length > 1) return [composeJoint(names, metrics)];
  return composeSingle(names[0] === undefined ? '' : `${names[0]}${SUFFIX}`, metrics);
}

/** The look of the first of what a mark is made of. */
function lookOf(item: FlowItem | undefined): { readonly size: number; readonly height: number } {
  if (item?.type === 'table' && item.mark) return item.mark;
  return item?.type === 'line'
    ? { size: item.size ?? 0, height: item.height ?? 0 }
    : { size: 0, height: 0 };
}

/**
 * The 发文机关标志 with what stands between it and the top of the page: its upper edge lies 35 mm below
 * the text block's, or under the lines above it where these reach lower. It is in the largest size
 * of 48 to 24 points at which it stands on one line, or on as few as it needs in 24; the standard
 * leaves the size open. An empty one is for paper with a printed head.
 * @param issuers names that the mark is made of where none was typed
 * @param linesAbove lines of 份号, 密级 and 紧急程度
 * @source GB/T 9704-2012 7.2.4
 */
export function composeMark(
  facts: OfficialFacts,
  issuers: readonly string[],
  linesAbove: number,
  metrics: PageMetrics,
): readonly FlowItem[] {
  const mark = composeNames(facts, issuers, metrics);
  const { size, height } = lookOf(mark[0]);
  const edge = BASELINE * height - ASCENT * ptToTwip(pt(size));
  const above = twip(Math.max(20, MARK_TOP - linesAbove * metrics.linePitch - edge));
  return [{ ...blankLine, height: above, keepWithNext: true }, ...mark];
}
