import { formatChineseNumber, parseChineseNumber } from './chinese-number.ts';

/** Level of a heading: 1 一、 · 2 （一） · 3 1. · 4 （1）. @source GB/T 9704-2012 7.3.3 */
export type HeadingLevel = 1 | 2 | 3 | 4;

/**
 * The printed number of a heading.
 * @param ordinal 1–9999
 * @source GB/T 9704-2012 7.3.3; GB/T 15834-2011 annex B.3 (1. with a full stop, no mark after a bracket)
 */
export function formatHeadingLabel(level: HeadingLevel, ordinal: number): string {
  switch (level) {
    case 1:
      return `${formatChineseNumber(ordinal)}、`;
    case 2:
      return `（${formatChineseNumber(ordinal)}）`;
    case 3:
      return `${ordinal}.`;
    case 4:
      return `（${ordinal}）`;
  }
}

/** How a number was written, apart from its value. */
export type LabelStyle =
  | 'chinese-comma' // 一、
  | 'chinese-bracket' // （一） (一) 一)
  | 'arabic-point' // 1. 1．1、
  | 'arabic-bracket' // （1） (1) 1)
  | 'circled'; // ①

/** A heading's number as read from the beginning of a line. */
export interface HeadingLabel {
  readonly style: LabelStyle;
  readonly ordinal: number;
  /** The label's letters as they stood, with the blanks after them. */
  readonly raw: string;
  /** False for a form the standard does not know: mixed widths, a lost bracket, 1、. */
  readonly regular: boolean;
}

const chinese = '[〇零○一二三四五六七八九十百千]{1,7}';
const patterns: readonly (readonly [LabelStyle, RegExp])[] = [
  ['chinese-comma', new RegExp(`^(${chinese})[、．.,，]\\s*`, 'u')],
  ['chinese-bracket', new RegExp(`^[（(]\\s*(${chinese})\\s*[)）]\\s*[、.．]?\\s*`, 'u')],
  ['chinese-bracket', new RegExp(`^(${chinese})[)）]\\s*`, 'u')],
  ['arabic-bracket', /^[（(]\s*([0-9０-９]{1,3})\s*[)）]\s*/u],
  ['arabic-bracket', /^([0-9０-９]{1,3})[)）]\s*/u],
  ['arabic-point', /^([0-9０-９]{1,3})[.．、](?![0-9０-９])\s*/u],
  ['circled', /^([①-⑳])\s*/u],
];
const regularForm =
  /^(?:[一二三四五六七八九十百千零]+、|（[一二三四五六七八九十百千零]+）|[0-9]+\.|（[0-9]+）|[①-⑳])$/u;

function parseOrdinal(digits: string): number | null {
  const circled = digits.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x2460 + 1;
  const halfWidth = digits.replace(/[０-９]/gu, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0),
  );
  return /^[0-9]+$/u.test(halfWidth) ? Number(halfWidth) || null : parseChineseNumber(digits);
}

/** Reads the number at the beginning of `line`, which must not begin with blanks. Null when there is none. */
export function parseHeadingLabel(line: string): HeadingLabel | null {
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(line);
    const ordinal = match?.[1] === undefined ? null : parseOrdinal(match[1]);
    if (match && ordinal !== null) {
      return { style, ordinal, raw: match[0], regular: regularForm.test(match[0].trimEnd()) };
    }
  }
  return null;
}
