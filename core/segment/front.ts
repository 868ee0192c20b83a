import { findDate } from './dates.ts';
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
  readonly discarded: readonly TextLine[];
  /** How many of the lines were used. */
  readonly used: number;
}

const longestTitleLine = 60;
const titleEnd = /(?:报告|情况|总结|汇报)(?:[（(][^）)]*[）)])?$/u;
const titleWord = /法治|法制|依法行政|依法治/u;
/** Other papers, which are read too, with doubts. */
const otherPaper = /关于.*(?:通知|意见|方案|函|请示|批复|决定|要点|计划|公告|通报)$/u;
/** A sentence that ends in 报告如下： is the preamble. */
const addresseePattern = /^(?!.*(?:报告|汇报|总结|情况|如下))[^。；\d]{2,60}[:：]$/u;
const addresseeEnd = /(?:政府|委|办公室|委员会|办事处|人大|常委会|领导小组|[局办厅部院])$/u;
const documentNumber =
  /^[\p{Script=Han}]{1,12}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*\d+\s*号(?:\s*签发人.{0,12})?$/u;
/** 发文机关标志 above a title. */
const redHead = /^[\p{Script=Han}（）\s]{3,40}文件$/u;
const preambleHeadingPattern = /^(?:引|前|导)[\s\u3000]*言$/u;

type LineRole = 'organ' | 'date' | 'number' | 'repeat' | 'title' | 'stop';

const tighten = (text: string) => text.replace(/[\s\u3000（）()]/gu, '');

/** Red head, document number and a site's menu. */
function isAboveTitle(text: string): boolean {
  return documentNumber.test(text) || redHead.test(text) || isMenuItem(text);
}

function roleOf(line: Line, title: readonly string[], before: LineRole | null): LineRole {
  if (line.kind === 'table') return 'stop';
  const { text, label } = line;
  const hasEnded = titleEnd.test(title.at(-1) ?? '');
  if (isAboveTitle(text)) return 'number';
  if (text.length > longestTitleLine || /[。：:；;，,]$/u.test(text)) return 'stop';
  if (preambleHeadingPattern.test(text)) return 'stop';
  const date = findDate(text);
  if (date && tighten(text).length <= tighten(date.raw).length + 2) return 'date';
  const isSubtitle = /^[（(][^）)]*[）)]$/u.test(text);
  if (isSubtitle && title.length === 0) return 'repeat';
  if (isOrganName(text) && !isSubtitle) return 'organ';
  if (hasEnded && repeats(text, title, before === 'repeat')) return 'repeat';
  if (hasEnded) return isSubtitle && title.length < 4 ? 'title' : 'stop';
  if (label && label.style === 'chinese-comma') return 'stop';
  return 'title';
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

function isTitle(lines: readonly string[]): boolean {
  const whole = lines.join('');
  const names = [titleWord, titleEnd, otherPaper];
  return lines.length > 0 && lines.length <= 5 && names.some((pattern) => pattern.test(whole));
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
  readonly title: readonly string[];
  readonly organs: readonly string[];
  readonly signedDate: string | null;
  readonly discarded: readonly TextLine[];
  readonly used: number;
}

function readTopBlock(lines: readonly Line[]): TopBlock {
  const title: string[] = [];
  const organs: string[] = [];
  const discarded: TextLine[] = [];
  let signedDate: string | null = null;
  let used = 0;
  let before: LineRole | null = null;
  for (const line of lines) {
    const role = roleOf(line, title, before);
    if (role === 'stop' || line.kind === 'table') break;
    used += 1;
    before = role;
    if (role === 'title') title.push(line.text);
    else if (role === 'organ') organs.push(...splitOrgans(line.text));
    else if (role === 'date') signedDate = findDate(line.text)?.iso ?? null;
    else discarded.push(line);
  }
  return { title, organs, signedDate, discarded, used };
}

/**
 * Reads title, issuers, addressee and the preamble's heading from the top of a report. Lines that
 * make no title stay unused, so that they become the preamble.
 * @source regulations.md 9.2
 */
export function readFront(lines: readonly Line[]): Front {
  const top = readTopBlock(lines);
  const accepted = isTitle(top.title) || (top.title.length === 0 && top.used > 0);
  const block = accepted
    ? top
    : { ...top, title: [], organs: [], discarded: [], signedDate: null, used: 0 };
  let used = block.used;
  const next = () => {
    const line = lines[used];
    return line?.kind === 'text' ? line.text : '';
  };
  let addressee = '';
  if (isAddressee(next())) {
    addressee = next().slice(0, -1);
    used += 1;
  }
  let preambleHeading = '';
  if (preambleHeadingPattern.test(next())) {
    preambleHeading = next();
    used += 1;
  }
  const { organs, discarded, signedDate } = block;
  const issuers = [...new Set(organs)];
  return {
    title: block.title.join('\n'),
    issuers,
    addressee,
    preambleHeading,
    signedDate,
    discarded,
    used,
  };
}
