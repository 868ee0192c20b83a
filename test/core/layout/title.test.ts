import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCells, layoutTitle, listIssuersAbove } from '../../../core/layout/index.ts';

const unit = '云溪县青石镇人民政府';

test('a unit that the title does not name stands on a line above it', () => {
  expect(layoutTitle('2025年度法治政府建设情况报告', [unit])).toEqual([
    unit,
    '2025年度法治政府建设情况报告',
  ]);
});

test('a unit that the title names gets no line of its own; the title is broken after it', () => {
  expect(layoutTitle(`${unit}2025年法治政府建设年度报告`, [unit])).toEqual([
    unit,
    '2025年法治政府建设年度报告',
  ]);
});

test('a title that opens with a unit, under whatever name, gets no other line above it', () => {
  for (const title of [
    '青石镇2025年度法治政府建设情况报告',
    '枫林街道关于2025年法治政府建设情况的报告',
    '青石镇法治政府建设年度报告',
    '云溪县青石镇二〇二五年度依法行政工作总结',
  ]) {
    expect(listIssuersAbove(title, ['青石镇人民政府'])).toEqual([]);
    expect(layoutTitle(title, ['中共青石镇委员会', '青石镇人民政府']).join('')).toBe(title);
  }
});

test('an issuer whose place the title names within it needs no line either', () => {
  const title = '2025年度青石镇法治政府建设情况报告';
  expect(listIssuersAbove(title, ['青石镇人民政府'])).toEqual([]);
  expect(listIssuersAbove(title, [unit])).toEqual([unit]);
  expect(listIssuersAbove('推进法治政府建设情况的报告', [unit])).toEqual([unit]);
});

test('lines of the title hold, blank ones go', () => {
  expect(layoutTitle(`${unit}\n\n2025年度报告`, [])).toEqual([unit, '2025年度报告']);
});

test('a short title stays on one line and an empty one has none', () => {
  expect(layoutTitle('2025年法治政府建设年度报告', [])).toEqual(['2025年法治政府建设年度报告']);
  expect(layoutTitle(' \n ', [unit])).toEqual([]);
});

test('an over-long title is broken between words, never inside a year, before 的 or after 和', () => {
  const lines = layoutTitle(
    '关于2025年度推进法治政府建设重点任务的落实情况和2026年工作安排的报告',
    [],
  );
  expect(lines.length).toBe(2);
  for (const line of lines) {
    expect(countCells(line)).toBeLessThanOrEqual(20);
    expect(line).not.toMatch(/^(?:的|年)|(?:和|及|\d)$/u);
  }
});

test('breaking a title loses nothing of it', () => {
  const words = fc.constantFrom(
    '青石镇',
    '法治',
    '政府',
    '建设',
    '2025年',
    '的',
    '《纲要》',
    '报告',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (parts) => {
      const title = parts.join('');
      const lines = layoutTitle(title, []);
      expect(lines.join('')).toBe(title);
      for (const line of lines) expect(countCells(line)).toBeLessThanOrEqual(20);
    }),
  );
});
