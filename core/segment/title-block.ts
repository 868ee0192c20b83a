import { findDate } from './dates.ts';
import type { Line, TextLine } from './line.ts';
import type { IsOrgan } from './organ.ts';
import { documentNumber, headLine, isSigners, redHead } from './red-head.ts';
import { isMenuItem } from './residue.ts';
import { findSecrecyMark } from './secrecy.ts';

const longestTitleLine = 60;
/** A whole title: the names of the longest county and township, and all that a report is about. */
const longestTitle = 150;
const titleEnd = /(?:报告|情况|总结|汇报)(?:[（(][^）)]*[）)])?$/u;
const reportEnd = /报告(?:[（(][^）)]*[）)])?$/u;
const titleWord = /法治|法制|依法行政|依法治/u;
/** Other papers, which are read too, with doubts. */
const otherPaper = /关于.*(?:通知|意见|方案|函|请示|批复|决定|要点|计划|公告|通报)$/u;
/** 引言 as a heading of the preamble. */
export const preambleHeadingPattern = /^(?:引|前|导)[\s\u3000]*言$/u;

/** A page of its own behind a letter: 附件1 above the title. */
const attachmentHead = /^附\s*件\s*\d{0,2}\s*[:：]?$/u;

type LineRole = 'organ' | 'date' | 'number' | 'repeat' | 'title' | 'stop';

const tighten = (text: string) => text.replace(/[\s\u3000（）()]/gu, '');

/** （2026年1月）: a date without its day is none of the report's. */
const month =
  /^[（(]?\s*(?:(?:19|20)\d{2}|[二一][〇○零一二三四五六七八九]{3})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十元]{1,2})\s*月\s*[)）]?$/u;

/** Red head, document number, month of writing and a site's menu. */
function isAboveTitle(text: string): boolean {
  return (
    [documentNumber, headLine, redHead, attachmentHead, month].some((p) => p.test(text)) ||
    findSecrecyMark(text) !== null ||
    isMenuItem(text)
  );
}

/** A line that is a date and nothing else, in brackets or not. */
function isDate(text: string): boolean {
  const date = findDate(text);
  return date !== null && tighten(text).length <= tighten(date.raw).length + 2;
}

/** A title too long for a line: of law-based government, 报告 at its end, no mark that parts a sentence. */
function isLongTitle(text: string): boolean {
  if (text.length > longestTitle || /[。；：，！？;:,!?]/u.test(text)) return false;
  return titleWord.test(text) && reportEnd.test(text.replace(/\s+/gu, ''));
}

/** A line that can only be text: long, a sentence's end, or the preamble's own heading. */
function isBelowTitle({ text, label }: TextLine, next: Line | undefined): boolean {
  if (text.length > longestTitleLine) {
    const rest = next?.kind === 'text' && next.label === null ? next.text : '';
    return label !== null || !(isLongTitle(text) || isLongTitle(text + rest));
  }
  return /[。：:；;，,]$/u.test(text) || preambleHeadingPattern.test(text);
}

function roleOf(
  line: Line,
  title: readonly string[],
  before: LineRole | null,
  next: Line | undefined,
  isOrgan: IsOrgan,
): LineRole {
  if (line.kind === 'table') return 'stop';
  const { text, label } = line;
  const hasEnded = titleEnd.test(title.at(-1)?.replace(/\s+/gu, '') ?? '');
  if (isAboveTitle(text)) return 'number';
  if (isBelowTitle(line, next)) return 'stop';
  if (isDate(text)) return 'date';
  if (title.length === 0 && isSubtitleOf(next)) return 'title';
  const isSubtitle = /^[（(][^）)]*[）)]$/u.test(text);
  if (isSubtitle && title.length === 0) return 'repeat';
  if (before === 'title' && countyEnd.test(title.at(-1) ?? '') && isOrgan(text)) return 'title';
  if (isOrgan(text) && !isSubtitle) return 'organ';
  if (hasEnded) return roleBehindTitle(text, title, before, isSubtitle);
  return label?.style === 'chinese-comma' ? 'stop' : 'title';
}

/** ——青石镇2025年…报告: the line above is the title that it belongs to. */
function isSubtitleOf(next: Line | undefined): boolean {
  return next?.kind === 'text' && /^[—－–-]{2,4}[^—－–-]{4}/u.test(next.text);
}

function roleBehindTitle(
  text: string,
  title: readonly string[],
  before: LineRole | null,
  isSubtitle: boolean,
): LineRole {
  if (endsTitle(text, title)) return 'title';
  if (repeats(text, title, before === 'repeat') || isSecondTitle(text)) return 'repeat';
  return isSubtitle && title.length < 4 ? 'title' : 'stop';
}

/** The rest of a title that could have ended in 情况 a line earlier: 的年度报告. */
function endsTitle(text: string, title: readonly string[]): boolean {
  const isOpen = !reportEnd.test(title.at(-1)?.replace(/\s+/gu, '') ?? '');
  return (
    isOpen && /^(?:的|和|及|暨|与)[\p{Script=Han}\d\s]{0,40}报告(?:[（(][^）)]*[）)])?$/u.test(text)
  );
}

/** Whether `text` says the title again, in other words or a piece of it; a short piece only at its place. */
function repeats(text: string, title: readonly string[], isAfterPiece: boolean): boolean {
  const whole = tighten(title.join(''));
  const piece = tighten(text);
  const core = (value: string) =>
    tighten(value)
      .replace(/年度/gu, '年')
      .replace(/关于|的/gu, '');
  const isPlaced = isAfterPiece || whole.startsWith(piece) || piece.length > whole.length / 2;
  if (!isPlaced) return false;
  return whole.includes(piece) || core(whole).endsWith(core(text).slice(-10));
}

/** A page's own title in front of the paper's: it names the year or begins with 关于, as no part does. */
function isSecondTitle(text: string): boolean {
  return titleWord.test(text) && /^关于|\d{4}年/u.test(text) && reportEnd.test(text);
}

function isTitle(lines: readonly string[]): boolean {
  const whole = lines.join('');
  const names = [titleWord, titleEnd, otherPaper];
  return (
    lines.length > 0 &&
    lines.length <= mostTitleLines &&
    names.some((pattern) => pattern.test(whole))
  );
}

/** The lines at the top of a report by what they are; none is used where they make no title. */
export interface TopBlock {
  readonly title: readonly TextLine[];
  readonly organs: readonly TextLine[];
  readonly dates: readonly TextLine[];
  readonly dropped: readonly TextLine[];
  readonly used: number;
}

const nothing: TopBlock = { title: [], organs: [], dates: [], dropped: [], used: 0 };
/** A line that broke off behind its county: the township of the line below belongs to it. */
const countyEnd = /^\p{Script=Han}{2,20}[县市区旗州省盟]$/u;
/** More lines than this are no title. */
const mostTitleLines = 5;
/** Nor are more than this a head. */
const mostMarkLines = 3;

/**
 * A head in words of its own, which were taken for the title's first lines: 青石镇联合发文 above 发文字号, or in
 * larger letters than the title below it.
 * @source GB/T 9704-2012 7.2.4
 */
function findMark(title: readonly TextLine[], head: readonly TextLine[]): readonly TextLine[] {
  const numbered =
    head.findLast(({ text }) => documentNumber.test(text) || redHead.test(text))?.line ?? -1;
  const size = title.at(-1)?.hints.sizePt ?? Number.POSITIVE_INFINITY;
  const isMark = ({ line, text, hints }: TextLine) =>
    (line < numbered || (hints.sizePt ?? 0) > size) && !titleWord.test(text);
  const first = title.findIndex((line) => !isMark(line));
  const rest = title.slice(Math.max(0, first)).map(({ text }) => text);
  return first > 0 && isReportTitle(rest.join('')) ? title.slice(0, first) : [];
}

/** Reads organs, title, dates and numbers from the first line down to the first that is text. */
export function readTopBlock(lines: readonly Line[], isOrgan: IsOrgan): TopBlock {
  const boxes: Record<Exclude<LineRole, 'stop'>, TextLine[]> = {
    title: [],
    organ: [],
    date: [],
    number: [],
    repeat: [],
  };
  const titles: string[] = [];
  let used = 0;
  let before: LineRole | null = null;
  let signers: TextLine | undefined;
  for (const [index, line] of lines.entries()) {
    const isNamed =
      line.kind === 'text' && !titleWord.test(line.text) && isSigners(line.text, signers, isOrgan);
    const role: LineRole = isNamed
      ? 'number'
      : roleOf(line, titles, before, lines[index + 1], isOrgan);
    if (role === 'stop' || line.kind === 'table' || titles.length > mostTitleLines + mostMarkLines)
      break;
    if (!isNamed) signers = line;
    before = role;
    used += 1;
    boxes[role].push(line);
    if (role === 'title') titles.push(line.text);
  }
  const { organ: organs, date: dates, number, repeat } = boxes;
  const mark = findMark(boxes.title, number);
  const title = boxes.title.slice(mark.length);
  const isAccepted = isTitle(title.map(({ text }) => text)) || (titles.length === 0 && used > 0);
  if (!isAccepted) return nothing;
  return { title, organs, dates, dropped: [...mark, ...number, ...repeat], used };
}

/** True for the title of a report on law-based government, and of no other paper. */
export function isReportTitle(title: string): boolean {
  const tight = title.replace(/\s+/gu, '');
  return titleWord.test(tight) && titleEnd.test(tight) && !otherPaper.test(tight);
}
