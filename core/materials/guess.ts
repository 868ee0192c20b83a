import type { Department } from '../packs/index.ts';
import { findDate } from '../segment/index.ts';

/** A day, ISO, in a calendar that has it; null for 2月30日. */
function toDay(year: number, month: number, day: number): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${year}年${month}月${day}日`;
  return findDate(text)?.iso === `${year}-${two(month)}-${two(day)}`
    ? (findDate(text)?.iso ?? null)
    : null;
}

const toAscii = (text: string) =>
  text.replace(/[０-９]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0));

/** 2026-03-12, 2026.3.12, 2026/3/12, 20260312. */
const written =
  /(?<!\d)(20\d{2})(?:([-./_])(\d{1,2})\2(\d{1,2})|(0[1-9]|1[0-2])([0-2]\d|3[01]))(?!\d)/gu;
/** 3月12日 without a year before it. */
const yearless = /(?<![\d年])(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}[日号]/gu;
const whole = /20\d{2}\s{0,2}年\s{0,2}(?:\d{1,2}|元)\s{0,2}月\s{0,2}\d{1,2}\s{0,2}日/gu;

function listDates(text: string, today: string): readonly string[] {
  const ascii = toAscii(text);
  const thisYear = Number(today.slice(0, 4));
  const full = [...ascii.matchAll(whole)].map(({ 0: raw, index }) => ({
    index,
    iso: findDate(raw)?.iso ?? null,
  }));
  const digits = [...ascii.matchAll(written)].map((match) => ({
    index: match.index,
    iso: toDay(Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6])),
  }));
  const short = [...ascii.matchAll(yearless)].map((match) => {
    const day = toDay(thisYear, Number(match[1]), Number(match[2]));
    const before = () => toDay(thisYear - 1, Number(match[1]), Number(match[2]));
    return { index: match.index, iso: day !== null && day <= today ? day : before() };
  });
  const chinese = findDate(text);
  return [...full, ...digits, ...short, ...(chinese ? [chinese] : [])]
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ iso }) => (iso === null ? [] : [iso]));
}

/**
 * The day a material is of, ISO: the first past day its text names, else its file's name; null when
 * neither does. A day without a year is of the last twelve months. A day to come is what was planned.
 * @param today local calendar date, ISO
 */
export function guessDay(text: string, fileName: string, today: string): string | null {
  const past = (day: string) => day <= today;
  return listDates(text, today).find(past) ?? listDates(fileName, today).find(past) ?? null;
}

const sender = '(?:报送|报来|报来的|提供|供稿|来稿|反馈|上报|填报)';
const named =
  /(?:由|据|来自|^|[，。；：:（(\s])([\p{Script=Han}]{1,10}?(?:办公室|办|所|队|中心|站|局|科|委|村|社区|大厅))(?:报送|报来|提供|供稿|来稿|上报|填报)/mu;

function findNames(
  { name, aliases }: Department,
  text: string,
): { readonly weight: number; readonly index: number } | null {
  const found = [name, ...aliases].flatMap((each) => {
    const index = text.indexOf(each);
    if (index < 0) return [];
    const isSender =
      text.includes(each) && new RegExp(`${escapeWords(each)}.{0,2}${sender}`, 'u').test(text);
    return [{ weight: (isSender ? 100 : 0) + each.length, index }];
  });
  return found.toSorted((a, b) => b.weight - a.weight)[0] ?? null;
}

const escapeWords = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

/** How the office is known that is told of in `text`; null when none is. */
function guessIn(text: string, departments: readonly Department[]): string | null {
  const found = departments
    .flatMap((department) => {
      const told = findNames(department, text);
      return told ? [{ ...told, name: department.name }] : [];
    })
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index)[0];
  return found?.name ?? null;
}

/**
 * The office a material came from, by its name or another it goes by; “青石村报送” tells one that no
 * pack knows. Empty when nothing tells. What the file is called tells more than what stands in it.
 */
export function guessDepartment(
  text: string,
  fileName: string,
  departments: readonly Department[],
): string {
  const beginning = text.slice(0, 2000);
  const told = named.exec(`${fileName}\n${beginning}`)?.[1] ?? '';
  const known = guessIn(told, departments) ?? told;
  if (known !== '') return known;
  return guessIn(fileName, departments) ?? guessIn(beginning, departments) ?? '';
}

/** Until this month the report of the year before is being written. */
const lastMonthOfWriting = 3;

/**
 * The report year a material belongs to: that of the day it is of. One of today, or of no day, is
 * in the first three months taken for the report that is being written, of the year before.
 * @param happenedOn ISO; null where not told
 * @param today local calendar date, ISO
 */
export function usualMaterialYear(happenedOn: string | null, today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number);
  if (happenedOn !== null && happenedOn !== today) return Number(happenedOn.slice(0, 4));
  return month <= lastMonthOfWriting ? year - 1 : year;
}
