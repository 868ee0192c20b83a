import { formatChineseYear, parseChineseNumber } from '../numbering/index.ts';

type YearForm = 'ascii' | 'full-width' | 'chinese';

function formOf(digits: string): YearForm {
  if (/^\d/u.test(digits)) return 'ascii';
  return /^[０-９]/u.test(digits) ? 'full-width' : 'chinese';
}

function shiftDigits(digits: string, by: number): string {
  return digits.replace(/./gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + by));
}

/** Reads a year in Arabic, full-width or Chinese digits. */
export function readYear(digits: string): number {
  const form = formOf(digits);
  if (form === 'ascii') return Number(digits);
  return form === 'full-width'
    ? Number(shiftDigits(digits, -0xfee0))
    : (parseChineseNumber(digits) ?? 0);
}

/** Writes a year as `like` is written, with its sign for nought: 二○二五 → 二○二六. */
export function writeYear(year: number, like: string): string {
  const form = formOf(like);
  if (form === 'ascii') return String(year);
  if (form === 'full-width') return shiftDigits(String(year), 0xfee0);
  const nought = /[○零]/u.exec(like)?.[0] ?? '〇';
  return formatChineseYear(year).replaceAll('〇', nought);
}

/** A year in any of its forms: a source of a regular expression. */
export const yearDigits =
  '(?:(?:19|20)\\d{2}|[２１][０９][０-９]{2}|[二一][〇○零一二三四五六七八九]{3})';

/**
 * Years named as years: before 年 or 度 (or 法治, where a title left 年 out), or the head of a date in digits. The first group is the
 * year. Numbers of documents (〔2025〕12号) are none.
 */
export const namedYear = new RegExp(
  `(?<![\\d０-９〔［[])(${yearDigits})(?=\\s*(?:[年度]|法治)|([-./])\\d{1,2}\\2\\d{1,2}(?!\\d))`,
  'gu',
);
