import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../electron/docx/read/index.ts';
import {
  buildDocx,
  family,
  level,
  list,
  listed,
  paragraph,
  run,
  table,
  words,
} from '../../../support/docx-fixtures.ts';
import { paragraphsOf, printed, readBytes, refusalOf } from './reading.ts';
import { convert, hasSoffice } from './soffice.ts';

const available = hasSoffice('reading RTF of LibreOffice');

/** An RTF file as Chinese Word begins it; `\\'` escapes are written as they are. */
function rtf(body: string): Uint8Array {
  const head =
    "\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset134 \\'ba\\'da\\'cc\\'e5;}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset136 \\'b7\\'73\\'b2\\'d3\\'a9\\'fa\\'c5\\'e9;}}{\\colortbl;\\red255\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}{\\info{\\title 属性}{\\author 某人}}";
  return Buffer.from(`{${head}${body}}`, 'latin1');
}

async function linesOf(body: string): Promise<readonly string[]> {
  return printed(await readBytes(rtf(body)));
}

/** Every letter as `\u`, which is how Word writes what its code page lacks. */
function unicode(text: string, fallback = '?'): string {
  return Array.from(text)
    .flatMap((letter) => letter.split(''))
    .map((unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}${fallback}`)
    .join('');
}

describe('an RTF file', () => {
  test('has GBK letters, also where the two bytes of one stand in different runs', async () => {
    expect(await linesOf("\\'c7\\'e0\\'ca\\'af\\'d5\\'f2\\par")).toEqual(['青石镇']);
    expect(
      await linesOf("{\\b \\'c7}{\\'e0\\'ca}\\b0\\'af{\\*\\bkmkstart a}\\'d5\\f1\\'f2\\par"),
    ).toEqual(['青石镇']);
    // The second byte may be a letter of ASCII: 丂 is 81 40.
    expect(await linesOf("\\'81@\\'81\\'30\\'84\\'36\\par")).toEqual([
      '丂¥'.replace('¥', new TextDecoder('gb18030').decode(Uint8Array.of(0x81, 0x30, 0x84, 0x36))),
    ]);
  });

  test('has letters by their face where it is of another code page', async () => {
    expect(await linesOf("{\\f3\\'b3\\'f8}\\'c7\\'e0\\par")).toEqual([
      '報青'.replace('報', new TextDecoder('big5').decode(Uint8Array.of(0xb3, 0xf8))),
    ]);
  });

  test('has Unicode letters with as many stand-ins as it says', async () => {
    expect(await linesOf(`${unicode('青石𠀀镇')}\\par`)).toEqual(['青石𠀀镇']);
    expect(
      await linesOf(`\\uc2${unicode('青石', "\\'c7\\'e0")}末\\par`.replace('末', '.')),
    ).toEqual(['青石.']);
    expect(await linesOf(`{\\uc0${unicode('青石', ' ')}}\\u38215 ?.\\par`)).toEqual(['青石镇.']);
    expect(await linesOf("\\uc1\\u38738\\'3f\\u-26798\\'3f\\par")).toEqual([
      `青${String.fromCharCode(65536 - 26798)}`,
    ]);
  });

  test('has breaks, tabs, hyphens and signs by name', async () => {
    expect(
      await linesOf(
        'A\\line B\\tab C\\_D\\~E\\-F\\emdash\\ldblquote G\\rdblquote\\{\\}\\\\\\par\\\nH\\par I\r\nJ',
      ),
    ).toEqual(['A\nB\tC-D\u00a0EF—“G”{}\\', 'H', 'IJ']);
  });

  test('says nothing of what is not its words', async () => {
    const source = await readBytes(
      rtf(
        '{\\header X}{\\footerr X\\par}{\\*\\bkmkstart _Toc1}A{\\*\\bkmkend _Toc1}{\\pict\\pngblip 89504e47}{\\*\\unknown X{\\b X}}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 11}}B{\\v secret}{\\*\\annotation note\\par}\\par',
      ),
    );
    expect(printed(source)).toEqual(['AB']);
    expect(source.notices).toEqual([
      { code: 'read/left-out', what: 'picture', count: 2 },
      { code: 'read/left-out', what: 'comment', count: 1 },
      { code: 'read/left-out', what: 'hidden', count: 1 },
    ]);
  });

  test('takes insertions and leaves deletions, and says so', async () => {
    const source = await readBytes(rtf('A{\\revised\\revauth1 B}{\\deleted\\revauthdel1 C}D\\par'));
    expect(printed(source)).toEqual(['ABD']);
    expect(source.notices).toEqual([{ code: 'read/tracked-changes', insertions: 1, deletions: 1 }]);
  });

  test('gives the numbers of its lists, and no bullets', async () => {
    const one = unicode('（一）');
    expect(
      await linesOf(
        `{\\listtext\\pard\\plain ${one}\\tab}\\ls1 A\\par\\pard{\\pntext\\f0 2.\\tab}{\\*\\pn\\pnlvlbody{\\pntxta .}}B\\par\\pard{\\listtext\\f2 \\'6c\\tab}C\\par\\pard{\\listtext\\f2\\'b7\\tab}D\\par`,
      ),
    ).toEqual(['（一）A', '2.B', 'C', 'D']);
  });

  test('has fields by their result, without page numbers and tables of contents', async () => {
    const source = await readBytes(
      rtf(
        'A{\\field{\\*\\fldinst {HYPERLINK "http://127.0.0.1/"}}{\\fldrslt {\\ul B}}}{\\field{\\*\\fldinst { PAGE }}{\\fldrslt 7}}\\par{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt one\\tab 1\\par two\\tab 2\\par}}C\\par',
      ),
    );
    expect(printed(source)).toEqual(['AB', 'C']);
    expect(source.notices).toEqual([{ code: 'read/left-out', what: 'contents', count: 1 }]);
  });

  test('has tables as rows of cells, and one of a single column as paragraphs', async () => {
    const { blocks } = await readBytes(
      rtf(
        'A\\par\\trowd\\cellx1\\cellx2\\pard\\intbl B\\cell C\\par D\\cell\\row\\trowd\\cellx1\\cellx2\\pard\\intbl E\\cell\\cell\\row\\pard F\\par\\trowd\\cellx9\\pard\\intbl G\\par H\\cell\\row\\pard I\\par',
      ),
    );
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([
      'A',
      [
        ['B', 'C\nD'],
        ['E', ''],
      ],
      'F',
      'G',
      'H',
      'I',
    ]);
    expect(blocks.map((block) => block.line)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('has notes and boxes after the paragraph they stand in', async () => {
    expect(
      await linesOf(
        'A{\\super\\chftn{\\footnote\\pard\\plain\\chftn  N\\par}}{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn fillColor}{\\sv 1}}{\\shptxt\\pard X\\par Y\\par}}{\\shprslt X}}B\\par C\\par',
      ),
    ).toEqual(['AB', '〔注〕N', 'X', 'Y', 'C']);
  });

  test('gives hints and its look', async () => {
    const source = await readBytes(
      rtf(
        "\\pard\\s1\\qc\\f1\\fs44\\b A\\par\\pard\\plain\\cufi200\\fs32{\\f1 B\\'a1\\'a3}{\\cf1 C}\\par\\pard\\plain\\qr\\fs32\\fi640 D\\par",
      ),
    );
    expect(paragraphsOf(source)).toMatchObject([
      {
        text: 'A',
        hints: { outlineLevel: 1, bold: true, align: 'center', sizePt: 22, face: '黑体' },
      },
      {
        text: 'B。C',
        hints: { boldLead: 2, align: null },
        look: {
          indent: 2,
          runs: [
            { start: 0, end: 2, face: '黑体', colour: null },
            { start: 2, end: 3, face: 'Times New Roman', colour: '#ff0000' },
          ],
        },
      },
      { text: 'D', hints: { align: 'right' }, look: { indent: 2 } },
    ]);
  });

  test('that breaks off is read as far as it goes, and says so', async () => {
    const source = await readBytes(rtf('A\\par B\\par').slice(0, -1));
    expect(printed(source)).toEqual(['A', 'B']);
    expect(source.notices).toEqual([{ code: 'read/cut-short' }]);
  });

  test('that nests, repeats or claims absurd lengths is refused or read in time', async () => {
    expect(await refusalOf(rtf('{'.repeat(5000)))).toBe('import/suspicious');
    expect(await refusalOf(rtf('A\\b '.repeat(3_000_000)))).toBe('import/suspicious');
    expect(await refusalOf(rtf('A\\par '.repeat(300_000)))).toBe('import/not-a-report');
    expect(await linesOf('A\\bin2000000000 B\\par')).toEqual(['A']);
    expect(await linesOf(`A\\par{\\pict ${'0'.repeat(8_000_000)}}B\\par`)).toEqual(['A', 'B']);
    expect((await readBytes(rtf('A\\cell'.repeat(100_000)))).blocks).toHaveLength(1);
    expect(await refusalOf(rtf(''))).toBe('import/no-text');
  });

  test('that is damaged is a value in every case', async () => {
    const file = rtf(
      `{\\listtext 1.}${unicode('青石镇')}\\par\\trowd\\intbl A\\cell\\row{\\footnote B}\\'c7\\'e0{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par`,
    );
    const spot = fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(spot, { minLength: 1, maxLength: 6 }),
        fc.nat(file.length),
        async (spots, length) => {
          const bytes = Uint8Array.from(file);
          for (const [at, mask] of spots) bytes[at] = (bytes[at] ?? 0) ^ mask;
          const whole = await readSource('坏.rtf', bytes);
          const cut = await readSource('短.rtf', file.slice(0, length));
          expect([typeof whole.ok, typeof cut.ok]).toEqual(['boolean', 'boolean']);
        },
      ),
      { numRuns: 300, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
    );
  });
});

describe.runIf(available)('an RTF file of LibreOffice', () => {
  const numbering =
    family(1, level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）')) +
    list(1, 1);
  const body = [
    words('青石镇2025年度法治政府建设情况报告', '<w:jc w:val="center"/>'),
    listed('主要举措', 1),
    listed('学习“放管服”——A', 1, 1),
    listed('执法', 1, 1),
    listed('不足', 1),
    table([
      [words('事项'), words('件数')],
      [words('复议'), words('3') + words('（含1件）')],
    ]),
    paragraph(
      `${run('标题。', '<w:b/><w:rFonts w:eastAsia="黑体"/>')}${run('正文')}<w:r><w:br/></w:r>${run('𠀀㙟')}`,
    ),
    paragraph(`${run('末段')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    words('青石镇人民政府', '<w:jc w:val="right"/>'),
  ].join('');
  const docx = buildDocx({
    body,
    numbering,
    footnotes: `<w:footnote w:id="2">${words('脚注的话')}</w:footnote>`,
  });

  test('reads as the .docx it was made of, also when it is named .doc', async () => {
    const bytes = convert([docx], 'docx', 'rtf')[0] ?? new Uint8Array();
    const result = await readSource('报告.doc', bytes);
    if (!result.ok) throw new Error(result.error.code);
    const original = await readBytes(docx);
    expect(printed(result.value)).toEqual(printed(original));
    const tables = (source: typeof original) =>
      source.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    expect(tables(result.value)).toEqual(tables(original));
    const hints = paragraphsOf(result.value).map(({ hints: { align, boldLead } }) => [
      align,
      boldLead,
    ]);
    expect(hints).toEqual([
      ['center', 0],
      ['left', 0],
      ['left', 0],
      ['left', 0],
      ['left', 0],
      ['left', 3],
      ['left', 0],
      [null, 0],
      ['right', 0],
    ]);
    expect(result.value.notices).toEqual([]);
  });
});
