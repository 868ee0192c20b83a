import { findDate } from '../segment/index.ts';

const toAscii = (text: string) =>
  text.replace(/[０-９]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0));

/** 2026-03-12, 2026.3.12, 2026/3/12, 2026年3月12日, 20260312. */
const full = /^(\d{4})(?:\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?|(\d{2})(\d{2}))$/u;
/** 3月12日, 3-12, 3.12, 3/12. */
const yearless = /^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/u;

/** The ISO day of a calendar that has it; null for 2月30日. */
function toDay(year: number, month: number, day: number): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}

/**
 * The day that somebody typed, ISO; null when it is none.
 * @param today local calendar date, ISO
 * @param lean where a day without a year lies: `past` within the last twelve months, `future` within the next
 */
export function readDay(typed: string, today: string, lean: 'past' | 'future'): string | null {
  const text = toAscii(typed).trim();
  const whole = full.exec(text);
  if (whole) {
    return toDay(Number(whole[1]), Number(whole[2] ?? whole[4]), Number(whole[3] ?? whole[5]));
  }
  const short = yearless.exec(text);
  if (!short) return text === '' ? null : (findDate(text)?.iso ?? null);
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear - 1, thisYear, thisYear + 1].flatMap(
    (year) => toDay(year, Number(short[1]), Number(short[2])) ?? [],
  );
  const near =
    lean === 'past' ? days.findLast((day) => day <= today) : days.find((day) => day >= today);
  return near ?? null;
}
