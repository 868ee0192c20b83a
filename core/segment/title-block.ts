import { findDate } from './dates.ts';
import type { Line, TextLine } from './line.ts';
import { isOrganName } from './organ.ts';
import { isMenuItem } from './residue.ts';
import { findSecrecyMark } from './secrecy.ts';

const longestTitleLine = 60;
const titleEnd = /(?:报告|情况|总结|汇报)(?:[（(][^）)]*[）)])?$/u;
const titleWord = /法治|法制|依法行政|依法治/u;
/** Other papers, which are read too, with doubts. */
const otherPaper = /关于.*(?:通知|意见|方案|函|请示|批复|决定|要点|计划|公告|通报)$/u;
const documentNumber =
  /^[\p{Script=Han}]{1,12}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*\d+\s*号(?:\s*签发人.{0,12}|(?:\s+\p{Script=Han}{2,4}){1,2})?$/u;
/** 份号, 紧急程度, and 签发人 where several have lines of their own. */
const headLine = /^(?:(?:No\.?\s*)?\d{6}|特提|特急|加急|平急|签发人\s*[:：].{0,30})$/u;
/** 发文机关标志 above a title. */
const redHead = /^[\p{Script=Han}（）\s]{3,60}文件$/u;
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

/** A line that can only be text: long, a sentence's end, or the preamble's own heading. */
function isBelowTitle(text: string): boolean {
  if (text.length > longestTitleLine) return true;
  return /[。：:；;，,]$/u.test(text) || preambleHeadingPattern.test(text);
}

function roleOf(
  line: Line,
  title: readonly string[],
  before: LineRole | null,
  next: Line | undefined,
): LineRole {
  if (line.kind === 'table') return 'stop';
  const { text, label } = line;
  const hasEnded = titleEnd.test(title.at(-1)?.replace(/\s+/gu, '') ?? '');
  if (isAboveTitle(text)) return 'number';
  if (isBelowTitle(text)) return 'stop';
  if (isDate(text)) return 'date';
  if (title.length === 0 && isSubtitleOf(next)) return 'title';
  const isSubtitle = /^[（(][^）)]*[）)]$/u.test(text);
  if (isSubtitle && title.length === 0) return 'repeat';
  if (isOrganName(text) && !isSubtitle) return 'organ';
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
  if (repeats(text, title, before === 'repeat') || isSecondTitle(text)) return 'repeat';
  return isSubtitle && title.length < 4 ? 'title' : 'stop';
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
  return (
    titleWord.test(text) && /^关于|\d{4}年/u.test(text) && /报告(?:[（(][^）)]*[）)])?$/u.test(text)
  );
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
/** More lines than this are no title. */
const mostTitleLines = 5;

/** Reads organs, title, dates and numbers from the first line down to the first that is text. */
export function readTopBlock(lines: readonly Line[]): TopBlock {
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
  for (const [index, line] of lines.entries()) {
    const role = roleOf(line, titles, before, lines[index + 1]);
    if (role === 'stop' || line.kind === 'table' || titles.length > mostTitleLines) break;
    before = role;
    used += 1;
    boxes[role].push(line);
    if (role === 'title') titles.push(line.text);
  }
  const isAccepted = isTitle(titles) || (titles.length === 0 && used > 0);
  if (!isAccepted) return nothing;
  const { title, organ: organs, date: dates, number, repeat } = boxes;
  return { title, organs, dates, dropped: [...number, ...repeat], used };
}

/** True for the title of a report on law-based government, and of no other paper. */
export function isReportTitle(title: string): boolean {
  const tight = title.replace(/\s+/gu, '');
  return titleWord.test(tight) && titleEnd.test(tight) && !otherPaper.test(tight);
}
