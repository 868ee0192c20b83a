import type { ReportSummary, Settings } from '../api/index.ts';
import type { PackDeadline } from '../packs/index.ts';

/** A deadline of one report. */
export interface Deadline {
  readonly id: string;
  readonly title: string;
  /** ISO date before which it must be done. */
  readonly date: string;
  /** ISO date of the last day that is still in time: the day before `date`. */
  readonly lastDay: string;
  /** Days from today; 0 is today, negative is past. */
  readonly days: number;
  /** The rule or practice it rests on. */
  readonly source: string;
  /** True when the county's own date stands in for the rule's. */
  readonly isOwn: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Days from one ISO date to another; negative when `to` is earlier. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The ISO date some days after another; before it for a negative number. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

function toIsoDate(year: number, month: number, day: number): string {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1, Math.min(day, lastDay)));
  return date.toISOString().slice(0, 10);
}

/** A month and day, `MM-DD`, as the settings keep it. */
export function formatMonthDay(month: number, day: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The deadlines of the report of `reportYear`: they fall in the year after it. The county's own
 * days come before the pack's; 29 February becomes the 28th where there is none.
 */
export function listDeadlines(
  deadlines: readonly PackDeadline[],
  own: Settings['deadlines'],
  reportYear: number,
  today: string,
): readonly Deadline[] {
  return deadlines
    .map(({ id, title, month, day, source }) => {
      const ownDay = own[id];
      const [ownMonth = month, ownDate = day] = ownDay?.split('-').map(Number) ?? [];
      const date = toIsoDate(reportYear + 1, ownMonth, ownDate);
      return {
        id,
        title,
        date,
        lastDay: addDays(date, -1),
        source,
        days: countDays(today, date),
        isOwn: ownDay !== undefined,
      };
    })
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/**
 * The report year whose deadlines matter now: the usual one of today, or that of a draft for a
 * later year. A draft of an older report has missed its deadlines for good: they help nobody.
 */
export function chooseReportYear(
  reports: readonly Pick<ReportSummary, 'year' | 'status'>[],
  today: string,
): number {
  const writing = reports.filter(({ status }) => status === 'writing').map(({ year }) => year);
  return Math.max(usualReportYear(today), ...writing);
}

/**
 * The year that a report begun today is most likely for: last year's until the end of June, this
 * year's from July on.
 */
export function usualReportYear(today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month >= 7 ? year : year - 1;
}

/** `3 月 1 日前`. */
export function formatDeadlineDay(date: string): string {
  return `${formatDay(date)}前`;
}

/** After so many days nobody counts any more: the report is an old one, or one to try things with. */
const longPastDays = 120;

/** True for a deadline so long past that counting its days helps nobody. @param days until it; negative is past */
export function isLongPast(days: number): boolean {
  return days < -longPastDays;
}

/** `41 天`, `今天到期`, `已过 3 天`, and after 120 days just `期限已过`. */
export function formatDaysLeft(days: number): string {
  if (isLongPast(days)) return '期限已过';
  if (days > 0) return `${days} 天`;
  return days === 0 ? '今天到期' : `已过 ${-days} 天`;
}

/** `2 月 28 日`. @param date ISO */
export function formatDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month} 月 ${day} 日`;
}
