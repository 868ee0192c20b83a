import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseReportYear,
  countDays,
  formatDaysLeft,
  formatDeadlineDay,
  isLongPast,
  listDeadlines,
  usualReportYear,
} from '../../../core/deadlines/index.ts';

const rule = { source: '规定', confidence: 'verified' } as const;
const deadlines = [
  { id: 'publish', title: '向社会公开', month: 4, day: 1, ...rule },
  { id: 'file', title: '报送上一级', month: 3, day: 1, ...rule },
];

test('the deadlines of a report fall in the year after it, the earlier first', () => {
  const listed = listDeadlines(deadlines, {}, 2026, '2027-01-19');
  expect(listed.map(({ id, date, days }) => ({ id, date, days }))).toEqual([
    { id: 'file', date: '2027-03-01', days: 41 },
    { id: 'publish', date: '2027-04-01', days: 72 },
  ]);
});

test('the county’s own day stands in for the rule’s and says so', () => {
  const [first, second] = listDeadlines(deadlines, { publish: '01-15' }, 2026, '2026-12-31');
  expect(first).toMatchObject({ id: 'publish', date: '2027-01-15', days: 15, isOwn: true });
  expect(second).toMatchObject({ id: 'file', isOwn: false });
});

test('29 February is the 28th in a year that has none', () => {
  const dates = [2026, 2027].map(
    (year) => listDeadlines(deadlines, { file: '02-29' }, year, '2026-12-31')[0]?.date,
  );
  expect(dates).toEqual(['2027-02-28', '2028-02-29']);
});

test('a deadline that is over counts backwards', () => {
  const [file] = listDeadlines(deadlines, {}, 2025, '2026-03-04');
  expect(file?.days).toBe(-3);
  expect([3, 0, -3].map(formatDaysLeft)).toEqual(['3 天', '今天到期', '已过 3 天']);
  expect(formatDeadlineDay('2027-03-01')).toBe('3 月 1 日前');
});

test('a deadline long past is not counted any more', () => {
  expect([-120, -121, -235].map(formatDaysLeft)).toEqual(['已过 120 天', '期限已过', '期限已过']);
  expect([0, -120, -121].map(isLongPast)).toEqual([false, false, true]);
});

test('a day is one day, whatever the season and the year', () => {
  const day = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (date, days) => {
      const from = date.toISOString().slice(0, 10);
      const later = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
      expect(countDays(from, later)).toBe(days);
    }),
  );
});

test('until June it is last year’s report that is due, from July on this year’s', () => {
  expect(['2027-01-19', '2027-06-30', '2027-07-01', '2027-12-31'].map(usualReportYear)).toEqual([
    2026, 2026, 2027, 2027,
  ]);
});

test('a draft for a later year brings its deadlines, one of an older year does not', () => {
  const draft = (year: number) => [{ year, status: 'writing' }] as const;
  expect(chooseReportYear([], '2027-01-19')).toBe(2026);
  expect(chooseReportYear(draft(2027), '2027-01-19')).toBe(2027);
  expect(chooseReportYear(draft(2024), '2027-01-19')).toBe(2026);
  expect(chooseReportYear([{ year: 2027, status: 'archived' }], '2027-01-19')).toBe(2026);
});
