import { expect, test } from 'vitest';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';
import { listOutlineRows } from '../../../renderer/features/new-report/outline-rows.ts';

const createId = createCountingIds();

test('headings carry the number they will be printed with', () => {
  const section = buildSection(createId, '规范执法', [
    buildSubheading(createId, 3, '持证上岗'),
    buildSubheading(createId, 4, '培训'),
    buildSubheading(createId, 4, '考核'),
    buildSubheading(createId, 3, '案卷评查'),
    buildSubheading(createId, 4, '评查'),
  ]);
  const report = buildReport(2025, {
    parts: [
      buildPart(createId, 'achievements', '主要举措', { sections: [section] }),
      buildPart(createId, 'plan', '主要安排', { sections: [buildSection(createId, '普法')] }),
    ],
  });
  const labels = listOutlineRows(report)
    .slice(1)
    .map(({ label, text }) => `${label}${text}`);
  expect(labels).toEqual([
    '一、主要举措',
    '（一）规范执法',
    '1.持证上岗',
    '（1）培训',
    '（2）考核',
    '2.案卷评查',
    '（1）评查',
    '二、主要安排',
    '（一）普法',
  ]);
});

test('the title has its line even when the source had none, what else is empty has not', () => {
  const rows = listOutlineRows(buildReport(2025));
  expect(rows.map(({ kind, text }) => [kind, text])).toEqual([['title', '']]);
});

test('opening and closing stand around the parts', () => {
  const report = buildReport(2025, {
    title: '年度报告',
    addressee: '县人民政府',
    preamble: [buildParagraph(createId, '现报告如下。')],
    parts: [buildPart(createId, 'other', '其他')],
    closing: { ...emptyClosing, signature: ['青石镇人民政府'], signedDate: '2026-02-05' },
  });
  expect(listOutlineRows(report).map(({ kind, text }) => `${kind}:${text}`)).toEqual([
    'title:年度报告',
    'addressee:县人民政府',
    'preamble:现报告如下。',
    'part:其他',
    'signature:青石镇人民政府',
    'date:2026年2月5日',
  ]);
});
