import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { standardLayout } from '../../../../core/layout/index.ts';
import {
  type Block,
  buildParagraph,
  buildReport,
  buildTable,
  createCountingIds,
} from '../../../../core/model/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';
import { buildShell } from '../../../../electron/docx/write/shell.ts';
import { createWriting } from '../../../../electron/docx/write/writing.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';
import { readPart, write } from './package.ts';

const createId = createCountingIds();
const ofBlocks = (...preamble: Block[]) =>
  buildReport(2025, { title: '2025年法治政府建设年度报告', preamble });
const wideTable = buildTable(createId, [Array.from({ length: 70 }, (_, column) => `列${column}`)]);

const reports = {
  'a report with one of everything': buildVariedReport(),
  'an empty report': buildReport(2025),
  'a huge report': buildLongReport(300_000),
  'a report that ends with two tables': ofBlocks(
    buildTable(createId, [['甲', '乙\n丙'], ['']]),
    buildTable(createId, [['丁']]),
  ),
  'a table without cells and one of seventy columns': ofBlocks(
    buildTable(createId, []),
    buildTable(createId, [[]]),
    wideTable,
  ),
  'hostile text': ofBlocks(
    buildParagraph(
      createId,
      '控制\u0001\u001F字符，\uFFFE\uFFFF，😀👨‍👩‍👧，\uD800孤\uDFFF，]]><w:p>&amp;',
    ),
    buildParagraph(createId, '文'.repeat(5000)),
    buildParagraph(createId, '制表\t符\t'),
  ),
};

test.each(Object.entries(reports))('%s has no schema error', async (_, report) => {
  expect(await listSchemaErrors(await write(report))).toEqual([]);
});

test('faces of the system have no schema error either', async () => {
  const options = { ...plainWriting, layout: standardLayout('plain', 'system') };
  const { bytes } = await writeDocx(buildVariedReport(), options);
  expect(await listSchemaErrors(bytes)).toEqual([]);
  expect(readPart(bytes, 'word/styles.xml')).not.toContain('GB2312');
});

test('a unit and a date that end at the edge of the text have room for a wider face', async () => {
  const report = buildReport(2025, {
    title: '2025年法治政府建设年度报告',
    closing: {
      signature: ['枫林街道办事处'],
      signedDate: '2026-11-22',
      attachments: [],
      note: '',
    },
  });
  const document = readPart(await write(report), 'word/document.xml');
  const lines = document.match(/<w:ind [^>]*w:right="-960"[^>]*>/gu) ?? [];
  expect(lines).toHaveLength(2);
});

test('two exports of one report are the same bytes', async () => {
  const [first, second] = [await write(buildVariedReport()), await write(buildVariedReport())];
  expect(Buffer.compare(first, second)).toBe(0);
});

test('the package names no person and no time', async () => {
  const core = readPart(await write(buildVariedReport()), 'docProps/core.xml');
  expect(core).toContain('2025年度青石镇法治政府建设情况报告');
  expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|Un-named/u);
});

test('the package says what wrote it and whose text it is, and nothing more', async () => {
  const options = { ...plainWriting, mark: 'sha-256 & 1' };
  const { bytes } = await writeDocx(buildVariedReport(), options);
  const app = readPart(bytes, 'docProps/app.xml');
  expect(app.replaceAll(/<[^>]*>/gu, '')).toBe('年报助手');
  expect(readPart(bytes, 'docProps/core.xml')).toContain(
    '<dc:identifier>sha-256 &amp; 1</dc:identifier>',
  );
  expect(readPart(await write(buildVariedReport()), 'docProps/core.xml')).not.toContain(
    'identifier',
  );
  expect(Object.keys(unzipSync(bytes)).toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/app.xml',
    'docProps/core.xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/fontTable.xml',
    'word/footer1.xml',
    'word/footer2.xml',
    'word/settings.xml',
    'word/styles.xml',
  ]);
});

test('no comment, bookmark, revision or mark of an editing session is in it', async () => {
  for (const [path, part] of Object.entries(unzipSync(await write(buildVariedReport())))) {
    expect(strFromU8(part), path).not.toMatch(/comment|bookmark|<w:(?:ins|del)\b|rsid|vanish/u);
  }
});

test('page numbers stand where the layout says', async () => {
  const layout = standardLayout('plain');
  const place = async (pageNumber: typeof layout.pageNumber) => {
    const options = { ...plainWriting, layout: { ...layout, pageNumber } };
    return (await writeDocx(buildVariedReport(), options)).bytes;
  };
  const center = await place({ place: 'center', dashes: false });
  expect(readPart(center, 'word/footer1.xml')).toMatch(/<w:jc w:val="center"\/>/u);
  expect(readPart(center, 'word/footer1.xml')).not.toContain('—');
  expect(readPart(center, 'word/settings.xml')).not.toMatch(/evenAndOddHeaders(?! w:val="false")/u);
  const none = await place({ place: 'none', dashes: true });
  expect(readPart(none, 'word/document.xml')).not.toContain('footerReference');
});

test('two layouts do not share what differs between them', async () => {
  const layout = standardLayout('plain');
  const wide = { ...plainWriting, layout: { ...layout, linePitchPt: 30, charactersPerLine: 26 } };
  const written = (await writeDocx(buildVariedReport(), wide)).bytes;
  expect(readPart(written, 'word/document.xml')).toContain('w:linePitch="600"');
  expect(readPart(written, 'word/styles.xml')).toContain('<w:spacing w:val="20"/>');
  const usual = await write(buildVariedReport());
  expect(readPart(usual, 'word/document.xml')).toContain('w:linePitch="579"');
});

test('a shell that is built anew is the same, and lists no part that is not there', async () => {
  const writing = createWriting(standardLayout('official'));
  const [first, second] = [await buildShell(writing), await buildShell(writing)];
  expect(second).toEqual(first);
  const held = [...Object.keys(first.parts), 'word/document.xml', 'docProps/core.xml'];
  const read = (path: string) => strFromU8(first.parts[path] ?? new Uint8Array());
  const listed = [...read('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/gu)];
  const related = [...read('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)"/gu)];
  expect(listed.map(([, path]) => path).filter((path = '') => !held.includes(path))).toEqual([]);
  expect(related.map(([, path]) => `word/${path}`).toSorted()).toEqual(
    held.filter((path) => /^word\/(?!_rels|document)/u.test(path)).toSorted(),
  );
});

test('margins, grid and even footers are those of the standard', async () => {
  const docx = await write(buildVariedReport());
  const document = readPart(docx, 'word/document.xml');
  expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(document).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/u);
  expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  const settings = readPart(docx, 'word/settings.xml');
  expect(settings).toContain('<w:evenAndOddHeaders/>');
  expect(settings).toContain('<w:characterSpacingControl w:val="doNotCompress"/>');
  expect(settings).toContain('<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>');
});

test('Normal carries what the library drops, in the order the schema wants', async () => {
  const styles = readPart(await write(buildVariedReport()), 'word/styles.xml');
  const normal = /styleId="Normal".*?<w:pPr>(.*?)<\/w:pPr>/su.exec(styles)?.[1] ?? '';
  expect([...normal.matchAll(/<(w:\w+)/gu)].map(([, name]) => name)).toEqual([
    'w:widowControl',
    'w:kinsoku',
    'w:overflowPunct',
    'w:autoSpaceDE',
    'w:autoSpaceDN',
    'w:adjustRightInd',
    'w:snapToGrid',
    'w:spacing',
    'w:jc',
  ]);
});

test('no face that a Chinese office PC lacks is named anywhere', async () => {
  const docx = await write(buildVariedReport());
  for (const [path, part] of Object.entries(unzipSync(docx))) {
    expect(strFromU8(part), path).not.toMatch(/Calibri|Times|等线|Cambria|Arial|asciiTheme/u);
  }
});

test('a table of many columns stays inside the text block, its first row repeated', async () => {
  const rows = Array.from({ length: 3 }, () => Array.from({ length: 40 }, (_, at) => `第${at}列`));
  const document = readPart(await write(ofBlocks(buildTable(createId, rows))), 'word/document.xml');
  const [table = ''] = /<w:tbl>.*<\/w:tbl>/su.exec(document) ?? [];
  const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toHaveLength(40);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8844);
  expect(table.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
  expect(table.match(/<w:cantSplit\/>/gu)).toHaveLength(3);
  expect(table).toContain('<w:tblStyle w:val="ReportTable"/>');
  expect(table).not.toContain('tblBorders');
});
