import { twip } from '../layout/units.ts';
import type { PrintedParagraph, PrintedSection } from '../printed/index.ts';
import { type BrokenLine, breakLines } from './break-lines.ts';
import type { Habits } from './habits.ts';
import { measureLine } from './line-height.ts';
import { measureText, type ReadField } from './measured.ts';
import type { PageSpan } from './page.ts';
import { setLine, tellLine } from './set-line.ts';

/** A line that has its words and its height, and no page yet. */
export interface SetLine {
  readonly height: number;
  readonly baseline: number;
  readonly spans: readonly PageSpan[];
  readonly end: BrokenLine['end'];
}

/** What setting a paragraph rests on beside itself. */
export interface Setting {
  readonly habits: Habits;
  readonly grid: PrintedSection['grid'];
  readonly defaultTab: number;
  readonly readField: ReadField;
}

const NO_STOPS = [] as const;
const LEAST_ROOM = 20;

/** A stretch of the page's width that lines are set in, in twips from the left edge of the paper. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Sets a paragraph in a column. */
export function setParagraph(
  paragraph: PrintedParagraph,
  { x, width }: Column,
  { habits, grid, defaultTab, readField }: Setting,
): readonly SetLine[] {
  const measured = measureText(paragraph, habits, readField, grid);
  const { indent, align } = paragraph;
  const right = Math.max(width - indent.right, indent.left + LEAST_ROOM);
  const first = indent.left + indent.first;
  const lines = breakLines(measured, {
    left: indent.left,
    first,
    right,
    tabs: paragraph.tabs ?? NO_STOPS,
    defaultTab: Math.max(LEAST_ROOM, defaultTab),
    hangsMarks: habits.hangs(paragraph.hangsMarks),
  });
  return lines.map((line, index) => {
    const { height, baseline } = measureLine(measured, line, paragraph, grid);
    const left = x + (index === 0 ? first : indent.left);
    const spans = habits.tellsWords
      ? tellLine(measured, line, left)
      : setLine(measured, line, align, { left, right: x + right });
    return { height: twip(height), baseline: twip(baseline), spans, end: line.end };
  });
}
