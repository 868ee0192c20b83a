import { parseChineseNumber } from '../numbering/index.ts';

const arabicDate = /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
const chineseDate =
  /([二一][〇○零ＯO0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/u;

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

/** The first date in `text`, in Arabic or Chinese numerals, blanks allowed: 2023 年 1 月 10 日, 二〇二三年一月十日. */
export function findDate(text: string): FoundDate | null {
  const found = arabicDate.exec(text);
  const inChinese = found ? null : chineseDate.exec(text);
  const match = found ?? inChinese;
  if (!match) return null;
  const [raw, year = '', month = '', day = ''] = match;
  const iso = found
    ? toIso(Number(year), Number(month), Number(day))
    : toIso(
        parseChineseNumber(year.replace(/[0OＯ]/gu, '〇')),
        parseChineseNumber(month),
        parseChineseNumber(day),
      );
  return iso ? { iso, raw, index: match.index } : null;
}

/** The first calendar year named in `text`, 2020年 or 二〇二〇年; null when there is none. */
export function findYear(text: string): number | null {
  const arabic = /(?<!\d)((?:19|20)\d{2})\s*(?:年|度)/u.exec(text)?.[1];
  if (arabic) return Number(arabic);
  const chinese = /([二一][〇○零一二三四五六七八九]{3})\s*年/u.exec(text)?.[1];
  return chinese ? parseChineseNumber(chinese) : null;
}
