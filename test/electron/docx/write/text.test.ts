import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyFacts, standardLayout } from '../../../../core/layout/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildTable,
  createCountingIds,
  type Report,
} from '../../../../core/model/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';
import { lettersOf, textsOf } from '../../../support/conservation.ts';
import { anyReport } from '../../../support/report-arbitraries.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';
import { listParagraphs, readPart, write } from './package.ts';

const createId = createCountingIds();
const ofText = (text: string): Report =>
  buildReport(2025, { title: '年度报告', preamble: [buildParagraph(createId, text)] });

/** The first text of `report` whose letters do not follow those before it in the .docx. */
async function findLostText(report: Report): Promise<string | null> {
  const paragraphs = listParagraphs(await write(report));
  const written = lettersOf(paragraphs.map(([, text]) => text).join(''));
  let at = 0;
  for (const text of textsOf({ ...report, issuers: [] })) {
    const found = written.indexOf(lettersOf(text), at);
    if (found < 0) return text;
    at = found + lettersOf(text).length;
  }
  return null;
}

test('every letter of any report is in document.xml, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async (report) => {
      expect(await findLostText(report)).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('every letter of a long and of a varied report is in document.xml, in its order', async () => {
  expect(await findLostText(buildLongReport(20_000))).toBeNull();
  expect(await findLostText(buildVariedReport())).toBeNull();
});

test('headings are Word’s own, run-in headings are part of the text', async () => {
  const paragraphs = listParagraphs(await write(buildVariedReport()));
  const headings = paragraphs.filter(([style]) => /^(?:Title|Heading\d)$/u.test(style));
  expect(headings.slice(0, 6)).toEqual([
    ['Title', '云溪县青石镇人民政府'],
    ['Title', '2025年度青石镇法治政府建设情况报告'],
    ['Heading1', '一、主要举措和成效'],
    ['Heading2', '（一）完善依法决策机制'],
    ['Heading3', '1.完善程序'],
    ['Heading4', '（1）公众参与'],
  ]);
  const runIn = paragraphs.find(([, text]) => text.startsWith('（二）'));
  expect(runIn?.[0]).toBe('BodyText');
  expect(runIn?.[1]).toMatch(/^（二）推进严格规范公正文明执法。./u);
});

test('a run-in heading has its own face up to the closing mark', async () => {
  const blocks = [buildParagraph(createId, '正文。')];
  const sections = [buildSection(createId, '标题', blocks, true)];
  const part = buildPart(createId, 'plan', '安排', { sections });
  const document = readPart(await write(buildReport(2025, { parts: [part] })), 'word/document.xml');
  expect(document).toMatch(/RunInHeading2"\/>.{0,80}>（一）标题。<\/w:t>.{0,120}>正文。<\/w:t>/su);
});

test('characters that XML cannot hold are left out and counted; emoji stay', async () => {
  const hostile = '甲\u0000乙\u0008丙\uFFFE丁\uD83D戊\uDE00己😀<&>"\u000B庚';
  const { bytes, notices } = await writeDocx(ofText(hostile), { ...plainWriting, copy: 'public' });
  expect(notices).toEqual([{ code: 'export/characters-removed', count: 6 }]);
  expect(listParagraphs(bytes).at(-1)).toEqual(['BodyText', '甲乙丙丁戊己😀<&>"庚']);
});

test('line feeds of every kind part paragraphs', async () => {
  const paragraphs = listParagraphs(await write(ofText('甲\n乙\r\n丙\r丁')));
  expect(paragraphs.slice(-4).map(([, text]) => text)).toEqual(['甲', '乙', '丙', '丁']);
});

test('a report without a title is written without one and says so', async () => {
  const { bytes, notices } = await writeDocx(buildReport(2025), plainWriting);
  expect(notices).toEqual([{ code: 'export/title-empty' }]);
  expect(listParagraphs(bytes).some(([style]) => style === 'Title')).toBe(false);
});

test('a faultless report gives no notice', async () => {
  const options = plainWriting;
  expect((await writeDocx(buildVariedReport(), options)).notices).toEqual([]);
});

test('an official document without its number says so, a plain one need not have any', async () => {
  const layout = standardLayout('official');
  const writeNumbered = (number: string) =>
    writeDocx(buildVariedReport(), { ...plainWriting, layout, facts: { ...emptyFacts, number } });
  expect((await writeNumbered(' ')).notices).toEqual([{ code: 'export/number-empty' }]);
  expect((await writeNumbered('青政〔2026〕3号')).notices).toEqual([]);
});

test('what XML cannot hold is counted in facts and attachments too', async () => {
  const options = {
    ...plainWriting,
    layout: standardLayout('official'),
    facts: { ...emptyFacts, number: '青政\u0001〔2026〕3号', copiesTo: ['县司法\uFFFE局'] },
    annexes: [
      {
        title: '统计\u0002表',
        blocks: [buildParagraph(createId, '甲\u0003乙')],
        isPublic: true,
      },
    ],
  };
  const { notices } = await writeDocx(buildVariedReport(), options);
  expect(notices).toEqual([{ code: 'export/characters-removed', count: 4 }]);
});

test('a row is kept whole unless it may be higher than a page', async () => {
  const long = buildTable(createId, [
    ['事项', '内容'],
    ['普法', '字'.repeat(3000)],
    ['执法', '有序'],
  ]);
  const document = readPart(
    await write(buildReport(2025, { title: '年度报告', preamble: [long] })),
    'word/document.xml',
  );
  const rows = [...document.matchAll(/<w:trPr>.*?<\/w:trPr>/gsu)].map(([properties]) =>
    properties.includes('<w:cantSplit/>'),
  );
  expect(rows).toEqual([true, false, true]);
});

test('a table of many columns is set in smaller type, and one too wide for that is told', async () => {
  const writeTable = (text: string) =>
    writeDocx(
      buildReport(2025, {
        title: '年度报告',
        preamble: [
          buildTable(createId, [Array<string>(25).fill('列'), Array<string>(25).fill(text)]),
        ],
      }),
      plainWriting,
    );
  const small = await writeTable('100');
  expect(small.notices).toEqual([]);
  expect(readPart(small.bytes, 'word/document.xml').match(/<w:sz w:val="21"\/>/gu)).toHaveLength(
    50,
  );
  expect((await writeTable('123456789.0')).notices).toEqual([
    { code: 'export/table-too-wide', count: 1 },
  ]);
});
