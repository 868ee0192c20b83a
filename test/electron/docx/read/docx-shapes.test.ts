import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import * as fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  documentPart,
  family,
  level,
  list,
  paragraph,
  run,
  table,
  words,
} from '../../../support/docx-fixtures.ts';
import { paragraphsOf, printed, readBytes, readPieces } from './reading.ts';

async function textsOf(body: string): Promise<readonly string[]> {
  return printed(await readPieces({ body }));
}

const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const box = (text: string) => `<w:txbxContent>${words(text)}</w:txbxContent>`;
const heading = '<w:rFonts w:eastAsia="楷体_GB2312"/>';
const plainFace = '<w:rFonts w:eastAsia="仿宋_GB2312"/>';

describe('words of a Word file', () => {
  test('come back exactly, whatever they are', async () => {
    const line = fc
      .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, ''))
      .filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        expect(await textsOf(lines.map((text) => words(text)).join(''))).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });

  test('are one whole over many runs, links, controls and smart tags', async () => {
    const body = paragraph(
      `${run('青石')}<w:hyperlink r:id="r9">${run('镇人民')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="不是正文"/></w:sdtPr><w:sdtContent>${run('政府')}</w:sdtContent></w:sdt><w:smartTag w:element="x">${run('年度')}</w:smartTag><w:proofErr w:type="spellStart"/>${run('报告')}`,
    );
    expect(await textsOf(body)).toEqual(['青石镇人民政府年度报告']);
  });

  test('soft returns are line breaks, tabs are tabs, page breaks are nothing', async () => {
    const body = paragraph(
      `${run('上')}<w:r><w:br/></w:r>${run('中')}<w:r><w:tab/><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>${run('下')}<w:r><w:cr/><w:t>末</w:t></w:r>`,
    );
    expect(await textsOf(body)).toEqual(['上\n中\t下\n末']);
  });

  test('full-width indents stay, blanks without preserve do not', async () => {
    const body = '<w:p><w:r><w:t>  　　首行 </w:t></w:r></w:p>';
    expect(await textsOf(body)).toEqual(['　　首行']);
  });

  test('hyphens that do not break and known symbols are letters', async () => {
    const source = await readPieces({
      body: paragraph(
        `${run('A')}<w:r><w:noBreakHyphen/></w:r>${run('B')}${sym('Wingdings', 'F0FE')}${sym('Symbol', 'F0B7')}${sym('宋体', '2103')}${sym('Webdings', 'F04A')}`,
      ),
    });
    expect(printed(source)).toEqual(['A-B☑•℃']);
    expect(source.notices).toEqual([{ code: 'read/characters-removed', count: 1 }]);
  });

  test('of a field are its result, not its instruction', async () => {
    const body = paragraph(
      `${run('共')}${field('begin')}${code(' NUMPAGES ')}${field('separate')}${run('12')}${field('end')}${run('页')}<w:fldSimple w:instr="DATE">${run('今日')}</w:fldSimple>`,
    );
    expect(await textsOf(body)).toEqual(['共12页今日']);
    const circled = paragraph(
      `${field('begin')}${code('eq \\o\\ac(○,3)')}${field('end')}${run('条')}`,
    );
    expect(await textsOf(circled)).toEqual(['③条']);
  });

  test('of a field that never ends are not swallowed', async () => {
    const broken = paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>',
    );
    expect(await textsOf(broken + words('后文'))).toEqual(['后文']);
  });

  test('of ruby are the base', async () => {
    const body = paragraph(
      `<w:r><w:ruby><w:rt>${run('qīng')}</w:rt><w:rubyBase>${run('青')}</w:rubyBase></w:ruby></w:r>${run('石')}`,
    );
    expect(await textsOf(body)).toEqual(['青石']);
  });

  test('in a text box come once, after their paragraph', async () => {
    const body = paragraph(
      `${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('框内')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('框内')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('续')}`,
    );
    expect(await textsOf(body + words('下段'))).toEqual(['正文续', '框内', '下段']);
  });

  test('in footnotes and endnotes follow their paragraph', async () => {
    const source = await readPieces({
      body:
        paragraph(
          `${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>`,
        ) + words('下段'),
      footnotes: `<w:footnote w:type="separator" w:id="0">${words('——')}</w:footnote><w:footnote w:id="2">${words('脚注的话')}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${words('尾注的话')}</w:endnote>`,
    });
    expect(printed(source)).toEqual(['正文', '〔注〕脚注的话', '〔注〕尾注的话', '下段']);
  });

  test('in headers are not the document', async () => {
    const source = await readPieces({ body: words('正文'), header: words('页眉') });
    expect(printed(source)).toEqual(['正文']);
  });
});

describe('tracked changes', () => {
  test('insertions are taken, deletions left out, both are told', async () => {
    const source = await readPieces({
      body: paragraph(
        `${run('全年')}<w:ins w:id="1">${run('新')}</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom w:id="3">${run('移')}</w:moveFrom><w:moveTo w:id="4">${run('到')}</w:moveTo>${run('了')}`,
      ),
    });
    expect(printed(source)).toEqual(['全年新到了']);
    expect(source.notices).toEqual([{ code: 'read/tracked-changes', insertions: 2, deletions: 2 }]);
  });

  test('a deleted paragraph mark joins two paragraphs', async () => {
    const body =
      words('上半', '<w:rPr><w:del w:id="1"/></w:rPr>') + words('下半', '<w:jc w:val="center"/>');
    const [only, ...rest] = paragraphsOf(await readPieces({ body }));
    expect(only?.text).toBe('上半下半');
    expect(only?.hints.align).toBe('center');
    expect(rest).toEqual([]);
  });
});

describe('a heading that prints on the line of its paragraph', () => {
  test('is one with it, and keeps its number and level', async () => {
    const numbering = family(1, level(0, 'chineseCounting', '（%1）')) + list(1, 1);
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const separator = '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>';
    const body = paragraph(run('规范执法。', '<w:b/>'), numPr + separator) + words('全年检查。');
    expect(paragraphsOf(await readPieces({ numbering, body }))).toMatchObject([
      { label: '（一）', text: '规范执法。全年检查。', hints: { outlineLevel: 2, boldLead: 5 } },
    ]);
  });
});

describe('what is left out is told', () => {
  test('hidden words, pictures, comments and formulas are counted', async () => {
    const picture = '<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r>';
    const source = await readPieces({
      body: paragraph(
        `${run('正文')}${run('暗', '<w:vanish/>')}${picture}${picture}<w:r><w:commentReference w:id="1"/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`,
      ),
    });
    expect(printed(source)).toEqual(['正文']);
    expect(source.notices).toEqual([
      { code: 'read/left-out', what: 'picture', count: 2 },
      { code: 'read/left-out', what: 'comment', count: 1 },
      { code: 'read/left-out', what: 'formula', count: 1 },
      { code: 'read/left-out', what: 'hidden', count: 1 },
    ]);
  });

  test('a drawn line, as under a red letterhead, is no picture', async () => {
    const line = '<w:r><w:pict><v:line from="0,0" to="9,0"/></w:pict></w:r>';
    const source = await readPieces({ body: paragraph(run('青石镇人民政府') + line) });
    expect(source.notices).toEqual([]);
  });

  test('characters that XML forbids cost themselves only', async () => {
    const part = documentPart(words('前\u0008后') + words('&#x1c;').replace('&amp;#', '&#'));
    const source = await readPieces({
      body: '',
      parts: { 'word/document.xml': strToU8(part.replace('</w:body>', `${words('末')}</w:body>`)) },
    });
    expect(printed(source)).toEqual(['前后', '末']);
    expect(source.notices).toEqual([{ code: 'read/characters-removed', count: 2 }]);
  });
});

describe('tables', () => {
  test('are rows of cells', async () => {
    const body =
      words('前') +
      table([
        [words('事项'), words('件数')],
        [words('复议'), words('3')],
      ]) +
      words('后');
    const { blocks } = await readPieces({ body });
    expect(blocks[1]).toMatchObject({
      kind: 'table',
      rows: [
        ['事项', '件数'],
        ['复议', '3'],
      ],
    });
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  test('merged cells leave the places they cover empty', async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${words('合计')}`;
    const top = `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${words('上')}`;
    const below = `<w:tcPr><w:vMerge/></w:tcPr>${words('')}`;
    const body = table([
      [top, words('a'), words('b')],
      [below, wide],
      [words('c'), words('d'), words('e')],
    ]);
    const { blocks } = await readPieces({ body });
    expect(blocks).toMatchObject([
      {
        rows: [
          ['上', 'a', 'b'],
          ['', '合计', ''],
          ['c', 'd', 'e'],
        ],
      },
    ]);
  });

  test('nested in a cell are lines of that cell', async () => {
    const inner = table([
      [words('甲'), words('乙')],
      [words('丙'), words('丁')],
    ]);
    const { blocks } = await readPieces({ body: table([[words('外') + inner, words('右')]]) });
    expect(blocks).toMatchObject([{ rows: [['外\n甲\t乙\n丙\t丁', '右']] }]);
  });

  test('of one column only frame paragraphs', async () => {
    const body = table([[words('青石镇') + words('年度报告')], [words('正文很长')]]);
    expect(await textsOf(body)).toEqual(['青石镇', '年度报告', '正文很长']);
  });

  test('a thousandfold span is not believed', async () => {
    const cell = `<w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr>${words('宽')}`;
    const { blocks } = await readPieces({ body: table([[cell, words('右')]]) });
    expect(blocks[0]?.kind === 'table' && blocks[0].rows[0]?.length).toBeLessThan(100);
  });
});

describe('hints', () => {
  test('the lead of a run-in heading is measured by bold or by face', async () => {
    const body = [
      paragraph(run('推进依法决策。', '<w:b/>') + run('全年审查文件。')),
      paragraph(run('规范执法。', heading) + run('全年检查。', plainFace)),
      words('全是正文。'),
      paragraph(run('整段加粗', '<w:b/>')),
      paragraph(run('正文在前', plainFace) + run('后加粗', '<w:b/>')),
    ].join('');
    const hints = paragraphsOf(await readPieces({ body })).map((block) => block.hints);
    expect(hints.map(({ boldLead }) => boldLead)).toEqual([7, 5, 0, 0, 0]);
    expect(hints.map(({ bold }) => bold)).toEqual([false, false, false, true, false]);
    expect(hints[1]?.face).toBe('楷体_GB2312');
  });

  test('size, face, place and outline level come through styles and what they are based on', async () => {
    const styles = [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Base"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="u"><w:name w:val="Child"/><w:basedOn w:val="t"/><w:rPr><w:b/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="heading 3"/></w:style>',
      '<w:style w:type="character" w:styleId="c"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
    ].join('');
    const body = [
      words('子样式', '<w:pStyle w:val="u"/>'),
      words('正文'),
      words('三级', '<w:pStyle w:val="h3"/>'),
      paragraph(
        run('强调', '<w:rStyle w:val="c"/>'),
        '<w:jc w:val="right"/><w:outlineLvl w:val="9"/>',
      ),
    ].join('');
    const hints = paragraphsOf(await readPieces({ styles, body })).map((block) => block.hints);
    expect(hints).toMatchObject([
      { outlineLevel: 2, align: 'center', sizePt: 16, face: '黑体', bold: true },
      { outlineLevel: null, align: null, sizePt: 16, face: '宋体', bold: false },
      { outlineLevel: 3 },
      { outlineLevel: null, align: 'right', bold: true },
    ]);
  });
});

describe('packages of every make', () => {
  test('strict namespaces, macro and template types, a missing rels part read alike', async () => {
    const body = words('正文');
    const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    expect(printed(await readPieces({ body, strict: true }))).toEqual(['正文']);
    expect(printed(await readPieces({ body, contentType: macro }))).toEqual(['正文']);
    expect(printed(await readPieces({ body, contentType: 'text/plain' }))).toEqual(['正文']);
    const without = ['_rels/.rels', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
    expect(printed(await readPieces({ body, without }))).toEqual(['正文']);
  });

  test('other prefixes for the same namespaces read alike', async () => {
    const part = documentPart(words('正文', '<w:jc w:val="center"/>'))
      .replaceAll('w:', 'ns0:')
      .replaceAll('xmlns:w=', 'xmlns:ns0=');
    const source = await readPieces({ body: '', parts: { 'word/document.xml': strToU8(part) } });
    expect(paragraphsOf(source)[0]).toMatchObject({ text: '正文', hints: { align: 'center' } });
  });

  test('parts in UTF-16 read alike', async () => {
    const part = documentPart(words('正文')).replace('UTF-8', 'UTF-16');
    const utf16 = Buffer.from(`\ufeff${part}`, 'utf16le');
    const source = await readPieces({ body: '', parts: { 'word/document.xml': utf16 } });
    expect(printed(source)).toEqual(['正文']);
  });

  test('a document part of another name is found by its relationship', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const source = await readPieces({
      body: words('旧的'),
      parts: {
        '_rels/.rels': strToU8(rels),
        'word/document2.xml': strToU8(documentPart(words('新的'))),
      },
    });
    expect(printed(source)).toEqual(['新的']);
  });

  test('what the docx library writes reads back', async () => {
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: '年度报告', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun({ text: '标题。', bold: true }), new TextRun('正文。')],
            }),
            new Table({
              rows: [
                new TableRow({
                  children: ['甲', '乙'].map(
                    (text) => new TableCell({ children: [new Paragraph(text)] }),
                  ),
                }),
              ],
            }),
          ],
        },
      ],
    });
    const { blocks } = await readBytes(await Packer.toBuffer(file));
    expect(blocks).toMatchObject([
      { text: '年度报告', hints: { outlineLevel: 1 } },
      { text: '标题。正文。', hints: { boldLead: 3 } },
      { kind: 'table', rows: [['甲', '乙']] },
    ]);
  });
});
