import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  type DocxPieces,
  documentPart,
  family,
  level,
  list,
  listed,
  paragraph,
  run,
  table,
  words,
} from '../../../support/docx-fixtures.ts';
import { paragraphsOf, printed, readPieces } from './reading.ts';

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const result = (instruction: string, content: string) =>
  field('begin') + code(instruction) + field('separate') + content + field('end');
const tab = '<w:r><w:tab/></w:r>';

async function lines(pieces: DocxPieces): Promise<readonly string[]> {
  return printed(await readPieces(pieces));
}

describe('headings without numbers', () => {
  test('of a style have its outline level, also by its name alone', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="小标题"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="正文"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>';
    const body = ['1', 'a5', 'b'].map((id) => words('甲', `<w:pStyle w:val="${id}"/>`)).join('');
    const levels = paragraphsOf(await readPieces({ styles, body })).map(
      (one) => one.hints.outlineLevel,
    );
    expect(levels).toEqual([1, 1, null]);
  });

  test('are told by bold throughout, by bold before plain words, and not by bold within', async () => {
    const bold = (text: string) => run(text, '<w:b/>');
    const body = [
      paragraph(bold('加强学习') + run(' ')),
      paragraph(bold('加强学习。') + run('全年六次。')),
      paragraph(run('全年') + bold('六次')),
      paragraph(run('加强', '<w:b w:val="0"/>')),
    ].join('');
    const hints = paragraphsOf(await readPieces({ body })).map(
      ({ hints: { bold: whole, boldLead } }) => [whole, boldLead],
    );
    expect(hints).toEqual([
      [true, 0],
      [false, 5],
      [false, 0],
      [false, 0],
    ]);
  });
});

describe('fields', () => {
  test('of a table of contents are left out line by line and counted', async () => {
    const entry = (text: string, page: string) =>
      `<w:hyperlink w:anchor="_Toc1">${run(text)}${tab}${result(' PAGEREF _Toc1 \\h ', run(page))}</w:hyperlink>`;
    const body = [
      paragraph(
        field('begin') + code(' TOC \\o "1-2" ') + field('separate') + entry('一、成效', '1'),
      ),
      paragraph(entry('二、不足', '12')),
      paragraph(field('end')),
      words('一、成效'),
    ].join('');
    const source = await readPieces({ body });
    expect(printed(source)).toEqual(['一、成效']);
    expect(source.notices).toEqual([{ code: 'read/left-out', what: 'contents', count: 2 }]);
  });

  test('of a table of contents that never ends do not swallow the paper', async () => {
    const body =
      paragraph(field('begin') + code(' TOC ') + field('separate') + run('目录')) + words('正文。');
    expect(await lines({ body })).toEqual(['目录', '正文。']);
  });

  test('of a page number are nothing, of a reference their result', async () => {
    const body = paragraph(
      `${run('见')}${result(' REF _Ref1 \\h ', run('第三条'))}${result(' PAGE ', run('7'))}<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">${run('7')}</w:fldSimple>${run('。')}`,
    );
    expect(await lines({ body })).toEqual(['见第三条。']);
  });

  test('within fields print the inner result', async () => {
    const inner = result(' QUOTE "x" ', run('不是'));
    const body = paragraph(
      field('begin') +
        code(' IF ') +
        inner +
        code(' ') +
        field('separate') +
        run('是') +
        field('end'),
    );
    expect(await lines({ body })).toEqual(['是']);
  });
});

describe('what wraps words', () => {
  test('moves are taken at their new place only', async () => {
    const moved = (name: string, text: string) => `<w:${name} w:id="1">${run(text)}</w:${name}>`;
    const body =
      paragraph(moved('moveFrom', '甲') + run('乙')) + paragraph(run('丙') + moved('moveTo', '甲'));
    const source = await readPieces({ body });
    expect(printed(source)).toEqual(['乙', '丙甲']);
    expect(source.notices).toEqual([{ code: 'read/tracked-changes', insertions: 1, deletions: 1 }]);
  });

  test('content controls, custom XML and smart tags around paragraphs, rows and words are open', async () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const row = `<w:tr><w:tc>${words('甲')}</w:tc>${control(`<w:tc>${words('乙')}</w:tc>`)}</w:tr>`;
    const body = `${control(words('首'))}<w:customXml w:element="a">${words('次')}</w:customXml><w:tbl>${control(row)}</w:tbl>${paragraph(control(run('末')))}`;
    const { blocks } = await readPieces({ body });
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([
      '首',
      '次',
      [['甲', '乙']],
      '末',
    ]);
  });

  test('a box of VML alone is read, and one in a table stays in its cell', async () => {
    const box = (text: string) =>
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${words(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect(await lines({ body: paragraph(run('正文') + box('框内')) })).toEqual(['正文', '框内']);
    const { blocks } = await readPieces({
      body: table([[paragraph(run('甲') + box('框')), words('乙')]]),
    });
    expect(blocks).toMatchObject([{ rows: [['甲\n框', '乙']] }]);
  });

  test('an imported piece of another file is counted, not fetched', async () => {
    const source = await readPieces({ body: `${words('正文')}<w:altChunk r:id="r5"/>` });
    expect(printed(source)).toEqual(['正文']);
    expect(source.notices).toEqual([{ code: 'read/left-out', what: 'embedded', count: 1 }]);
  });

  test('formulas between words are counted and cost no words', async () => {
    const body = paragraph(`${run('增长')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run('倍')}`);
    const source = await readPieces({ body });
    expect(printed(source)).toEqual(['增长倍']);
    expect(source.notices).toEqual([{ code: 'read/left-out', what: 'formula', count: 1 }]);
  });

  test('words hidden by a style are left out, and shown again by the run', async () => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
    const hidden = '<w:rStyle w:val="h"/>';
    const body = paragraph(run('甲', hidden) + run('乙', `${hidden}<w:vanish w:val="0"/>`));
    const source = await readPieces({ styles, body });
    expect(printed(source)).toEqual(['乙']);
    expect(source.notices).toEqual([{ code: 'read/left-out', what: 'hidden', count: 1 }]);
  });
});

describe('numbers', () => {
  test('begun anew by their own list start where it says, once', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>';
    const numbering =
      family(1, level(0, 'chineseCountingThousand', '第%1条')) + list(1, 1) + list(2, 1, override);
    const body = [listed('甲', 1), listed('乙', 2), listed('丙', 2), listed('丁', 1)].join('');
    expect(await lines({ numbering, body })).toEqual([
      '第一条甲',
      '第三条乙',
      '第四条丙',
      '第五条丁',
    ]);
  });

  test.each([
    ['chineseCounting', ['一', '十', '十一', '二十']],
    ['chineseCountingThousand', ['一', '十', '十一', '二十']],
    ['ideographTraditional', ['甲', '癸', '11', '20']],
    ['decimalEnclosedCircle', ['①', '⑩', '⑪', '⑳']],
    ['upperLetter', ['A', 'J', 'K', 'T']],
    ['lowerLetter', ['a', 'j', 'k', 't']],
    ['upperRoman', ['I', 'X', 'XI', 'XX']],
    ['lowerRoman', ['i', 'x', 'xi', 'xx']],
    ['decimalZero', ['01', '10', '11', '20']],
  ])('of %s print as Word prints them', async (format, expected) => {
    const numbering = family(1, level(0, format, '%1')) + list(1, 1);
    const body = Array.from({ length: 20 }, () => listed('项', 1)).join('');
    const labels = paragraphsOf(await readPieces({ numbering, body })).map((one) => one.label);
    expect([0, 9, 10, 19].map((index) => labels[index])).toEqual(expected);
  });

  test.each(['tab', 'space', 'nothing'])('followed by %s are labels without it', async (suff) => {
    const numbering =
      family(1, level(0, 'decimal', '%1.', `<w:suff w:val="${suff}"/>`)) + list(1, 1);
    expect(paragraphsOf(await readPieces({ numbering, body: listed('甲', 1) }))).toMatchObject([
      { label: '1.', text: '甲' },
    ]);
  });
});

describe('a package', () => {
  test('without its content types, or with more of everything, reads alike', async () => {
    const body = words('正文');
    expect(await lines({ body, without: ['[Content_Types].xml'] })).toEqual(['正文']);
    const parts = {
      'word/comments.xml': strToU8(documentPart(words('批注'))),
      'word/glossary/document.xml': strToU8(documentPart(words('构建基块'))),
      'customXml/item1.xml': strToU8('<a>自定义</a>'),
    };
    expect(await lines({ body, parts })).toEqual(['正文']);
  });
});
