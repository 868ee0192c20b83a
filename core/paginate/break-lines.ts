import type { PrintedTab } from '../printed/index.ts';
import { isBlank, isJoined, mayHang } from './characters.ts';
import type { MeasuredText } from './measured.ts';

const TAB = 9;
const BREAK = 10;
const PAGE_BREAK = 12;
/** Sums of fractions may be off by this. */
const ROUNDING = 0.001;

/** One line of a paragraph, by its letters. */
export interface BrokenLine {
  readonly from: number;
  /** First letter that is not on it, blanks at its end and a break left out. */
  readonly to: number;
  /** True where a mark at its end hangs into the margin. */
  readonly hangs: boolean;
  /** What ends it: its room, a line break, a page break, or the paragraph. */
  readonly end: 'full' | 'break' | 'pageBreak' | 'last';
}

/** The room of a paragraph's lines in twips, from the left edge of the text block. */
export interface LineRoom {
  readonly left: number;
  readonly first: number;
  readonly right: number;
  readonly tabs: readonly PrintedTab[];
  readonly defaultTab: number;
  readonly hangsMarks: boolean;
}

function isTab(text: MeasuredText, at: number): boolean {
  return text.text.charCodeAt(at) === TAB;
}

/** Width of what stands behind a tab, up to the next one or the end. */
function measureBehind(measured: MeasuredText, tab: number): number {
  let width = 0;
  for (let at = tab + 1; at < measured.text.length; at += 1) {
    const code = measured.text.charCodeAt(at);
    if (code === TAB || code === BREAK || code === PAGE_BREAK) break;
    width += (measured.widths[at] ?? 0) + (measured.gaps[at] ?? 0);
  }
  return width;
}

/** How wide the tab at `at` is where the line has come to `x`. */
function measureTab(measured: MeasuredText, at: number, x: number, room: LineRoom): number {
  // the left edge of a hanging indent is a stop of its own
  const stops: readonly PrintedTab[] =
    x < room.left && room.first < room.left
      ? [...room.tabs, { at: room.left as PrintedTab['at'], align: 'left' as const }].toSorted(
          (a, b) => a.at - b.at,
        )
      : room.tabs;
  const stop = stops.find((candidate) => candidate.at > x);
  if (!stop) return (Math.floor(x / room.defaultTab) + 1) * room.defaultTab - x;
  if (stop.align === 'left') return stop.at - x;
  const behind = measureBehind(measured, at);
  return Math.max(0, stop.at - x - (stop.align === 'center' ? behind / 2 : behind));
}

/** How far the room reaches: the first letter that does not fit, or what ends the line before. */
function findOverflow(measured: MeasuredText, from: number, left: number, room: LineRoom): number {
  const { text, widths, gaps, atEnd } = measured;
  let x = left;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BREAK || code === PAGE_BREAK) return at;
    if (isTab(measured, at)) widths[at] = measureTab(measured, at, x, room);
    x += (widths[at] ?? 0) + (at === from ? 0 : (gaps[at] ?? 0));
    if (x + atEnd > room.right + ROUNDING && !isBlank(code)) return at;
  }
  return text.length;
}

/** The last place up to `limit` where the next line may begin; `limit` itself where there is none. */
function findStart(measured: MeasuredText, from: number, limit: number): number {
  for (let at = limit; at > from; at -= 1) {
    if (measured.starts[at] === 1) return at;
  }
  const least = isJoined(measured.text.charCodeAt(from + 1)) ? from + 2 : from + 1;
  return Math.max(least, limit);
}

/** Where the next line begins, and whether the mark before it hangs. */
function findBreak(
  measured: MeasuredText,
  from: number,
  overflow: number,
  { hangsMarks }: LineRoom,
): { readonly next: number; readonly hangs: boolean } {
  const { text, starts } = measured;
  const after = overflow + 1;
  const mark = measured.wide[overflow] === 1 && mayHang(text.charCodeAt(overflow));
  const maySpare = hangsMarks && overflow > from && mark;
  if (maySpare && (after >= text.length || starts[after] === 1 || isEnd(text, after))) {
    return { next: after, hangs: true };
  }
  return { next: findStart(measured, from, overflow), hangs: false };
}

function isEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === BREAK || code === PAGE_BREAK;
}

function trimBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/**
 * Breaks a paragraph into lines: no mark at the wrong end of a line, no break inside a number or a
 * Latin word, no squeezing; one closing mark may hang. A paragraph of no letters has one empty line.
 */
export function breakLines(measured: MeasuredText, room: LineRoom): readonly BrokenLine[] {
  const { text } = measured;
  const lines: BrokenLine[] = [];
  let from = 0;
  let left = room.first;
  while (from <= text.length) {
    const overflow = findOverflow(measured, from, left, room);
    if (overflow >= text.length) {
      lines.push({ from, to: trimBlanks(text, from, text.length), hangs: false, end: 'last' });
      break;
    }
    const { next, hangs } = isEnd(text, overflow)
      ? { next: overflow, hangs: false }
      : findBreak(measured, from, overflow, room);
    const breakCode = text.charCodeAt(next);
    const isHard = next < text.length && isEnd(text, next);
    const end = breakCode === PAGE_BREAK ? 'pageBreak' : 'break';
    const isLast = next >= text.length;
    const stop = isLast ? 'last' : isHard ? end : 'full';
    lines.push({ from, to: trimBlanks(text, from, next), hangs, end: stop });
    // a page break that ends a paragraph leaves no empty line behind it
    if (isLast || (isHard && breakCode === PAGE_BREAK && next + 1 >= text.length)) break;
    from = isHard ? next + 1 : next;
    left = room.left;
  }
  return lines;
}
