import type { PrintedParagraph, PrintedRun } from '../printed/index.ts';
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

/** A paragraph's letters with what setting them needs; all arrays go by UTF-16 unit. */
export interface MeasuredText {
  readonly text: string;
  /** Widths in twips, spacing included. */
  readonly widths: Int32Array;
  /** What is put before a letter that does not begin a line, in twips. */
  readonly gaps: Int32Array;
  /** Index into `runs`. */
  readonly runs: readonly PrintedRun[];
  readonly runOf: Uint16Array;
  /** 1 where a letter is set at full width, in the Chinese face. */
  readonly wide: Uint8Array;
  /** 1 where a line may begin. */
  readonly starts: Uint8Array;
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

function isFixed(before: number, code: number, kinsoku: boolean): boolean {
  // a mark is never parted from its second half, with or without the rule
  if (isJoined(code) || isBlank(code) || code === TAB || code === BREAK || code === PAGE_BREAK) {
    return true;
  }
  return kinsoku && (mayNotBegin(code) || mayNotEnd(before));
}

/** Whether a line may begin with `code` that stands behind `before`. */
function mayStart(before: number, code: number, narrow: boolean, kinsoku: boolean): boolean {
  if (before === BREAK || before === PAGE_BREAK) return true;
  if (isFixed(before, code, kinsoku)) return false;
  if (isBlank(before) || before === TAB) return true;
  return !narrow || mayBreakInLatin(before, code);
}

/** Measures the letters of a paragraph. */
export function measureText(
  paragraph: PrintedParagraph,
  { alwaysSpaces, mixedSpace }: Habits,
  readField: ReadField,
): MeasuredText {
  const runs = listRuns(paragraph, readField);
  const text = runs.map((run) => run.text).join('');
  const { length } = text;
  const [widths, gaps] = [new Int32Array(length), new Int32Array(length)];
  const [runOf, wide, starts] = [
    new Uint16Array(length),
    new Uint8Array(length),
    new Uint8Array(length),
  ];
  const asked = alwaysSpaces ? { letters: true, digits: true } : paragraph.autoSpace;
  const { kinsoku } = paragraph;
  let at = 0;
  let before = BREAK;
  let wasWide = true;
  for (const [index, run] of runs.entries()) {
    const em = run.size * TWIPS_PER_POINT;
    const sharedIsWide = run.hintsChinese || isChineseFace(run.latinFace);
    for (let offset = 0; offset < run.text.length; offset += 1, at += 1) {
      const code = run.text.charCodeAt(offset);
      const isFull = isWide(code) || (sharedIsWide && isShared(code));
      runOf[at] = index;
      wide[at] = isFull ? 1 : 0;
      if (!isJoined(code) && code >= 0x20) {
        const share = isFull ? em : (em * measureNarrow(code, run.latinFace)) / 1000;
        widths[at] = Math.round(share) + run.spacing;
      }
      if (asked && needsSpace(before, code, asked)) gaps[at] = Math.round((em * mixedSpace) / 1000);
      starts[at] = mayStart(before, code, !isFull && !wasWide, kinsoku) ? 1 : 0;
      before = code;
      wasWide = isFull;
    }
  }
  return { text, widths, gaps, runs, runOf, wide, starts };
}
