import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHARACTER_CELL,
  composeDocument,
  emptyFacts,
  layoutSealed,
  measureText,
  pageTwip,
  standardLayout,
} from '../../../core/layout/index.ts';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';

const DATE = '2026年2月5日';
const right = ({ text, start }: { text: string; start: number }) => start + measureText(text);
const middle = ({ text, start }: { text: string; start: number }) => start + measureText(text) / 2;

test('a sealed date ends four characters before the edge, and the unit stands over its middle', () => {
  const { rows, date } = layoutSealed(['云岭县青石镇人民政府'], '2026-02-05');
  const unit = rows[0]?.[0];
  if (!unit || !date) throw new Error('unsigned');
  expect(date.text).toBe(DATE);
  expect(right(date)).toBe(pageTwip.textWidth - 4 * CHARACTER_CELL);
  expect(Math.abs(middle(unit) - middle(date))).toBeLessThanOrEqual(1);
});

test('a sealed date is placed by its right edge, so that no program’s wider digits move it', () => {
  const usual = layoutSealed(['云岭县青石镇人民政府'], '2026-02-05').date;
  expect(usual?.right).toBe(4 * CHARACTER_CELL);
  const moved = layoutSealed(['镇'.repeat(20)], '2026-02-05').date;
  expect(moved?.right).toBe(pageTwip.textWidth - right(moved ?? { text: '', start: 0 }));
});

test('a unit too long for that takes the date with it', () => {
  const { rows, date } = layoutSealed(['镇'.repeat(20)], '2026-02-05');
  const unit = rows[0]?.[0];
  if (!unit || !date) throw new Error('unsigned');
  expect(right(unit)).toBe(pageTwip.textWidth);
  expect(Math.abs(middle(unit) - middle(date))).toBeLessThanOrEqual(1);
});

test('joint issuers stand beside each other as their names allow, the last over the date', () => {
  const counts = (...units: string[]) =>
    layoutSealed(units, '2026-02-05').rows.map((row) => row.length);
  expect(counts('青石镇政府', '枫林镇政府', '白沙镇政府')).toEqual([3]);
  expect(counts('青石镇政府', '枫林镇政府', '白沙镇政府', '石桥镇政府')).toEqual([3, 1]);
  expect(counts('云岭县青石镇人民政府', '云岭县枫林街道办事处', '云岭县白沙镇人民政府')).toEqual([
    2, 1,
  ]);
  expect(counts('镇'.repeat(20), '乡'.repeat(20))).toEqual([1, 1]);
});

test('seals of 45 mm on joint names neither meet nor leave the page', () => {
  const seal = 2551;
  const unit = fc.string({ unit: fc.constantFrom('镇', '府', '云'), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
      const { rows, date, linesBetween } = layoutSealed(units, '2026-02-05');
      expect(rows.flat().map(({ text }) => text)).toEqual(units);
      expect((linesBetween + 1) * 579).toBeGreaterThanOrEqual(seal);
      for (const row of rows) {
        const middles = row.map(middle);
        for (const [at, place] of middles.entries()) {
          if (at > 0) expect(place - (middles[at - 1] ?? 0)).toBeGreaterThanOrEqual(seal - 2);
          expect(place - seal / 2).toBeGreaterThanOrEqual(-2);
          expect(place + seal / 2).toBeLessThanOrEqual(pageTwip.textWidth + 2);
        }
      }
      const last = rows.at(-1)?.at(-1);
      if (last && date) expect(Math.abs(middle(last) - middle(date))).toBeLessThanOrEqual(1);
    }),
  );
});

test('a sealed signature has room for the seal above it, and what is unsigned has no line', () => {
  const createId = createCountingIds();
  const compose = (signature: readonly string[], signedDate: string | null) =>
    composeDocument(
      buildReport(2025, {
        preamble: [buildParagraph(createId, '正文。')],
        closing: { ...emptyClosing, signature, signedDate },
      }),
      { layout: standardLayout('plain'), facts: { ...emptyFacts, sealed: true }, annexes: [] },
    ).items.map((item) => (item.type === 'line' ? item.kind : 'table'));
  expect(compose(['青石镇政府'], '2026-02-05')).toEqual([
    'text',
    'blank',
    'blank',
    'signature',
    'date',
  ]);
  expect(compose([], '2026-02-05')).toEqual(['text', 'blank', 'blank', 'date']);
  expect(compose(['青石镇政府'], null)).toEqual(['text', 'blank', 'blank', 'signature']);
  expect(compose([], null)).toEqual(['text']);
});
