import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../electron/docx/read/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';
import { findChromium, launchBrowser } from '../../../support/browser.ts';
import { buildDocx, words } from '../../../support/docx-fixtures.ts';
import { buildLongReport } from '../../../support/sample-reports.ts';
import { buildPdf, pageOf, wordsAt } from './pdf-fixtures.ts';
import { paragraphsOf, printed, readBytes, refusalOf } from './reading.ts';
import { convert, hasSoffice } from './soffice.ts';

const available = hasSoffice('reading PDF of LibreOffice');
/** As wide as the text of a page; ends at its right edge. */
const full = 'All that was planned for the year has been done in all villages';
const left = 80;
const indented = 112;

/** Bytes as PDF writes them in base 85. */
function inBase85(bytes: Buffer): string {
  const padded = Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]);
  const letters = Array.from({ length: padded.length / 4 }, (_, index) => {
    const value = padded.readUInt32BE(index * 4);
    return [4, 3, 2, 1, 0].map((power) =>
      String.fromCharCode(33 + (Math.floor(value / 85 ** power) % 85)),
    );
  });
  return `${letters.flat().join('')}~>`;
}

async function noTextOf(bytes: Uint8Array): Promise<unknown> {
  const result = await readSource('报告.pdf', bytes);
  return result.ok ? null : result.error;
}

describe('a PDF', () => {
  test('has a paragraph for lines of which the one before was full', async () => {
    const source = await readBytes(
      buildPdf({
        pages: [
          pageOf([
            ['Heading', indented],
            [full.slice(0, -4), indented],
            [full, left],
            [full, left],
            ['and ends.', left],
            [full, left],
            ['2. Next', indented],
          ]),
        ],
      }),
    );
    expect(printed(source)).toEqual([
      'Heading',
      `${full.slice(0, -4)} ${full} ${full} and ends.`,
      full,
      '2. Next',
    ]);
    expect(paragraphsOf(source)[0]).toMatchObject({ look: { indent: 2 } });
    expect(source.notices).toEqual([{ code: 'read/from-pdf', pages: 1 }]);
  });

  test('goes on over the page, its numbers after the paragraph they interrupt', async () => {
    const page = (number: number) =>
      wordsAt('Yearly report', 250, 800, 10) +
      pageOf([
        [full, left],
        [full, left],
        [full, left],
      ]) +
      wordsAt(`- ${number} -`, 290, 60, 14);
    const source = await readBytes(buildPdf({ pages: [page(1), page(2), page(3)], packed: true }));
    const nine = Array.from({ length: 9 }, () => full).join(' ');
    expect(printed(source)).toEqual([nine, '- 1 -', '- 2 -', '- 3 -']);
    expect(source.notices).toEqual([
      { code: 'read/from-pdf', pages: 3 },
      { code: 'read/left-out', what: 'page-head', count: 3 },
    ]);
  });

  test('tells what stands in the middle, at the right, and how large it is', async () => {
    const source = await readBytes(
      buildPdf({
        pages: [
          wordsAt('Report of 2025', 225, 760, 22) +
            pageOf([
              [full, left],
              ['and more of it.', left],
              [full, left],
              ['Qingshi Town', 430],
            ]),
        ],
      }),
    );
    expect(paragraphsOf(source).map(({ hints: { align, sizePt } }) => [align, sizePt])).toEqual([
      ['center', 22],
      ['left', 16],
      ['left', 16],
      ['right', 16],
    ]);
  });

  test('without words is said to be a scan', async () => {
    const error = { code: 'import/no-text', name: '报告.pdf', found: 'scan' };
    expect(await noTextOf(buildPdf({ pages: ['', '0 0 100 100 re f'] }))).toEqual(error);
    expect(
      await noTextOf(buildPdf({ pages: [wordsAt('1', 290, 60), wordsAt('2', 290, 60)] })),
    ).toEqual(error);
  });

  test('whose letters have no code is said to be so', async () => {
    const descendant =
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 101 0 R >>';
    const descriptor =
      '<< /Type /FontDescriptor /FontName /ABCDEF+FangSong /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>';
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+FangSong /Encoding /Identity-H /DescendantFonts [100 0 R] >>';
    const glyphs = Array.from({ length: 60 }, (_, index) =>
      (index + 1).toString(16).padStart(4, '0'),
    );
    const page = `BT /F1 16 Tf 80 700 Td <${glyphs.join('')}> Tj ET`;
    const bytes = buildPdf({ pages: [page], font, objects: [descendant, descriptor] });
    expect(await noTextOf(bytes)).toMatchObject({ code: 'import/no-text', found: 'garbled' });
  });

  test('that is damaged or swells is refused', async () => {
    expect(await refusalOf(Buffer.from('%PDF-1.7\n1 0 obj'))).toBe('import/damaged');
    const bomb = buildPdf({ pages: [' '.repeat(160 * 1024 * 1024)], packed: true });
    expect(await refusalOf(bomb)).toBe('import/suspicious');
    const pages = Array.from({ length: 400 }, () => wordsAt(full, left, 700));
    expect(await refusalOf(buildPdf({ pages }))).toBe('import/not-a-report');
  });

  test.each([
    ['/#46lateDecode', '/#46lateDecode'],
    ['7 0 R', '7 0 R'],
    ['a filter far before its stream', `/FlateDecode /Note (${'x'.repeat(2000)})`],
  ])('that swells is refused also when its dictionary hides it: %s', async (_, filter) => {
    const bomb = buildPdf({ pages: [' '.repeat(160 * 1024 * 1024)], packed: true });
    const hidden = Buffer.from(bomb).toString('latin1').replace('/FlateDecode', filter);
    expect(await refusalOf(Buffer.from(hidden, 'latin1'))).toBe('import/suspicious');
  });

  test.each([
    ['hexadecimal digits', (packed: Buffer) => `${packed.toString('hex')}>`],
    ['base 85', inBase85],
  ])('that swells is refused also behind %s', async (_, write) => {
    const packed = deflateSync(Buffer.alloc(160 * 1024 * 1024, 0x20));
    const stream = `<< /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n${write(packed)}\nendstream`;
    const bytes = buildPdf({ pages: [wordsAt(full, left, 700)], objects: [stream] });
    expect(await refusalOf(bytes)).toBe('import/suspicious');
  });

  test.each([
    ['/LZWDecode', 100_000, true],
    ['[/L#5aW]', 100_000, true],
    ['7 0 R', 100_000, true],
    ['/RunLengthDecode', 3_000_000, true],
    ['/RunLengthDecode', 100_000, false],
    ['/LZWDecode', 10_000, false],
  ])(
    'packed by %s is refused where %i bytes may swell too far',
    async (filter, size, isRefused) => {
      const packed = '\u0080\u000b`P'.repeat(size / 4);
      const stream = `<< /Filter ${filter} >>\nstream\n${packed}\nendstream`;
      const bytes = buildPdf({ pages: [wordsAt(full, left, 700)], objects: [stream] });
      if (isRefused) expect(await refusalOf(bytes)).toBe('import/suspicious');
      else expect(printed(await readBytes(bytes))).toEqual([full]);
    },
  );

  test('that runs in circles, or wants scripts and addresses, is read without', async () => {
    const trailer = '/Prev 9 /Info 100 0 R';
    const objects = [
      '<< /Title (x) /S /JavaScript /JS (app.alert(1)) /URI (http://127.0.0.1:9/) >>',
    ];
    const page = pageOf([[full, left]]);
    expect(printed(await readBytes(buildPdf({ pages: [page], trailer, objects })))).toEqual([full]);
  });

  test('with any damage is a value, never an exception or a long wait', async () => {
    const file = buildPdf({
      pages: [
        pageOf([
          [full, left],
          [full, left],
        ]),
        pageOf([[full, left]]),
      ],
      packed: true,
    });
    const spot = fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(spot, { minLength: 1, maxLength: 6 }),
        fc.nat(file.length),
        async (spots, length) => {
          const bytes = Uint8Array.from(file);
          for (const [at, mask] of spots) bytes[at] = (bytes[at] ?? 0) ^ mask;
          const whole = await readSource('坏.pdf', bytes);
          const cut = await readSource('短.pdf', file.slice(0, length));
          expect([typeof whole.ok, typeof cut.ok]).toEqual(['boolean', 'boolean']);
        },
      ),
      // One seed: for very few files the parser leaves a promise unhandled, which only the runner minds.
      { seed: 2025, numRuns: 100, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
    );
  });
});

describe.runIf(available)('a PDF of LibreOffice', () => {
  const squeeze = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/[ \u00a0]+/gu, ''));

  test('made of an exported report reads as that report, page numbers aside', async () => {
    const { bytes } = await writeDocx(buildLongReport(6000), plainWriting);
    const source = await readBytes(convert([bytes], 'docx', 'pdf')[0] ?? new Uint8Array());
    const numbers = printed(source).filter((line) => /^—\d+—$/u.test(line));
    const others = printed(source).filter((line) => !/^—\d+—$/u.test(line));
    expect(squeeze(others)).toEqual(squeeze(printed(await readBytes(bytes))));
    expect(numbers).toEqual(numbers.map((_, index) => `—${index + 1}—`));
    expect(source.notices).toEqual([{ code: 'read/from-pdf', pages: numbers.length }]);
    const [issuer, title] = paragraphsOf(source);
    expect([issuer?.hints.align, title?.hints.align, title?.hints.sizePt]).toEqual([
      'center',
      'center',
      22,
    ]);
    expect(paragraphsOf(source).at(-2)?.hints.align).toBe('right');
  });

  test('with a password is encrypted', async () => {
    const options = JSON.stringify({
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: 'geheim' },
    });
    const docx = buildDocx({ body: words('青石镇2025年度法治政府建设情况报告') });
    const bytes =
      convert([docx], 'docx', `pdf:writer_pdf_Export:${options}`)[0] ?? new Uint8Array();
    expect(Buffer.from(bytes).includes('/Encrypt')).toBe(true);
    expect(await refusalOf(bytes)).toBe('import/encrypted');
  });
});

const chromium = findChromium();
if (!chromium) console.warn('Chromium is lacking: reading PDF that a browser prints is not tested');

describe.runIf(chromium !== null)('a PDF that a browser printed', () => {
  test('has usual letters and whole paragraphs, without the heads of its pages', async () => {
    const long = '全镇把依法办事放在各项工作的最前面，2025年各项任务落实到位，'.repeat(20);
    const browser = await launchBrowser(chromium ?? '');
    const page = await browser.newPage();
    await page.setContent(
      `<body style="font-size:16pt"><h1 style="text-align:center;font-size:22pt">青石镇年度报告</h1><p style="text-indent:2em"><b>（一）学习。</b>${long}完。</p><p style="text-indent:2em">二、存在的不足</p><p style="text-indent:2em">${long}</p><p style="text-align:right">青石镇人民政府</p></body>`,
    );
    const margin = { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' };
    const footerTemplate = '<span style="font-size:8px;margin:auto" class="pageNumber"></span>';
    const head = { displayHeaderFooter: true, headerTemplate: '<span>青石</span>', footerTemplate };
    const bytes = await page.pdf({ format: 'A4', margin, ...head });
    await browser.close();
    const source = await readBytes(bytes);
    expect(printed(source)).toEqual([
      '青石镇年度报告',
      `（一）学习。${long}完。`,
      '二、存在的不足',
      long,
      '青石镇人民政府',
    ]);
    expect(source.notices[0]).toMatchObject({ code: 'read/from-pdf' });
  });
});
