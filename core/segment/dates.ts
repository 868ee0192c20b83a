import { parseChineseNumber } from '../numbering/index.ts';

const arabicDate = /((?:19|20)\d{2})\s*年\s*(\d{1,2}|元)\s*月\s*(\d{1,2})\s*日/u;
const spacedDate = /^\s*([12](?:\s*\d){3})\s*年\s*(\d(?:\s*\d)?)\s*月\s*(\d(?:\s*\d)?)\s*日\s*$/u;
const dottedDate = /^\s*((?:19|20)\d{2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})\s*$/u;
const chineseDate =
  /([二一][〇○零ＯO0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2}|元)\s*月\s*([一二三四五六七八九十]{1,3})\s*日/u;

/** A date found in a text. */
export interface FoundDate {
  readonly iso: string;
  readonly raw: string;
  readonly index: number;
}

function toIso(year: number | null, month: number | null, day: number | null): string | null {
  if (!year || !month || !day || month > 12 || day > 31) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const longMonth = ![4, 6, 9, 11].includes(month);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : longMonth ? 31 : 30;
  return day <= days ? `${year}-${two(month)}-${two(day)}` : null;
}

/** `text` with full-width digits as ASCII ones; as long as before. */
function toAsciiDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0),
  );
}

/** 元月 is January. */
const toNumber = (digits = '') => Number(digits.replace('元', '1').replace(/\s+/gu, ''));

function findArabicDate(text: string): FoundDate | null {
  const match = arabicDate.exec(text) ?? spacedDate.exec(text);
  const dotted = match ? null : dottedDate.exec(text);
  const [raw, year, month, day] = match ?? [dotted?.[0], dotted?.[1], dotted?.[3], dotted?.[4]];
  const iso = toIso(toNumber(year), toNumber(month), toNumber(day));
  return iso && raw !== undefined ? { iso, raw, index: (match ?? dotted)?.index ?? 0 } : null;
}

function findChineseDate(text: string): FoundDate | null {
  const match = chineseDate.exec(text);
  if (!match) return null;
  const [raw, year = '', month = '', day = ''] = match;
  const numbers = [year.replace(/[0OＯ]/gu, '〇'), month.replace('元', '一'), day].map(
    parseChineseNumber,
  );
  const [y = null, m = null, d = null] = numbers;
  const iso = toIso(y, m, d);
  return iso ? { iso, raw, index: match.index } : null;
}

/**
 * The first date in `text`, in Arabic or Chinese numerals, blanks allowed: 2023 年 1 月 10 日,
 * 二〇二三年一月十日. Digits set apart, 2026.1.15 and 2026-01-15 only where they are the whole text.
 */
export function findDate(text: string): FoundDate | null {
  const found = findArabicDate(toAsciiDigits(text));
  if (!found) return findChineseDate(text);
  return { ...found, raw: text.slice(found.index, found.index + found.raw.length) };
}

const unfinished =
  /^\s*((?:19|20)\d{2})\s*年\s{0,9}\d{0,2}\s{0,9}月(?:\s{0,9}\d{0,2}\s{0,9}日)?\s*$/u;

/** True for a date whose month or day is still open: 2026年1月, 2026年 月 日. */
export function isUnfinishedDate(text: string): boolean {
  return unfinished.test(toAsciiDigits(text)) && findDate(text) === null;
}

/** The first calendar year named in `text`, 2020年 or 二〇二〇年; null when there is none. */
export function findYear(text: string): number | null {
  const arabic = /(?<!\d)((?:19|20)\d{2})\s*(?:年|度)/u.exec(text)?.[1];
  if (arabic) return Number(arabic);
  const chinese = /([二一][〇○零一二三四五六七八九]{3})\s*年/u.exec(text)?.[1];
  return chinese ? parseChineseNumber(chinese) : null;
}
