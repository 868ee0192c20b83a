import { describe, expect, test } from 'vitest';
import { twip } from '../../../../core/layout/index.ts';
import type { PrintedDocument, PrintedParagraph } from '../../../../core/printed/index.ts';
import { inspectDocx, readDocxFile } from '../../../../electron/docx/inspect/index.ts';
import {
  buildDocx,
  type DocxPieces,
  family,
  level,
  list,
  listed,
  paragraph,
  run,
  table,
  words,
} from '../../../support/docx-fixtures.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';
import { write } from '../write/package.ts';

function inspect(pieces: DocxPieces): PrintedDocument {
  return inspectDocx(buildDocx(pieces));
}

/** Paragraphs of the body that stand in no table. */
function paragraphsOf({ sections }: PrintedDocument): readonly PrintedParagraph[] {
  return sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'paragraph');
}

const style = (id: string, content: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${id}"/>${content}</w:style>`;
const section = (content: string): string => `<w:sectPr>${content}</w:sectPr>`;

describe('letters', () => {
  test('take the nearest word of defaults, style chain, character style and run', () => {
    const styles = [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
      style('a', '<w:rPr><w:rFonts w:eastAsia="仿宋"/><w:b/></w:rPr>', ' w:default="1"'),
      style('b', '<w:basedOn w:val="a"/><w:rPr><w:sz w:val="32"/></w:rPr>'),
      '<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:b/><w:color w:val="ff0000"/></w:rPr></w:style>',
    ].join('');
    const [plain, styled] = paragraphsOf(
      inspect({
        styles,
        body:
          paragraph(run('甲'), '<w:pStyle w:val="b"/>') +
          paragraph(run('乙', '<w:rStyle w:val="c"/><w:rFonts w:hint="eastAsia"/>')),
      }),
    );
    expect(plain?.runs[0]).toMatchObject({
      face: '仿宋',
      latinFace: 'Calibri',
      size: 16,
      bold: true,
      color: 'auto',
      hintsChinese: false,
    });
    // bold in paragraph and character style is bold no longer
    expect(styled?.runs[0]).toMatchObject({
      bold: false,
      color: 'FF0000',
      size: 10.5,
      hintsChinese: true,
    });
  });

  test('of a theme carry its faces, by language where it names none', () => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>';
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>';
    const encode = (text: string) => new TextEncoder().encode(text);
    const document = inspect({
      body: paragraph(
        run('法治', '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'),
      ),
      parts: {
        'word/theme/theme1.xml': encode(theme),
        'word/_rels/document.xml.rels': encode(relations),
      },
    });
    expect(paragraphsOf(document)[0]?.runs[0]).toMatchObject({
      face: '等线',
      latinFace: 'Calibri',
    });
    expect(document.themeFaces).toEqual(['等线']);
  });
});

describe('lines', () => {
  test('take the list under the paragraph and over the style, and print its number', () => {
    const numbering =
      family(
        0,
        level(0, 'chineseCounting', '（%1）', '<w:suff w:val="nothing"/>').replace(
          '</w:lvl>',
          '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>',
        ),
      ) + list(1, 0);
    const [first, second] = paragraphsOf(
      inspect({ body: listed('甲', 1) + listed('乙', 1), numbering }),
    );
    expect([first?.label, second?.label]).toEqual(['（一）', '（二）']);
    expect(first?.labelEnd).toBe('nothing');
    expect(first?.indent).toEqual({ left: 420, right: 0, first: -420 });
  });

  test('measure indents in characters by their letters', () => {
    const [one] = paragraphsOf(
      inspect({
        body: paragraph(
          run('甲', '<w:spacing w:val="-5"/><w:sz w:val="32"/>'),
          '<w:ind w:firstLineChars="200" w:firstLine="420"/>',
        ),
      }),
    );
    expect(one?.indent.first).toBe(630);
  });

  test('leave space out between neighbours of one style that say so', () => {
    const spaced = '<w:spacing w:before="100" w:after="200"/><w:contextualSpacing/>';
    const [one, two] = paragraphsOf(inspect({ body: words('甲', spaced) + words('乙', spaced) }));
    expect([one?.spaceBefore, one?.spaceAfter, two?.spaceBefore, two?.spaceAfter]).toEqual([
      100, 0, 0, 200,
    ]);
  });

  test('keep frames, page breaks and revisions', () => {
    const [framed, broken] = paragraphsOf(
      inspect({
        body:
          words(
            '版记',
            '<w:framePr w:w="8844" w:vAnchor="margin" w:hAnchor="margin" w:yAlign="bottom"/>',
          ) +
          paragraph(
            '<w:del w:id="1" w:author="x"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:br w:type="page"/><w:t>新</w:t></w:r>',
          ),
      }),
    );
    expect(framed?.frame).toMatchObject({ width: 8844, vertical: { align: 'bottom' } });
    expect(broken?.runs.map(({ text, revision }) => [text, revision])).toEqual([
      ['旧', 'deleted'],
      ['\f新', null],
    ]);
  });
});

test('a section without a footer of its own has the one before', async () => {
  const footer = (id: string) => `<w:footerReference w:type="default" r:id="${id}"/>`;
  const body =
    paragraph(run('一'), section(`${footer('f')}<w:pgSz w:w="11906" w:h="16838"/>`)) +
    words('二') +
    section('<w:type w:val="continuous"/><w:pgSz w:w="16838" w:h="11906"/><w:titlePg/>');
  const encode = (text: string) => new TextEncoder().encode(text);
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const { sections } = inspect({
    body,
    parts: {
      'word/footer1.xml': encode(
        `<w:ftr xmlns:w="${main}"><w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "/></w:p></w:ftr>`,
      ),
      'word/_rels/document.xml.rels': encode(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>',
      ),
    },
  });
  expect(
    sections.map(({ begins, paper, hasFirstPage }) => [begins, paper.width, hasFirstPage]),
  ).toEqual([
    ['nextPage', 11906, false],
    ['continuous', 16838, true],
  ]);
  const fields = sections.map(({ footers }) =>
    footers.default?.[0]?.runs.map(({ field }) => field),
  );
  expect(fields).toEqual([
    [null, 'PAGE'],
    [null, 'PAGE'],
  ]);
});

test('a table gives its columns, spans and covered cells', () => {
  const body = table([
    [words('甲'), words('乙')],
    [words('丙'), words('丁')],
  ])
    .replace(
      '<w:tbl>',
      '<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>',
    )
    .replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>')
    .replace('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>');
  const [block] = inspect({ body: body + words('后') }).sections[0]?.blocks ?? [];
  expect(block).toMatchObject({
    type: 'table',
    columns: [1000, 2000],
    layout: 'fixed',
    rows: [{ isHeader: true, cells: [{ span: 2, width: 3000 }, {}] }, { isHeader: false }],
  });
});

describe('files that are no .docx', () => {
  const codeOf = (bytes: Uint8Array): string => {
    const result = readDocxFile('材料', bytes);
    return result.ok ? 'read' : result.error.code;
  };

  test('are refused as reading refuses them', () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(codeOf(new Uint8Array())).toBe('import/empty');
    expect(codeOf(encode('法治政府建设'))).toBe('import/unsupported');
    expect(codeOf(encode('%PDF-1.4'))).toBe('import/unsupported');
    expect(codeOf(encode('PK\u0003\u0004'))).toBe('import/damaged');
  });

  test('never make inspecting throw, wherever they are cut', async () => {
    const docx = await write(buildVariedReport());
    for (let at = 1; at <= 12; at += 1) {
      const cut = docx.slice(0, Math.floor((docx.length * at) / 13));
      expect(inspectDocx(cut).faults.length).toBeGreaterThan(0);
    }
  });
});

test('a long report of our own is inspected whole', async () => {
  const document = inspectDocx(await write(buildLongReport(20_000)));
  expect(paragraphsOf(document).length).toBeGreaterThan(100);
  expect(document.sections[0]?.margins.top).toBe(twip(2098));
  expect(document.evenAndOdd).toBe(true);
});
