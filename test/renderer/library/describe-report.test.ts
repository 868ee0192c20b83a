import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  describeMoment,
  describeOrigin,
  describeReport,
  formatCount,
  nameReport,
  sortReports,
} from '../../../renderer/features/library/describe-report.ts';
import { buildSummary } from '../../support/fake-call.ts';

const shanghai = 'Asia/Shanghai';

test('the line under a title says where it came from, when it changed and how long it is', () => {
  const summary = buildSummary(2026, { base: { id: 'a', year: 2025, originalName: null } });
  expect(describeReport(summary, '2027-01-19', shanghai)).toEqual([
    '由 2025 年报告沿用',
    '今天 14:03 修改',
    '5\u202f812 字',
  ]);
});

test('a moment is told by the calendar of this PC, not by that of Greenwich', () => {
  const lateEvening = '2027-01-18T16:30:00.000Z';
  expect(describeMoment(lateEvening, '2027-01-19', shanghai)).toBe('今天 00:30');
  expect(describeMoment(lateEvening, '2027-01-20', shanghai)).toBe('昨天 00:30');
  expect(describeMoment(lateEvening, '2027-02-20', shanghai)).toBe('1 月 19 日');
  expect(describeMoment(lateEvening, '2028-02-20', shanghai)).toBe('2027 年 1 月 19 日');
  expect(describeMoment('2027-12-31T01:00:00Z', '2028-01-01', shanghai)).toBe('昨天 09:00');
});

test('an origin is named after the file’s kind, not after its name', () => {
  const from = (originalName: string | null) => describeOrigin({ base: null, originalName });
  expect(from('青石镇2025年报告.WPS')).toBe('从 .wps 文件导入');
  expect(from('粘贴的文字')).toBe('从粘贴的文字导入');
  expect(from(null)).toBe('从空白模板写起');
});

test('a count keeps its digits, parted in threes from the end', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      const groups = formatCount(count).split('\u202f');
      expect(groups.join('')).toBe(String(count));
      expect(groups.slice(1).every((group) => group.length === 3)).toBe(true);
    }),
  );
});

test('a title of two lines is one name, and a report without one is named by its year', () => {
  expect(nameReport({ title: '青石镇\n法治政府建设年度报告', year: 2026 })).toBe(
    '青石镇法治政府建设年度报告',
  );
  expect(nameReport({ title: '', year: 2026 })).toBe('2026 年法治政府建设年度报告');
});

test('the newest year comes first, and within it what was changed last', () => {
  const sorted = sortReports([
    buildSummary(2024, { id: 'c' }),
    buildSummary(2026, { id: 'b', updatedAt: '2027-01-01T00:00:00.000Z' }),
    buildSummary(2026, { id: 'a', updatedAt: '2027-01-02T00:00:00.000Z' }),
  ]);
  expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
