import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { describeError } from '../../../../core/api/index.ts';
import { readDocxFile } from '../../../../electron/docx/inspect/index.ts';
import { numberedInWps } from '../../../core/conformity/foreign-files.ts';

const paragraph = '<w:p><w:r><w:t>整理档案</w:t></w:r></w:p>';

/** A .docx that holds `content` above its own text. */
function docxWith(content: string): Uint8Array {
  const files = unzipSync(numberedInWps());
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const filled = xml.replace('<w:body>', `<w:body>${content}`);
  return zipSync({ ...files, 'word/document.xml': strToU8(filled) }, { level: 1 });
}

const varied = (length: number) =>
  Array.from({ length }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)));

test.each([
  ['paragraphs', paragraph.repeat(20_000), '20000 段'],
  [
    'cells',
    `<w:tbl><w:tr>${`<w:tc>${paragraph}</w:tc>`.repeat(10_001)}</w:tr></w:tbl>`,
    '20000 段',
  ],
  ['sections', '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>'.repeat(501), '500 节'],
  ['letters', `<w:p><w:r><w:t>${varied(2_000_001).join('')}</w:t></w:r></w:p>`, '2000000 字'],
  ['breaks', `<w:p><w:r>${'<w:br/>'.repeat(100_001)}</w:r></w:p>`, '2000000 字'],
])('a file of too many %s is refused in words before it is measured', (_, content, told) => {
  const read = readDocxFile('汇编.docx', docxWith(content));
  expect(read).toMatchObject({ ok: false, error: { code: 'import/too-long', name: '汇编.docx' } });
  if (read.ok) return;
  const words = describeError(read.error);
  expect(words.what).toContain('汇编.docx');
  expect(words.what).toContain(told);
});

test('a file of a thousand paragraphs is read', () => {
  const read = readDocxFile('报告.docx', docxWith(paragraph.repeat(1000)));
  expect(read.ok).toBe(true);
});

test('a foot that stands on every page is no story', () => {
  const files = unzipSync(numberedInWps());
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer';
  const rels = 'word/_rels/document.xml.rels';
  const related = strFromU8(files[rels] ?? new Uint8Array()).replace(
    '</Relationships>',
    `<Relationship Id="rLong" Type="${type}" Target="long.xml"/></Relationships>`,
  );
  const long = strToU8(`<w:ftr ${space}>${paragraph.repeat(201)}</w:ftr>`);
  const bytes = zipSync({ ...files, [rels]: strToU8(related), 'word/long.xml': long });
  expect(readDocxFile('汇编.docx', bytes)).toMatchObject({
    error: { code: 'import/too-long', detail: '页眉或页脚超过 200 段' },
  });
});
