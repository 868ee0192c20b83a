import { findDate } from './dates.ts';
import { dropLine } from './drop.ts';
import {
  addDoubts,
  certain,
  type Dropped,
  decide,
  doubtful,
  type Judgement,
  likely,
  type Verdict,
  weaken,
} from './judgement.ts';
import type { Line, TextLine } from './line.ts';
import { isOrganName, splitOrgans } from './organ.ts';
import { isMenuItem } from './residue.ts';

/** What stands above the first part, apart from the preamble's paragraphs. */
export interface Front {
  readonly title: string;
  readonly issuers: readonly string[];
  readonly addressee: string;
  readonly preambleHeading: string;
  /** A date under the title, ISO. */
  readonly signedDate: string | null;
  /** Lines that repeat the title, and document numbers. */
  readonly dropped: readonly Dropped[];
  readonly verdicts: readonly Verdict[];
  /** How many of the lines were used. */
  readonly used: number;
}

const longestTitleLine = 60;
const titleEnd = /(?:报告|情况|总结|汇报)(?:[（(][^）)]*[）)])?$/u;
const titleWord = /法治|法制|依法行政|依法治/u;
/** Other papers, which are read too, with doubts. */
const otherPaper = /关于.*(?:通知|意见|方案|函|请示|批复|决定|要点|计划|公告|通报)$/u;
/** A sentence that ends in 报告如下： is the preamble. */
const addresseePattern = /^(?![^\n]*(?:报告|汇报|总结|情况|如下))[^。；\d]{2,60}[:：]$/u;
const addresseeEnd = /(?:政府|委|办公室|委员会|办事处|人大|常委会|领导小组|[局办厅部院])$/u;
const documentNumber =
  /^[\p{Script=Han}]{1,12}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*\d+\s*号(?:\s*签发人.{0,12})?$/u;
/** 发文机关标志 above a title. */
const redHead = /^[\p{Script=Han}（）\s]{3,40}文件$/u;
const preambleHeadingPattern = /^(?:引|前|导)[\s\u3000]*言$/u;

/** A page of its own behind a letter: 附件1 above the title. */
const attachmentHead = /^附\s*件\s*\d{0,2}\s*[:：]?$/u;

type LineRole = 'organ' | 'date' | 'number' | 'repeat' | 'title' | 'stop';

const tighten = (text: string) => text.replace(/[\s\u3000（）()]/gu, '');

/** Red head, document number and a site's menu. */
function isAboveTitle(text: string): boolean {
  return [documentNumber, redHead, attachmentHead].some((p) => p.test(text)) || isMenuItem(text);
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

/** 主送机关: organs and nothing else, up to a colon. */
function isAddressee(text: string): boolean {
  if (!addresseePattern.test(text)) return false;
  return text
    .slice(0, -1)
    .split(/[、，,\s]+|并/u)
    .every((name) => addresseeEnd.test(name));
}

interface TopBlock {
  readonly title: readonly TextLine[];
  readonly organs: readonly TextLine[];
  readonly dates: readonly TextLine[];
  readonly dropped: readonly TextLine[];
  readonly used: number;
}

const nothing: TopBlock = { title: [], organs: [], dates: [], dropped: [], used: 0 };
/** More lines than this are no title. */
const mostTitleLines = 5;

function readTopBlock(lines: readonly Line[]): TopBlock {
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

const textsOf = (lines: readonly TextLine[]) => lines.map(({ text }) => text);

/** How surely these lines are a report's title. */
function judgeTitle(title: readonly TextLine[]): Judgement {
  const whole = textsOf(title).join('');
  const tight = whole.replace(/\s+/gu, '');
  const [first] = title;
  const isReport = titleWord.test(tight) && titleEnd.test(tight) && !otherPaper.test(tight);
  if (!first || isReport) return certain('words');
  return doubtful('words', { code: 'segment/other-paper', line: first.line, text: whole });
}

function decideAll(
  target: string,
  lines: readonly TextLine[],
  judgement: Judgement,
): readonly Verdict[] {
  return lines.map(({ line, origin }, index) => {
    const own = index === 0 ? judgement : { ...judgement, doubts: [] };
    const plain = own.confidence === 'doubtful' && index > 0 ? likely(own.ground) : own;
    return decide(target, line, addDoubts(weaken(plain, origin.isWhole), origin.doubts));
  });
}

/** The line after those used, when it is what `is` looks for. */
function take(lines: readonly Line[], used: number, is: (text: string) => boolean): TextLine[] {
  const line = lines[used];
  return line?.kind === 'text' && is(line.text) ? [line] : [];
}

/** Lines that name an issuer for the first time, and those that only name issuers again. */
function partRepeated(organs: readonly TextLine[]) {
  const known = new Set<string>();
  const issuing: TextLine[] = [];
  const repeated: TextLine[] = [];
  for (const line of organs) {
    const named = splitOrgans(line.text);
    (named.every((organ) => known.has(organ)) ? repeated : issuing).push(line);
    for (const organ of named) known.add(organ);
  }
  return { issuing, repeated };
}

/**
 * Reads title, issuers, addressee and the preamble's heading from the top of a report. Lines that
 * make no title stay unused, so that they become the preamble.
 * @source regulations.md 9.2
 */
export function readFront(lines: readonly Line[]): Front {
  const { title, organs, dates, dropped, used } = readTopBlock(lines);
  const { issuing, repeated } = partRepeated(organs);
  const addressee = take(lines, used, isAddressee);
  const heading = take(lines, used + addressee.length, (text) => preambleHeadingPattern.test(text));
  return {
    title: textsOf(title).join('\n'),
    issuers: [...new Set(textsOf(issuing).flatMap(splitOrgans))],
    addressee: textsOf(addressee).join('').slice(0, -1),
    preambleHeading: textsOf(heading).join(''),
    signedDate: findDate(textsOf(dates.slice(-1)).join(''))?.iso ?? null,
    dropped: [...dropped, ...dates.slice(0, -1), ...repeated].map((line) =>
      dropLine(line, likely('position')),
    ),
    verdicts: [
      ...decideAll('title', title, judgeTitle(title)),
      ...decideAll('issuer', issuing, certain('words')),
      ...decideAll('date', dates.slice(-1), likely('position')),
      ...decideAll('addressee', addressee, certain('words')),
      ...decideAll('preamble-heading', heading, certain('words')),
    ],
    used: used + addressee.length + heading.length,
  };
}
