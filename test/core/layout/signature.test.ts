import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHARACTER_CELL,
  formatSignedDate,
  layoutSignature,
  measureText,
  pageTwip,
} from '../../../core/layout/index.ts';

const twoCells = 2 * CHARACTER_CELL;

test('a date is written in full without leading zeros', () => {
  expect(formatSignedDate('2026-02-05')).toBe('2026年2月5日');
  expect(formatSignedDate('2025-12-31')).toBe('2025年12月31日');
});

test('the unit ends two characters before the edge and the date begins two right of it', () => {
  const unit = '云溪县青石镇人民政府';
  const { units, date } = layoutSignature([unit], '2026-02-05');
  const start = units[0]?.start ?? 0;
  expect(start + measureText(unit)).toBe(pageTwip.textWidth - twoCells);
  expect(date?.start).toBe(start + twoCells);
});

test('a date longer than the unit ends two characters before the edge, two right of the unit', () => {
  const { units, date } = layoutSignature(['镇政府'], '2026-12-25');
  const start = date?.start ?? 0;
  expect(start + measureText('2026年12月25日')).toBe(pageTwip.textWidth - twoCells);
  expect(units[0]?.start).toBe(start - twoCells);
});

test('a date that ends two characters before the edge is placed by that edge, any other by its first', () => {
  expect(layoutSignature(['镇政府'], '2026-12-25').date?.right).toBe(twoCells);
  expect(layoutSignature([], '2026-02-05').date?.right).toBe(twoCells);
  expect(layoutSignature(['云溪县青石镇人民政府'], '2026-02-05').date?.right).toBeUndefined();
});

test('the date of joint issuers follows the longest name', () => {
  const { units, date } = layoutSignature(['青石镇人民政府', '云溪县枫林街道办事处'], '2026-02-05');
  expect(date?.start).toBe((units[1]?.start ?? 0) + twoCells);
});

test('without a unit the date ends two characters before the edge; without a date there is none', () => {
  const { date } = layoutSignature([], '2026-02-05');
  expect((date?.start ?? 0) + measureText('2026年2月5日')).toBe(pageTwip.textWidth - twoCells);
  expect(layoutSignature(['青石镇人民政府'], null).date).toBeNull();
});

test('no line of a signature begins left of the text block or ends right of it', () => {
  const unit = fc.string({ unit: fc.constantFrom('镇', '府', '云'), maxLength: 26 });
  const names = fc.array(unit, { maxLength: 3 });
  fc.assert(
    fc.property(names, (list) => {
      const { units, date } = layoutSignature(list, '2026-10-10');
      for (const line of [...units, ...(date ? [date] : [])]) {
        expect(line.start).toBeGreaterThanOrEqual(0);
        expect(line.start + measureText(line.text)).toBeLessThanOrEqual(pageTwip.textWidth);
      }
    }),
  );
});
