import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceParagraph } from '../../../../core/segment/index.ts';
import { lookOf } from '../../../../electron/docx/read/look.ts';
import type { Piece } from '../../../../electron/docx/read/pieces.ts';
import { type DocxPieces, paragraph, run, words } from '../../../support/docx-fixtures.ts';
import { paragraphsOf, readBytes, readPieces } from './reading.ts';

const piece: fc.Arbitrary<Piece> = fc.record({
  text: fc.constantFrom('', '法', '治 ', '政府\n', '𠀀'),
  bold: fc.boolean(),
  sizePt: fc.constantFrom(null, 16, 22),
  face: fc.constantFrom(null, '黑体'),
  colour: fc.constantFrom(null, '#ff0000'),
});

async function first(pieces: DocxPieces): Promise<SourceParagraph> {
  const [paragraphRead] = paragraphsOf(await readPieces(pieces));
  if (!paragraphRead) throw new Error('no paragraph');
  return paragraphRead;
}

async function firstOfPage(body: string): Promise<SourceParagraph> {
  const [paragraphRead] = paragraphsOf(await readBytes(Buffer.from(`<html><body>${body}`)));
  if (!paragraphRead) throw new Error('no paragraph');
  return paragraphRead;
}

describe('the look of a paragraph', () => {
  test('covers its text without gaps, and no two neighbours look alike', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { runs } = lookOf(pieces, 2);
        const text = pieces.map((one) => one.text).join('');
        expect(runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        let end = 0;
        for (const [index, one] of runs.entries()) {
          expect([one.start, one.end > one.start]).toEqual([end, true]);
          end = one.end;
          const next = runs[index + 1];
          if (next) expect({ ...next, start: 0, end: 0 }).not.toEqual({ ...one, start: 0, end: 0 });
        }
      }),
    );
  });

  test('comes to a .docx through its defaults, its styles and its own words', async () => {
    const styles = [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
      '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:sz w:val="32"/><w:color w:val="FF0000"/></w:rPr></w:style>',
    ].join('');
    const body = paragraph(
      run('甲') +
        run('乙', '<w:color w:val="auto"/><w:b/>') +
        run('丙', '<w:color w:val="000000"/><w:b/>'),
      '<w:pStyle w:val="a"/>',
    );
    const { text, look } = await first({ styles, body });
    expect(text).toBe('甲乙丙');
    expect(look).toEqual({
      indent: 2,
      runs: [
        { start: 0, end: 1, bold: false, sizePt: 16, face: '宋体', colour: '#ff0000' },
        { start: 1, end: 3, bold: true, sizePt: 16, face: '宋体', colour: null },
      ],
    });
  });

  test('is plain again where two styles both switch bold on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="c"><w:rPr><w:b/></w:rPr></w:style>';
    const body = paragraph(
      run('甲') + run('乙', '<w:rStyle w:val="c"/>') + run('丙', '<w:rStyle w:val="c"/><w:b/>'),
      '<w:pStyle w:val="p"/>',
    );
    const { look } = await first({ styles, body });
    expect(look?.runs.map((one) => one.bold)).toEqual([true, false, true]);
  });

  test.each([
    ['<w:ind w:firstLine="640"/>', 2],
    ['<w:ind w:firstLineChars="0" w:firstLine="480"/>', 1.5],
    ['<w:ind w:firstLine="100" w:hanging="320"/>', -1],
    ['<w:ind w:hangingChars="150" w:hanging="1"/>', -1.5],
    ['<w:ind w:left="640"/>', 0],
  ])('measures the indent of %s by the size of its letters', async (properties, indent) => {
    const { look } = await first({
      body: paragraph(run('正文', '<w:sz w:val="32"/>'), properties),
    });
    expect(look?.indent).toBe(indent);
  });

  test('of a .docx paragraph in one look is one run, in however many pieces it was written', async () => {
    const { look } = await first({
      body: paragraph(['甲', '乙', '丙'].map((sign) => run(sign)).join('')),
    });
    expect(look?.runs).toMatchObject([{ start: 0, end: 3, sizePt: null, face: null }]);
    expect((await first({ body: words('丁') })).look?.indent).toBe(0);
  });

  test('comes to a web page from elements and their own styles only', async () => {
    const { text, look, hints } = await firstOfPage(
      '<style>p{color:red}</style><p style="text-indent:2em;font-family:仿宋_GB2312,serif;font-size:16pt;text-align:right">甲<b>乙</b><span style="color:#C00">丙</span><span style="color:rgb(0,0,0)">丁</span></p>',
    );
    expect(text).toBe('甲乙丙丁');
    expect(hints).toMatchObject({ align: 'right', sizePt: 16, face: '仿宋_GB2312' });
    const plain = { bold: false, sizePt: 16, face: '仿宋_GB2312', colour: null };
    expect(look).toEqual({
      indent: 2,
      runs: [
        { ...plain, start: 0, end: 1 },
        { ...plain, start: 1, end: 2, bold: true },
        { ...plain, start: 2, end: 3, colour: '#cc0000' },
        { ...plain, start: 3, end: 4 },
      ],
    });
  });

  test.each([
    ['<p>　　正文', 2],
    ['<p style="font-size:20px;text-indent:40px">正文', 2],
    ['<p style="text-indent:32.1pt;mso-char-indent-count:2.0">正文', 2],
    ['<p style="text-indent:-21pt;font-size:10.5pt">正文', -2],
    ['<p style="text-indent:wide">正文', 0],
  ])('of %s is indented as it stands', async (body, indent) => {
    expect((await firstOfPage(body)).look?.indent).toBe(indent);
  });
});
