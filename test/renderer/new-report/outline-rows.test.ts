import { expect, test } from 'vitest';
import { openClaim } from '../../../core/claim/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  createCountingIds,
  emptyClosing,
  type Report,
} from '../../../core/model/index.ts';
import { listOutlineRows } from '../../../renderer/features/new-report/outline-rows.ts';
import { readForClaim, webPage } from './read-for-claim.ts';

const createId = createCountingIds();
const rowsOfReport = (report: Report) =>
  listOutlineRows(
    openClaim(
      { report, discarded: [], decisions: [], source: [] },
      { kindOf: () => null, headingFor: () => '' },
    ),
    false,
  );

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
  const rows = rowsOfReport(report).slice(1);
  expect(rows.map(({ label, text }) => `${label}${text}`)).toEqual([
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
  expect(rows.map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 4, 3, 4, 1, 2]);
});

test('the title has its line even when the source had none, what else is empty has not', () => {
  const rows = rowsOfReport(buildReport(2025));
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
  expect(rowsOfReport(report).map(({ kind, text }) => `${kind}:${text}`)).toEqual([
    'title:年度报告',
    'addressee:县人民政府',
    'preamble:现报告如下。',
    'part:其他',
    'signature:青石镇人民政府',
    'date:2026年2月5日',
  ]);
});

test('what was left out is gathered at the end, and shown when it is opened', () => {
  const { claim } = readForClaim(webPage);
  const closed = listOutlineRows(claim, false);
  expect(closed.at(-1)).toMatchObject({ kind: 'residue', text: '2', line: null });
  const open = listOutlineRows(claim, true).slice(closed.length);
  expect(open.map(({ text }) => text)).toEqual([webPage[0], webPage[2]]);
});
