import { expect, test } from 'vitest';
import type { Certificate, Delivery } from '../../../core/api/index.ts';
import { describeUnanswered, tellDelivery } from '../../../renderer/features/workspace/tell.ts';

const item = (title: string, verdict: 'right' | 'wrong', id = title, measured = '') =>
  ({ id, title, clause: '', wanted: '', measured, verdict, departures: [] }) as const;

const certificate: Certificate = {
  layoutId: 'plain',
  layoutTitle: '公开稿',
  pages: 3,
  pagesByProgram: { word: 3, libreOffice: 4 },
  linesPerPage: 22,
  charactersPerLine: 28,
  items: [item('页边距', 'right', 'margins', '37、35、28、26 毫米')],
  isRight: true,
};

const delivery: Delivery = {
  kind: 'written',
  path: '/文档/青石镇.docx',
  certificate,
  notices: [],
};

const nothing = {
  stale: 0,
  blanks: 0,
  promises: 0,
  findings: 0,
  questions: 0,
  isUndated: false,
  isCounted: true,
};

test('an export says where it went, what layout it has and what is still open', () => {
  const told = tellDelivery(delivery, {
    stale: 4,
    blanks: 0,
    promises: 2,
    findings: 3,
    questions: 12,
    isUndated: false,
    isCounted: true,
  });
  expect(told?.text).toContain('/文档/青石镇.docx');
  expect(told?.details).toEqual([
    '版面核对：共 3 页（LibreOffice 里 4 页），每页 22 行，每行 28 字，页边距上、下、左、右 37、35、28、26 毫米',
    '核验 1 项，没有不符合的。',
    '校对还有 3 处，清单还有 12 项没有答，报送前请再看一遍。',
    '还有 4 处沿用上年的文字待更新，没有确认。',
    '上年的安排还有 2 项没有说明落实情况。',
  ]);
});

test('an export of what was not looked through says so and gives no old numbers', () => {
  const old = { ...nothing, stale: 4, findings: 3, isCounted: false };
  expect(tellDelivery(delivery, old)?.details.slice(2)).toEqual([
    '这次没有数清还有哪些地方待更新、哪些承诺没有回应，报送前请再看一遍。',
  ]);
});

test('a finished report is not asked to be looked at again', () => {
  expect(tellDelivery(delivery, { ...nothing, isUndated: false })?.details).toHaveLength(2);
});

test('a report without its date is told so before and behind an export', () => {
  const undated = { ...nothing, isUndated: true };
  expect(tellDelivery(delivery, undated)?.details).toContain('成文日期没有填，请在报送前填上。');
  expect(describeUnanswered({ ...undated, stale: 2 })).toBe('还有 2 处待更新；成文日期没有填');
  expect(describeUnanswered(undated)).toBe('');
});

test('an export that was called off is not spoken of', () => {
  expect(
    tellDelivery({ kind: 'cancelled' }, { ...nothing, stale: 1, promises: 1, findings: 1 }),
  ).toBeNull();
});

test('before an export the writer hears of chips and promises, and then of what else is open', () => {
  const words = (stale: number, promises: number, findings: number) =>
    describeUnanswered({ ...nothing, stale, promises, findings, questions: 9 });
  expect(words(12, 3, 2)).toBe('还有 12 处待更新、3 项承诺没有回答、校对 2 处');
  expect(words(0, 3, 0)).toBe('还有 3 项承诺没有回答');
  expect(words(0, 0, 2)).toBe('');
});

test('blanks that nobody filled in are named first, before and behind an export', () => {
  expect(describeUnanswered({ ...nothing, blanks: 3 })).toBe('还有 3 处空格没有填');
  expect(describeUnanswered({ ...nothing, blanks: 3, stale: 2 })).toBe(
    '还有 3 处空格没有填、2 处待更新',
  );
  expect(tellDelivery(delivery, { ...nothing, blanks: 3 })?.details).toContain(
    '还有 3 处空格没有填，文件里印着〔〕，请填好再报送。',
  );
});

test('an export says what is not as it should be, and no margins that are wrong', () => {
  const items = [item('页边距', 'wrong', 'margins', '上边距是 25 毫米'), item('页码', 'wrong')];
  const told = tellDelivery({ ...delivery, certificate: { ...certificate, items } }, nothing);
  expect(told?.details[0]).toBe('版面核对：共 3 页（LibreOffice 里 4 页），每页 22 行，每行 28 字');
  expect(told?.details[1]).toMatch(/^核验 2 项，2 项不符合：页边距、页码。/u);
});
