import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { describeError } from '../../../../core/api/index.ts';
import { importLimitBytes, readSource, sniffKind } from '../../../../electron/docx/read/index.ts';
import { buildDocx, buildOle, words } from '../../../support/docx-fixtures.ts';
import { buildPdf, pageOf } from './pdf-fixtures.ts';
import { printed, refusalOf } from './reading.ts';

const zipOf = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
const beginning = (...bytes: readonly number[]) =>
  Uint8Array.from([...bytes, ...Array(64).fill(0)]);

const refused: readonly (readonly [string, string, Uint8Array])[] = [
  ['a PNG', 'import/unsupported image', beginning(0x89, 0x50, 0x4e, 0x47)],
  ['a JPEG', 'import/unsupported image', beginning(0xff, 0xd8, 0xff, 0xe0)],
  ['a BMP', 'import/unsupported image', beginning(0x42, 0x4d)],
  ['a Windows program', 'import/unsupported program', beginning(0x4d, 0x5a)],
  ['a Linux program', 'import/unsupported program', beginning(0x7f, 0x45, 0x4c, 0x46)],
  ['a RAR', 'import/unsupported archive', beginning(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07)],
  ['a workbook', 'import/unsupported spreadsheet', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
  [
    'slides',
    'import/unsupported presentation',
    zipOf('[Content_Types].xml', 'ppt/presentation.xml'),
  ],
  ['an OFD', 'import/unsupported ofd', zipOf('OFD.xml', 'Doc_0/Document.xml')],
  ['a zip of files', 'import/unsupported archive', zipOf('年报/甲.docx', '年报/乙.docx')],
  ['an OpenDocument text', 'import/unsupported unknown', zipOf('mimetype', 'content.xml')],
  ['an encrypted Word file', 'import/encrypted', buildOle(['EncryptionInfo', 'EncryptedPackage'])],
  ['an old workbook', 'import/unsupported spreadsheet', buildOle(['Workbook'])],
  ['old slides', 'import/unsupported presentation', buildOle(['PowerPoint Document'])],
  ['another OLE file', 'import/unsupported unknown', buildOle(['Contents'])],
  ['an OLE file without text', 'import/damaged', buildOle(['WordDocument'])],
  ['a broken OLE file', 'import/damaged', beginning(0xd0, 0xcf, 0x11, 0xe0)],
  ['a Word file without words', 'import/no-text', buildDocx({ body: words('　') })],
];

describe('the kind of a file', () => {
  test.each(refused)('%s is told as %s', async (_, expected, bytes) => {
    expect(await refusalOf(bytes)).toBe(expected);
  });

  test('is told by content, not by name', async () => {
    const result = await readSource('报告.txt', buildDocx({ body: words('正文') }));
    expect(result.ok).toBe(true);
    expect(sniffKind(buildDocx({ body: '' }))).toBe('zip');
    expect(sniffKind(Buffer.from('MZ 开头的文字'))).toBe('text');
  });

  test('too large a file is refused with its size and the limit', async () => {
    const bytes = new Uint8Array(importLimitBytes + 1);
    expect(await readSource('大.docx', bytes)).toEqual({
      ok: false,
      error: {
        code: 'import/too-large',
        name: '大.docx',
        bytes: bytes.length,
        limit: importLimitBytes,
      },
    });
  });
});

const plainPdf = buildPdf({ pages: [pageOf([['Yearly report of Qingshi Town, 2025', 80]])] });
const plainRtf = Buffer.from('{\\rtf1\\ansi\\ansicpg936 Qingshi\\par}');
const plainPage = Buffer.from('<html><body><p>Qingshi</p></body></html>');

describe('a file with the wrong ending', () => {
  test.each([
    ['a PDF', '报告.doc', plainPdf],
    ['a PDF', '报告.docx', plainPdf],
    ['an RTF', '报告.doc', plainRtf],
    ['an RTF', '报告.docx', plainRtf],
    ['a web page', '报告.doc', plainPage],
    ['a web page', '报告.wps', plainPage],
    ['a .docx', '报告.doc', buildDocx({ body: words('Qingshi') })],
    ['text', '报告.pdf', Buffer.from('Qingshi 青石镇')],
  ])('%s named %s is read as what it is', async (_, name, bytes) => {
    const result = await readSource(name, bytes);
    expect(result.ok && printed(result.value)[0]).toContain('Qingshi');
  });

  test('is refused as what it is, in words without codes', async () => {
    const files = [
      ['加密.docx', buildOle(['EncryptionInfo', 'EncryptedPackage'])],
      ['扫描.doc', buildPdf({ pages: [''] })],
      ['坏.rtf', Buffer.from('{\\rtf1}')],
      ['炸弹.doc', Buffer.from(`{\\rtf1${'{'.repeat(3000)}`)],
    ] as const;
    for (const [name, bytes] of files) {
      const result = await readSource(name, bytes);
      if (result.ok) throw new Error(`read: ${name}`);
      const { what, todo } = describeError(result.error, 'act');
      expect(what).toContain(name);
      expect(what + todo).not.toMatch(/import|undefined|！|!/u);
      expect(todo).not.toBe('');
    }
  });
});
