import {
  type HeadingLabel,
  type LabelStyle,
  parseChineseNumber,
  parseHeadingLabel,
} from '../numbering/index.ts';

/** How a line's number was written: as the standard numbers headings, 第一部分 or 第一章 in words, 第一、 or 1.1. */
export type LineStyle = LabelStyle | 'part-word' | 'part-ordinal' | 'decimal';

/** A line's number. */
export interface LineLabel extends Omit<HeadingLabel, 'style'> {
  readonly style: LineStyle;
}

const partWord = /^第\s{0,4}([一二三四五六七八九十]{1,3})\s{0,4}(?:部分|章)\s*[:：、]?\s*/u;
/** 第二、 and 第二，: a heading where parts are numbered so, an item of a text anywhere else. */
const partOrdinal = /^第([一二三四五六七八九十]{1,2})[、，,]\s*(?![一二三四五六七八九十])/u;

/** 1.1 before a word that is no unit: 1.5万元 is a sum. */
const decimal =
  /^\d{1,2}[.．](\d{1,2})[.．、]?[\s\u3000]*(?=[\p{Script=Han}“《])(?![万亿元个件份次名人家户公里米倍年月日吨亩度小分秒])/u;

/** 1.2025年…: the year is no part of the number. */
const beforeYear = /^(\d{1,2})[.．、](?=(?:19|20)\d{2}\s*年)/u;
/** 一 、: the blank belongs to the number. */
const spacedComma = /^[〇零一二三四五六七八九十百]{1,4}(\s{1,4})(?=、)/u;

/** 一 主要举措: a blank in place of the mark, before a short line. */
const blankMark =
  /^([一二三四五六七八九十]{1,3})\s{1,4}(?=\p{Script=Han}{2}[^。；]{0,40}$)(?![〇○零一二三四五六七八九十年月日])/u;
/** 【一】 and [一]. */
const squareBracket =
  /^[【［[〔]\s{0,4}([一二三四五六七八九十]{1,3})\s{0,4}[】］\]〕]\s*[、.．]?\s*/u;

function readOddMark(text: string): LineLabel | null {
  const square = squareBracket.exec(text);
  const [raw, digits] = square ?? blankMark.exec(text) ?? [];
  const ordinal = digits === undefined ? null : parseChineseNumber(digits);
  if (raw === undefined || ordinal === null) return null;
  const style = square ? 'chinese-bracket' : 'chinese-comma';
  return { style, ordinal, raw, regular: false };
}

function readSpacedComma(text: string): LineLabel | null {
  const [head, blanks] = spacedComma.exec(text) ?? [];
  if (head === undefined || blanks === undefined) return null;
  const digits = head.length - blanks.length;
  const label = parseHeadingLabel(text.slice(0, digits) + text.slice(head.length));
  if (!label) return null;
  return { ...label, raw: text.slice(0, label.raw.length + blanks.length), regular: false };
}

/** Reads the number in front of `text`, which must not begin with blanks. Null when there is none. */
export function readLabel(text: string): LineLabel | null {
  const word = partWord.exec(text);
  const match = word ?? partOrdinal.exec(text);
  const part = match?.[1] ? parseChineseNumber(match[1]) : null;
  if (match && part !== null) {
    const style = word ? 'part-word' : 'part-ordinal';
    return { style, ordinal: part, raw: match[0], regular: false };
  }
  const [raw, digits] = decimal.exec(text) ?? [];
  const ordinal = Number(digits);
  if (raw !== undefined && ordinal > 0) return { style: 'decimal', ordinal, raw, regular: false };
  const [point, counted] = beforeYear.exec(text) ?? [];
  if (point !== undefined && Number(counted) > 0) {
    return {
      style: 'arabic-point',
      ordinal: Number(counted),
      raw: point,
      regular: !point.endsWith('、'),
    };
  }
  return parseHeadingLabel(text) ?? readSpacedComma(text) ?? readOddMark(text);
}
