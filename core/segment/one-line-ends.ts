import { findDate } from './dates.ts';
import { trimBlanks } from './line.ts';
import { isOrganName } from './organ.ts';
import { isReportTitle } from './title-block.ts';

const longestSignature = 80;
const mostFrontWords = 5;
const addressee = /^(?!.*(?:报告|汇报|总结|情况|如下))[^。；\d]{2,60}[：:]$/u;

/**
 * Title and addressee in front of a report on one line, each a piece: “云岭县青石镇人民政府 关于2025年…
 * 的报告 县人民政府： 2025年，…”. The stretch whole where no title stands in front.
 */
export function cutFront(stretch: string): readonly string[] {
  const words = [...stretch.matchAll(/\S+/gu)].slice(0, mostFrontWords + 1);
  const at = words.findIndex(({ 0: word }) => isReportTitle(word));
  const before = words.slice(0, Math.max(0, at));
  if (at < 1 || !before.every(({ 0: word }) => isOrganName(word))) return [stretch];
  const title = words[at];
  const titleEnd = (title?.index ?? 0) + (title?.[0].length ?? 0);
  const next = words[at + 1];
  const isAddressed = next !== undefined && addressee.test(next[0]);
  const frontEnd = isAddressed ? next.index + next[0].length : titleEnd;
  const pieces = [
    stretch.slice(0, titleEnd),
    stretch.slice(titleEnd, frontEnd),
    stretch.slice(frontEnd),
  ];
  return pieces.filter((piece) => trimBlanks(piece) !== '');
}

const copies = /(?<=[。）)日\s])抄送\s?[：:][^。]{2,60}。?\s*$/u;
const note = /[（(][^（）()\d]{2,30}[)）]\s*$/u;

/** What `pattern` finds at the end of a text, parted from it. */
function cutOff(text: string, pattern: RegExp): readonly [string, readonly string[]] {
  const at = text.search(pattern);
  return at > 0 ? [text.slice(0, at), [text.slice(at)]] : [text, []];
}

/**
 * A signature behind the last full stop: 青石镇人民政府2026年1月10日, with a note on publishing and the
 * list of copies behind it. The stretch whole where there is none.
 */
export function cutSignature(stretch: string): readonly string[] {
  const [uncopied, copied] = cutOff(stretch, copies);
  const [signed, noted] = cutOff(uncopied, note);
  const stop = signed.lastIndexOf('。') + 1;
  const tail = signed.slice(stop);
  const date = stop > 0 && tail.length <= longestSignature ? findDate(tail) : null;
  const ends = date && trimBlanks(tail.slice(date.index + date.raw.length)) === '';
  if (!ends || !isOrganName(trimBlanks(tail.slice(0, date.index)))) return [stretch];
  return [signed.slice(0, stop), tail, ...noted, ...copied];
}
