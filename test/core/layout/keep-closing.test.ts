import { expect, test } from 'vitest';
import {
  type ClosingHold,
  closingHolds,
  composeDocument,
  composeReport,
  emptyFacts,
  estimateLines,
  estimatePlace,
  type FlowItem,
  LINE_PITCH,
  standardLayout,
} from '../../../core/layout/index.ts';
import {
  type Block,
  buildParagraph,
  buildReport,
  buildTable,
  type Closing,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';

const createId = createCountingIds();
const signed: Closing = {
  ...emptyClosing,
  signature: ['青石镇人民政府'],
  signedDate: '2026-02-05',
};
/** A paragraph of so many full lines, and so many letters more. */
const lines = (count: number, more = 0) =>
  buildParagraph(createId, '文'.repeat(count * 28 - 2 + more));

/** The last block as it is composed, and what stands before it. */
function composeLast(blocks: readonly Block[], closing = signed, hold?: ClosingHold) {
  const report = buildReport(2025, { title: '', preamble: blocks, closing });
  const layout = standardLayout('plain');
  const { items } = composeDocument(report, {
    layout,
    facts: emptyFacts,
    annexes: [],
    closing: hold,
  });
  const last = items[blocks.length - 1];
  return { last, before: items.slice(0, blocks.length - 1), tail: items.slice(blocks.length) };
}
const spacingOf = (item: FlowItem | undefined) =>
  item?.type === 'line' ? (item.extraSpacing ?? 0) : 0;

test('a long last paragraph is set a little closer or wider where that saves the signature', () => {
  // 40 lines, the last of two letters: one less leaves room for three lines of tail and two of doubt
  const { last, before } = composeLast([lines(6), lines(33, 2)]);
  expect(last?.keepWithNext ?? false).toBe(false);
  const spaced = spacingOf(last);
  expect(Math.abs(spaced)).toBeGreaterThan(0);
  expect(Math.abs(spaced)).toBeLessThanOrEqual(16);
  if (!last) throw new Error('nothing composed');
  const room = 22 - Math.round(estimatePlace([...before, last]).filled / LINE_PITCH);
  expect(room).toBeGreaterThanOrEqual(3 + 2);
});

test('a long last paragraph that no spacing saves is kept with the signature', () => {
  const { last } = composeLast([lines(21)]);
  expect([spacingOf(last), last?.keepWithNext]).toEqual([0, true]);
});

test('a paragraph out of danger is left as it is, however long', () => {
  const { last } = composeLast([lines(6), lines(24)]);
  expect([spacingOf(last), last?.keepWithNext ?? false]).toEqual([0, false]);
});

test('a short last paragraph is kept with the signature wherever it stands', () => {
  expect(composeLast([lines(6), lines(3)]).last?.keepWithNext).toBe(true);
  expect(composeLast([lines(6), lines(6)]).last?.keepWithNext).toBe(true);
});

test('held, a paragraph out of danger is kept too', () => {
  const short = [lines(3), lines(7)];
  expect(composeLast(short).last?.keepWithNext ?? false).toBe(false);
  for (const hold of closingHolds) {
    const { last } = composeLast(short, signed, hold);
    expect([last?.keepWithNext, spacingOf(last)]).toEqual([true, 0]);
  }
});

test('held, a paragraph too long to be moved is kept or not, and set wider or closer', () => {
  for (const hold of closingHolds) {
    const { last } = composeLast([lines(6), lines(24)], signed, hold);
    expect([last?.keepWithNext ?? false, spacingOf(last)]).toEqual([hold.kept, hold.spacing]);
  }
  expect(closingHolds[0]).toEqual({ kept: true, spacing: 0 });
});

test('a table’s last row and a heading stay with the closing wherever they stand', () => {
  const table = buildTable(createId, [['甲'], ['乙']]);
  expect(composeLast([table]).last?.keepWithNext).toBe(true);
});

test('a list of attachments may stand on the page before, but for its last, which stays with the signature', () => {
  const { last, tail } = composeLast([lines(1)], { ...signed, attachments: ['甲', '乙', '丙'] });
  const kept = tail.map((item) => item.keepWithNext ?? false);
  // blank, 甲, 乙, 丙, blank, unit, date
  expect(kept).toEqual([true, false, false, true, true, true, false]);
  expect(last?.keepWithNext).toBe(true);
});

test('a single attachment stays with the signature', () => {
  const { tail } = composeLast([lines(1)], { ...signed, attachments: ['甲'] });
  expect(tail.slice(0, -1).every((item) => item.keepWithNext)).toBe(true);
});

test('a closing longer than a page is parted, its signature never from its last attachment', () => {
  const attachments = Array.from({ length: 30 }, (_, at) => `表${at}`);
  const { tail } = composeLast([lines(1)], { ...signed, attachments });
  const kept = tail.map((item) => item.keepWithNext ?? false);
  expect(kept.slice(0, 1)).toEqual([true]);
  expect(kept.slice(1, 30)).toEqual(Array<boolean>(29).fill(false));
  expect(kept.slice(30)).toEqual([true, true, true, false]);
});

test('spacing counts where lines are counted', () => {
  const [item] = composeReport(buildReport(2025, { title: '', preamble: [lines(20)] }));
  if (item?.type !== 'line') throw new Error('nothing composed');
  expect(estimateLines(item)).toBe(20);
  const wider = { ...item, extraSpacing: 16 as NonNullable<typeof item.extraSpacing> };
  expect(estimateLines(wider)).toBeGreaterThan(20);
});
