import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatChineseNumber,
  formatChineseYear,
  parseChineseNumber,
} from '../../../core/numbering/index.ts';

test('numbers are written as Chinese papers write them', () => {
  const written = [1, 10, 11, 20, 35, 100, 101, 110, 115, 200, 1000, 1005, 1010, 1100, 2025, 9999];
  expect(written.map(formatChineseNumber)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '三十五',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十五',
    '二百',
    '一千',
    '一千零五',
    '一千零一十',
    '一千一百',
    '二千零二十五',
    '九千九百九十九',
  ]);
});

test('parsing is the inverse of formatting for every number from 1 to 9999', () => {
  for (let value = 1; value <= 9999; value += 1) {
    expect(parseChineseNumber(formatChineseNumber(value))).toBe(value);
  }
});

test('years written digit by digit are read with 〇, ○ and 零', () => {
  expect(['二〇二五', '二○二五', '二零二五'].map(parseChineseNumber)).toEqual([2025, 2025, 2025]);
  expect(formatChineseYear(2026)).toBe('二〇二六');
});

test('what is no number is refused and not guessed', () => {
  for (const text of ['', '十百', '一二十', '百一千', '十十', '二百百', '人', '〇', '一万']) {
    expect([text, parseChineseNumber(text)]).toEqual([text, null]);
  }
  for (const value of [0, -1, 1.5, 10_000, Number.NaN]) {
    expect(() => formatChineseNumber(value)).toThrow(RangeError);
  }
});

test('reading never throws, whatever the letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'〇一二三十百千零○两件') }), (text) => {
      const value = parseChineseNumber(text);
      expect(value === null || (value >= 1 && value <= 9999)).toBe(true);
    }),
  );
});
