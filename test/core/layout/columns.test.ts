import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCells, layoutTable, pageTwip } from '../../../core/layout/index.ts';

const TEXT_WIDTH = pageTwip.textWidth;
const buildRows = (columns: number, text: string) => [
  Array.from({ length: columns }, (_, at) => `第${at}列`),
  Array.from({ length: columns }, () => text),
];
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

test('a table of a few columns has the usual type and fills the text block', () => {
  const { columns, ...look } = layoutTable(buildRows(4, '1200'));
  expect(look).toEqual({ size: 12, cellMargin: null, isTooWide: false });
  expect(sum(columns)).toBe(TEXT_WIDTH);
});

test('a table of 25 columns has type small enough for its numbers', () => {
  expect(layoutTable(buildRows(25, '10')).size).toBe(12);
  expect(layoutTable(buildRows(25, '100')).size).toBe(10.5);
  const mixed = layoutTable([
    ...buildRows(25, '1'),
    ['10000', '23456', ...Array<string>(23).fill('100')],
  ]);
  expect([mixed.size, mixed.isTooWide]).toEqual([9, false]);
});

test('a table whose numbers are too wide even for the smallest type says so', () => {
  const { columns, size, isTooWide } = layoutTable(buildRows(25, '123456789.0'));
  expect([size, isTooWide]).toEqual([9, true]);
  expect(sum(columns)).toBe(TEXT_WIDTH);
});

test('a table without cells has no columns', () => {
  expect(layoutTable([]).columns).toEqual([]);
});

test('no column is narrower than its longest number, unless the table says that it is too wide', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 9_999_999 }).map(String),
    fc.string({ unit: fc.constantFrom('件', '次', '法'), maxLength: 30 }),
  );
  const rows = fc
    .integer({ min: 1, max: 63 })
    .chain((count) => fc.array(fc.array(cell, { minLength: count, maxLength: count })));
  fc.assert(
    fc.property(rows, (list) => {
      const { columns, size, cellMargin, isTooWide } = layoutTable(list);
      if (columns.length === 0) return;
      expect(sum(columns)).toBe(TEXT_WIDTH);
      expect(size).toBeGreaterThanOrEqual(9);
      if (isTooWide) return;
      for (const row of list) {
        for (const [at, text] of row.entries()) {
          if (!/^\d/u.test(text)) continue;
          const room = (columns[at] ?? 0) - 2 * (cellMargin ?? 108);
          expect(countCells(text) * size * 20).toBeLessThanOrEqual(room);
        }
      }
    }),
  );
});
