import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from '../../../core/materials/index.ts';

const today = '2026-01-20';

describe('a day as people type it', () => {
  test.each([
    ['2025-03-12', '2025-03-12'],
    ['2025/3/12', '2025-03-12'],
    ['2025.3.12', '2025-03-12'],
    ['20250312', '2025-03-12'],
    [' 2025 年 3 月 12 日 ', '2025-03-12'],
    ['２０２５年３月１２号', '2025-03-12'],
    ['二〇二五年三月十二日', '2025-03-12'],
    ['2024-2-29', '2024-02-29'],
  ])('%s is read', (typed, day) => {
    expect(readDay(typed, today, 'past')).toBe(day);
  });

  test('without a year it is the last one past, or the next one to come', () => {
    expect(readDay('3月12日', today, 'past')).toBe('2025-03-12');
    expect(readDay('3.12', today, 'future')).toBe('2026-03-12');
    expect(readDay('1月20日', today, 'past')).toBe(today);
    expect(readDay('1-20', today, 'future')).toBe(today);
    expect(readDay('1月3日', today, 'future')).toBe('2027-01-03');
  });

  test.each(['', '   ', '2025-02-30', '13月1日', '3月', '明天', '03/12/2026', '2025'])(
    '%j is none',
    (typed) => {
      expect(readDay(typed, today, 'past')).toBeNull();
    },
  );

  test('every day comes back from each way of writing it', () => {
    const days = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split('-').map(Number);
        for (const typed of [day, `${year}年${month}月${date}日`, `${year}.${month}.${date}`]) {
          expect(readDay(typed, today, 'future')).toBe(day);
        }
      }),
    );
  });
});
