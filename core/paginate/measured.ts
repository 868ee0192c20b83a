import type { PrintedParagraph, PrintedRun, PrintedSection } from '../printed/index.ts';
import {
  isBlank,
  isDigit,
  isHan,
  isJoined,
  isLetter,
  isShared,
  isWide,
  mayNotBegin,
  mayNotEnd,
} from './characters.ts';
import type { Habits } from './habits.ts';
import { isChineseFace, measureNarrow } from './widths.ts';

const TWIPS_PER_POINT = 20;
const TAB = 9;
const BREAK = 10;
const PAGE_BREAK = 12;
const FIRST_PRINTED = 0x20;
const EM = 1000;

/** A paragraph's letters with what setting them needs; all arrays go by UTF-16 unit. */
export interface MeasuredText {
  readonly text: string;
  /** Widths in twips, spacing included. */
  readonly widths: Float64Array;
  /** What is put before a letter that does not begin a line, in twips. */
  readonly gaps: Float64Array;
  /** Index into `runs`. */
  readonly runs: readonly PrintedRun[];
  readonly runOf: Uint16Array;
  /** 1 where a letter is set at full width, in the Chinese face. */
  readonly wide: Uint8Array;
  /** 1 where a line may begin. */
  readonly starts: Uint8Array;
  /** What the last letter of a line takes up beside its width, in twips. */
  readonly atEnd: number;
}

/** A number's page as a field shows it. */
export type ReadField = (field: string) => string | null;

function isShown(run: PrintedRun): boolean {
  return !run.hidden && run.revision !== 'deleted';
}

function labelRun(paragraph: PrintedParagraph): readonly PrintedRun[] {
  const [first] = paragraph.runs;
  if (paragraph.label === '' || !first) return [];
  const ends = { tab: '\t', space: ' ', nothing: '' } as const;
  return [{ ...first, text: paragraph.label + ends[paragraph.labelEnd ?? 'tab'], field: null }];
}

/** The runs that are seen, with the automatic number before them and the results of fields in them. */
function listRuns(paragraph: PrintedParagraph, readField: ReadField): readonly PrintedRun[] {
  let last: string | null = null;
  const shown = paragraph.runs.filter(isShown).map((run) => {
    const result = run.field === null ? null : readField(run.field);
    const text = result === null ? run.text : last === run.field ? '' : result;
    last = run.field;
    return text === run.text ? run : { ...run, text };
  });
  return [...labelRun(paragraph), ...shown].filter(({ text }) => text !== '');
}

function needsSpace(before: number, code: number, { letters, digits }: Asked): boolean {
  if (isHan(before)) return (letters && isLetter(code)) || (digits && isDigit(code));
  return isHan(code) && ((letters && isLetter(before)) || (digits && isDigit(before)));
}

interface Asked {
  readonly letters: boolean;
  readonly digits: boolean;
}

function mayBreakInLatin(before: number, code: number): boolean {
  return before === 0x2d && isLetter(code);
}

/** The letter before, and the last that is no blank: a blank behind an opening mark is no place to break. */
interface Before {
  readonly code: number;
  readonly solid: number;
  readonly isFull: boolean;
}

function isFixed({ solid }: Before, code: number, kinsoku: boolean): boolean {
  // a mark is never parted from its second half, with or without the rule
  if (isJoined(code) || isBlank(code) || code === TAB || code === BREAK || code === PAGE_BREAK) {
    return true;
  }
  return kinsoku && (mayNotBegin(code) || mayNotEnd(solid));
}

/** Whether a line may begin with `code` that stands behind `before`. */
function mayStart(before: Before, code: number, isFull: boolean, kinsoku: boolean): boolean {
  if (before.code === BREAK || before.code === PAGE_BREAK) return true;
  if (isFixed(before, code, kinsoku)) return false;
  if (isBlank(before.code) || before.code === TAB) return true;
  return isFull || before.isFull || mayBreakInLatin(before.code, code);
}

/** What measuring a letter rests on beside the letter. */
interface Rules {
  readonly habits: Habits;
  readonly asked: Asked | undefined;
  readonly kinsoku: boolean;
  /** What a grid of characters adds to each, in twips. */
  readonly gridSpace: number;
}

function allocate(runs: readonly PrintedRun[], text: string, { sparesLast }: Habits): MeasuredText {
  const { length } = text;
  return {
    text,
    runs,
    widths: new Float64Array(length),
    gaps: new Float64Array(length),
    runOf: new Uint16Array(length),
    wide: new Uint8Array(length),
    starts: new Uint8Array(length),
    atEnd: sparesLast ? 0 - (runs[0]?.spacing ?? 0) : 0,
  };
}

function widthOf(
  code: number,
  isFull: boolean,
  run: PrintedRun,
  { habits: { widthOf: own }, gridSpace }: Rules,
): number {
  if (isJoined(code) || code < FIRST_PRINTED) return 0;
  const share = isFull ? EM : (own?.(code, run.latinFace) ?? measureNarrow(code, run.latinFace));
  return (run.size * TWIPS_PER_POINT * share) / EM + gridSpace + run.spacing;
}

function spacingBefore({ runs, runOf }: MeasuredText, at: number): number {
  return runs[runOf[at - 1] ?? 0]?.spacing ?? 0;
}

/** Fills in the letters of one run, which begins at `from`; gives what the next run follows. */
function measureRun(
  into: MeasuredText,
  [index, from]: readonly [number, number],
  start: Before,
  rules: Rules,
): Before {
  const { habits, asked, kinsoku } = rules;
  const run = into.runs[index];
  if (!run) return start;
  const gap = (run.size * TWIPS_PER_POINT * habits.mixedSpace) / EM;
  const sharedIsWide = run.hintsChinese || isChineseFace(run.latinFace);
  // one object for all letters: a long report has hundreds of thousands
  const before: { -readonly [key in keyof Before]: Before[key] } = { ...start };
  for (let at = from; at < from + run.text.length; at += 1) {
    const code = into.text.charCodeAt(at);
    const isFull = isWide(code) || (sharedIsWide && isShared(code));
    into.runOf[at] = index;
    into.wide[at] = isFull ? 1 : 0;
    into.widths[at] = widthOf(code, isFull, run, rules);
    const isNew = at > 0 && (isFull !== before.isFull || at === from);
    const spared = isNew && habits.sparesLast ? spacingBefore(into, at) : 0;
    into.gaps[at] = (asked && needsSpace(before.code, code, asked) ? gap : 0) - spared;
    into.starts[at] = mayStart(before, code, isFull, kinsoku) ? 1 : 0;
    before.code = code;
    before.isFull = isFull;
    if (!isBlank(code)) before.solid = code;
  }
  return before;
}

/** `charSpace` of a section's grid is in 4096ths of a point. @source ISO 29500-1 17.6.5 */
const GRID_UNIT = TWIPS_PER_POINT / 4096;

function findGridSpace({ snapsToGrid }: PrintedParagraph, grid: PrintedSection['grid']): number {
  const hasCells = grid.type === 'linesAndChars' || grid.type === 'snapToChars';
  return snapsToGrid && hasCells ? grid.charSpace * GRID_UNIT : 0;
}

/** Measures the letters of a paragraph. */
export function measureText(
  paragraph: PrintedParagraph,
  habits: Habits,
  readField: ReadField,
  grid: PrintedSection['grid'],
): MeasuredText {
  const runs = listRuns(paragraph, readField);
  const text = runs.map((run) => run.text).join('');
  const into = allocate(runs, text, habits);
  const asked = habits.alwaysSpaces ? { letters: true, digits: true } : paragraph.autoSpace;
  const gridSpace = findGridSpace(paragraph, grid);
  const rules = { habits, asked, kinsoku: paragraph.kinsoku, gridSpace };
  let before: Before = { code: BREAK, solid: BREAK, isFull: true };
  let from = 0;
  for (const [index, run] of runs.entries()) {
    before = measureRun(into, [index, from], before, rules);
    from += run.text.length;
  }
  return into;
}
