import { expect, test } from 'vitest';
import { composeReport, type FlowItem, pageTwip } from '../../../core/layout/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  buildTable,
  type Closing,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';

const createId = createCountingIds();
const paragraph = (text: string) => buildParagraph(createId, text);
const print = (item: FlowItem) =>
  item.type === 'line' ? `${item.kind}:${item.runs.map((run) => run.text).join('')}` : 'table';
const printClosing = (content: Partial<Closing>) =>
  composeReport(buildReport(2025, { closing: { ...emptyClosing, ...content } })).map(print);
const printSections = (...sections: ReturnType<typeof buildSection>[]) =>
  composeReport(buildReport(2025, { parts: [buildPart(createId, 'plan', '安排', { sections })] }))
    .slice(1)
    .map(print);

test('a run-in heading shares the line of the first paragraph after it', () => {
  const section = buildSection(createId, '带头学法', [paragraph('正文。\n又一段。')], true);
  expect(printSections(section)).toEqual(['text:（一）带头学法。正文。', 'text:又一段。']);
});

test('a run-in heading with no paragraph after it stands on a line of its own', () => {
  const table = buildTable(createId, [['甲']]);
  expect(printSections(buildSection(createId, '数据', [table], true))).toEqual([
    'section:（一）数据',
    'table',
  ]);
  expect(printSections(buildSection(createId, '数据', [], true))).toEqual(['section:（一）数据']);
});

test('a run-in heading is never kept with what follows; a true heading is', () => {
  const blocks = [
    buildSubheading(createId, 3, '独行'),
    paragraph('甲'),
    buildSubheading(createId, 3, '同行', true),
    paragraph('乙'),
    paragraph('丙'),
  ];
  const report = buildReport(2025, { preamble: blocks });
  const kept = composeReport(report).map((item) => [print(item), item.keepWithNext ?? false]);
  expect(kept).toEqual([
    ['level3:1.独行', true],
    ['text:甲', false],
    ['text:2.同行。乙', false],
    ['text:丙', false],
  ]);
});

test('blanks a writer indents with, and empty paragraphs, are not printed', () => {
  const section = buildSection(createId, '甲', [paragraph('　　正文'), paragraph(' 　')]);
  expect(printSections(section)).toEqual(['section:（一）甲', 'text:正文']);
});

test('two tables in a row are parted by a line', () => {
  const tables = [buildTable(createId, [['甲']]), buildTable(createId, [['乙']])];
  expect(printSections(buildSection(createId, '甲', tables))).toEqual([
    'section:（一）甲',
    'table',
    'blank:',
    'table',
  ]);
});

test('the columns of a table fill the text block', () => {
  const table = composeReport(buildVariedReport()).find((item) => item.type === 'table');
  const columns = table?.type === 'table' ? table.columns : [];
  expect(columns.length).toBe(4);
  expect(columns.reduce((sum, width) => sum + width, 0)).toBe(pageTwip.textWidth);
});

test('a single attachment has no number and several are numbered', () => {
  expect(printClosing({ attachments: ['统计表'] })).toEqual(['blank:', 'attachment:附件：统计表']);
  expect(printClosing({ attachments: ['甲', '乙'] })).toEqual([
    'blank:',
    'attachment:附件：1.甲',
    'attachment:2.乙',
  ]);
});

const signed = { ...emptyClosing, signature: ['青石镇人民政府'], signedDate: '2026-02-05' };
/** Whether the last of `lengths`, in lines of 28, is kept with the signature. */
function isLastKept(...lengths: number[]): boolean | undefined {
  const preamble = lengths.map((lines) => paragraph('文'.repeat(lines * 28 - 2)));
  const items = composeReport(buildReport(2025, { preamble, closing: signed }));
  return items.at(lengths.length - 1)?.keepWithNext ?? false;
}

test('the signature’s lines are kept together', () => {
  const items = composeReport(buildReport(2025, { preamble: [paragraph('甲')], closing: signed }));
  expect(items.slice(1).map((item) => item.keepWithNext ?? false)).toEqual([true, true, false]);
});

test('the last paragraph is kept with the signature where its end comes near the page’s end', () => {
  expect([isLastKept(6, 6, 6, 2), isLastKept(6, 6, 6, 4), isLastKept(6, 6, 6, 5)]).toEqual([
    true,
    true,
    true,
  ]);
});

test('the last paragraph may be parted where the signature finds room under it', () => {
  expect([isLastKept(4, 8), isLastKept(6, 6, 6, 12)]).toEqual([false, false]);
});

test('a paragraph that would fill a page with its signature is kept where no spacing helps', () => {
  expect([isLastKept(20), isLastKept(6, 6, 6, 26)]).toEqual([true, true]);
});

test('a note gets its brackets once', () => {
  expect(printClosing({ note: '此件公开发布' })).toEqual(['note:（此件公开发布）']);
  expect(printClosing({ note: '（此件公开发布）' })).toEqual(['note:（此件公开发布）']);
});
