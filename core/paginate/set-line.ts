import { pt, twip } from '../layout/units.ts';
import type { PrintedParagraph } from '../printed/index.ts';
import type { BrokenLine } from './break-lines.ts';
import { isBlank } from './characters.ts';
import type { MeasuredText } from './measured.ts';
import type { PageSpan } from './page.ts';

const TAB = 9;

/** Where a line stands: its edges in twips. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

function widthOf({ widths, gaps }: MeasuredText, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at += 1) {
    width += (widths[at] ?? 0) + (at === from ? 0 : (gaps[at] ?? 0));
  }
  return width;
}

/** Whether a justified line is stretched between the letters at `at` and behind it. */
function stretches({ wide, text }: MeasuredText, at: number): boolean {
  return wide[at] === 1 || wide[at + 1] === 1 || isBlank(text.charCodeAt(at));
}

function afterLastTab(text: string, from: number, to: number): number {
  // within the line alone: a paragraph may be as long as a book
  for (let at = to; at > from; at -= 1) if (text.charCodeAt(at - 1) === TAB) return at;
  return from;
}

/** What is put behind each letter that may be set apart; 0 for a line that is not justified. */
function findStretch(measured: MeasuredText, line: BrokenLine, slack: number): number {
  if (slack <= 0 || line.end === 'last' || line.end === 'pageBreak') return 0;
  const first = afterLastTab(measured.text, line.from, line.to);
  const last = line.hangs ? line.to - 2 : line.to - 1;
  let places = 0;
  for (let at = first; at < last; at += 1) if (stretches(measured, at)) places += 1;
  return places === 0 ? 0 : slack / places;
}

function startOf(align: PrintedParagraph['align'], { left }: Edges, slack: number): number {
  if (slack <= 0 || align === 'left' || align === 'both') return left;
  return left + (align === 'center' ? slack / 2 : slack);
}

/** Whether the letters at `at` and before it are drawn as one. */
function goesOn({ runs, runOf, wide, text }: MeasuredText, at: number): boolean {
  if (wide[at] !== wide[at - 1] || text.charCodeAt(at - 1) === TAB) return false;
  // blanks stand alone: a drawing folds those at the edges of a text
  if (isBlank(text.charCodeAt(at)) !== isBlank(text.charCodeAt(at - 1))) return false;
  const run = runs[runOf[at] ?? 0];
  const before = runs[runOf[at - 1] ?? 0];
  if (run === before) return true;
  return (
    run !== undefined &&
    before !== undefined &&
    run.size === before.size &&
    run.color === before.color &&
    run.bold === before.bold &&
    (wide[at] === 1 ? run.face === before.face : run.latinFace === before.latinFace)
  );
}

function createSpan(
  measured: MeasuredText,
  [from, to]: readonly [number, number],
  [x, end]: readonly [number, number],
): PageSpan | null {
  const run = measured.runs[measured.runOf[from] ?? 0];
  const text = measured.text.slice(from, to);
  if (!run || text === '\t') return null;
  const left = twip(x);
  return {
    text,
    x: left,
    width: twip(twip(end) - left),
    face: measured.wide[from] === 1 ? run.face : run.latinFace,
    size: pt(run.size),
    bold: run.bold,
    color: run.color === 'auto' ? '000000' : run.color,
  };
}

/** Numbers are kept out of closures: a captured one is put into memory anew at each letter. */
function drawSpans(
  measured: MeasuredText,
  line: BrokenLine,
  start: number,
  stretch: number,
): readonly PageSpan[] {
  const { text, widths, gaps } = measured;
  const spans: PageSpan[] = [];
  const stretched = stretch > 0 ? afterLastTab(text, line.from, line.to) : line.to;
  let x = start;
  let begun = line.from;
  let begunAt = start;
  for (let at = line.from; at < line.to; at += 1) {
    const gap = at > line.from ? (gaps[at] ?? 0) : 0;
    const isTab = text.charCodeAt(at) === TAB;
    if (at > line.from && (gap !== 0 || isTab || !goesOn(measured, at))) {
      const span = createSpan(measured, [begun, at], [begunAt, x]);
      if (span) spans.push(span);
      x += gap;
      begun = at;
      begunAt = x;
    }
    x += widths[at] ?? 0;
    if (at >= stretched && at < line.to - 1 && stretches(measured, at)) x += stretch;
  }
  const last = createSpan(measured, [begun, line.to], [begunAt, x]);
  return last ? [...spans, last] : spans;
}

/** A broken line as one span of its words, in the look of its first letter, without tabs and stretch. */
export function tellLine(
  measured: MeasuredText,
  { from, to }: BrokenLine,
  left: number,
): readonly PageSpan[] {
  if (to <= from) return [];
  const span = createSpan(measured, [from, to], [left, left + widthOf(measured, from, to)]);
  return span ? [span] : [];
}

/** Sets a broken line between its edges. */
export function setLine(
  measured: MeasuredText,
  line: BrokenLine,
  align: PrintedParagraph['align'],
  edges: Edges,
): readonly PageSpan[] {
  if (line.to <= line.from) return [];
  const held = widthOf(measured, line.from, line.hangs ? line.to - 1 : line.to);
  const slack = edges.right - edges.left - held;
  const stretch = align === 'both' ? findStretch(measured, line, slack) : 0;
  return drawSpans(measured, line, startOf(align, edges, slack), stretch);
}
