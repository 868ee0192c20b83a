import { remember } from '../memory/index.ts';
import { findMatches } from '../patterns/index.ts';
import type { MeasuredNumber } from './measured-number.ts';

const boundaries = new Set('，。；：、！？,;:!?\n\t');
const opening = new Set('（(');
const closing = new Set('）)');
const longestName = 16;
/** A clause is followed so far. */
const mostClause = 60;

/**
 * The clause before `start` without what stands in brackets; a bracket that is open there bounds it,
 * and nothing before `from` belongs to it.
 */
export function clauseBefore(text: string, start: number, from = 0): string {
  let depth = 0;
  let length = 0;
  // what stands between brackets, from the end
  let clause = '';
  let end = start;
  let index = start;
  for (; index > from && length < mostClause; index -= 1) {
    const sign = text[index - 1] ?? '';
    if (closing.has(sign)) {
      if (depth === 0) clause = text.slice(index, end) + clause;
      depth += 1;
    } else if (opening.has(sign)) {
      if (depth === 0) break;
      depth -= 1;
      end = index - 1;
    } else if (depth === 0) {
      if (boundaries.has(sign)) break;
      length += 1;
    }
  }
  return (depth === 0 ? text.slice(index, end) + clause : clause).trim();
}

const leading =
  /^(?:其中|包括|即|一是|二是|三是|四是|五是|六是|共计|累计|总计|合计|一共|共|全年|全镇|全乡|全街道|全区|辖区内?|今年以来|今年|本年度|年内|年度|我镇|我乡|我街道|本镇|本街道|街道|截至目前|目前|已经|已|先后|妥善|及时|依法|积极|各类|各项|各种|全部|节点|期间|方面|同时|此外|另外|另有|另|并|还|又|实现|均|以来|一年来|[0-9０-９]{4}年度?|[0-9０-９]{1,2}月份?|底前|底|末|截至)/u;
const trailing =
  /(?:达到|高达|多达|达|分别为|为|是|大约|约|近|逾|共计|累计|合计|总计|共有|共|计|(?<![人户村年月日平])均|超过|超|突破|已|有|了|至|仅|分别|各|不|出|额)$/u;
const inner = /各类|各项|各种|各级|大小|已|全部/gu;

function stripAll(text: string, pattern: RegExp): string {
  let rest = text;
  for (;;) {
    const next = rest.replace(pattern, '').trim();
    if (next === rest || next === '') return next;
    rest = next;
  }
}

const verbs =
  /主持|听取|学习|参加|开展|召开|组织|举办|办理|受理|审查|审核|发放|接待|化解|调解|排查|制定|印发|签订|完成|检查|培训|出动|查处|立案|整改|录入|公开|解答|提供|建立|创建|覆盖|收集|收到/gu;

/** What stands after the last 等, 的 or 了, where that is a name of its own. */
function afterParticle(text: string): string {
  const at = Math.max(text.lastIndexOf('等'), text.lastIndexOf('的'), text.lastIndexOf('了'));
  const tail = stripAll(text.slice(at + 1), trailing);
  return at >= 0 && tail.length >= 2 && tail !== '共' ? tail : text;
}

/** What stands after a 共 that counts (“某某窗口共接待群众”), not one inside a word (公共, 共同). */
function afterCount(text: string): string {
  const at = text.search(/(?<![公中])共计?(?=\p{Script=Han}{3})(?!同|享|建|治|产|青|商)/u);
  return at < 0 ? text : text.slice(at).replace(/^共计?/u, '');
}

function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const starts = findMatches(name, verbs).map((match) => match.index);
  const start = starts.findLast((at) => name.length - at >= 4 && name.length - at <= longestName);
  return name.slice(start ?? -12).replace(/^[的和与及、”]+/u, '');
}

function readName(clause: string): string {
  const core = stripAll(
    stripAll(afterCount(afterParticle(clause.replace(/\s+/gu, ''))), trailing),
    leading,
  );
  const name = shorten(core.replace(inner, ''));
  return name.length >= 2 && /\p{Script=Han}{2}/u.test(name) ? name : '';
}

/** The shortest sensible name in a clause that ends where its number begins; empty when there is none. */
export const nameFromClause: (clause: string) => string = remember(readName);

const stops =
  /参加|(?<!公)共(?!同|享|建|治)|逐[项件个]|正在|入驻|研究|听取|部署|推动|解决|全部|做到|均|已|通过|开展|进行|完成|持证|实现|办理|等|及|和|与|到|在|被|为|可|由|走|获|以|提供|担任|负责|达|是|有|的|了|组成|列席|参与|深入|赴|受|未|并|因|从|给|依法|按|经|纳入|予以|左右|上下|不|涉及|需/u;

/** A remark of a word or two that takes the place of a name: 8件正在办理. */
const longestRemark = 6;

/**
 * The noun that follows a number: 20名执法人员 → 执法人员; empty when a mark or a verb follows.
 * @param isAlone nothing before the number names it, so a short remark after it will do
 */
function nounAfter(text: string, end: number, isAlone: boolean): string {
  const run = /^\p{Script=Han}{2,16}/u.exec(text.slice(end, end + 16))?.[0] ?? '';
  const stop = run.search(stops);
  const noun = stop < 0 ? run : run.slice(0, stop);
  if (noun.length >= 2 && noun.length <= 14) return noun;
  return isAlone && run.length <= longestRemark ? run : '';
}

/** 由46项增加到58项: the name stands before the first of the two. */
const fromValue =
  /(?:由|从)[^由从]{0,3}[0-9０-９.]+\P{N}{1,4}?(?:增加|减少|提高|上升|下降|调整|升|降|增)/u;

const change = /(增长|下降|上升|减少|增加|提高|降低|提升|增幅|降幅)$/u;
const compared = /^.*(?:同比|环比|较|比)/u;

const changeIn = remember((clause) => change.exec(stripAll(clause, trailing))?.[1] ?? null);

/** Names a change by what changed: “合同审查136件，较上年增长23%” → 合同审查增长. */
function nameChange(clause: string, previous: string): string | null {
  const word = changeIn(clause);
  if (word === null || !(compared.test(clause) || clause.length <= 4)) return null;
  const subject = nameFromClause(clause.slice(0, clause.search(/同比|环比|较|比/u)).trim());
  return `${subject || previous}${word}`;
}

/** True for the first of two values: 由46项增加到58项. It is last year's, or no value at all. */
export function isFormerValue(text: string, { start, end }: MeasuredNumber): boolean {
  return (
    /[由从]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:增加|减少|提高|上升|下降|调整|升|降|增)/u.test(text.slice(end, end + 2))
  );
}

function nameShare(text: string, end: number, before: string, previous: string): string {
  const rate = /^的(\p{Script=Han}{1,6}率)/u.exec(text.slice(end, end + 8))?.[1];
  return rate === undefined ? before || previous : `${before}${rate}`;
}

/** The figure before a number in the same sentence. */
export interface PreviousFigure {
  readonly name: string;
  readonly end: number;
}

/** The name of the figure at `number`, empty when nothing near it names it. */
export function nameFigure(text: string, number: MeasuredNumber, previous: PreviousFigure): string {
  const whole = clauseBefore(text, number.start);
  const changed = nameChange(whole, previous.name);
  if (changed !== null) return changed.length > 2 ? changed : '';
  const former = fromValue.exec(whole);
  const clause = former
    ? whole.slice(0, former.index)
    : clauseBefore(text, number.start, previous.end);
  const before = nameFromClause(clause);
  if (number.unit === '%') return nameShare(text, number.end, before, previous.name);
  return nounAfter(text, number.end, before === '') || before || previous.name;
}
