import { beforeAll, describe, expect, test } from 'vitest';
import { inspectDocx } from '../../../../electron/docx/inspect/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import { write } from '../write/package.ts';
import { changePart, dropPart } from './changed.ts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const SETTINGS = 'word/settings.xml';

/** Each breaks the schema in one place: what is broken, the part, the change. */
const breaks: readonly (readonly [string, string, (xml: string) => string])[] = [
  [
    'a style of a paragraph behind its alignment',
    DOCUMENT,
    (xml) => xml.replace(/<w:pPr>(<w:pStyle [^>]*>)/u, '<w:pPr><w:jc w:val="left"/>$1'),
  ],
  [
    'an element pPr does not know',
    DOCUMENT,
    (xml) => xml.replace('<w:pPr>', '<w:pPr><w:tblW w:w="0" w:type="auto"/>'),
  ],
  [
    'a paragraph property given twice',
    DOCUMENT,
    (xml) => xml.replace(/<w:pPr>(<w:pStyle [^>]*>)/u, '<w:pPr>$1$1'),
  ],
  [
    'properties behind the text of a run',
    DOCUMENT,
    (xml) => xml.replace(/<w:r>(<w:rPr>.*?<\/w:rPr>)(<w:t .*?<\/w:t>)<\/w:r>/su, '<w:r>$2$1</w:r>'),
  ],
  [
    'an element rPr does not know',
    DOCUMENT,
    (xml) => xml.replace('<w:rPr>', '<w:rPr><w:jc w:val="left"/>'),
  ],
  [
    'a page size behind the margins',
    DOCUMENT,
    (xml) => xml.replace(/(<w:pgSz [^>]*>)(<w:pgMar [^>]*>)/u, '$2$1'),
  ],
  [
    'a footer reference behind the page size',
    DOCUMENT,
    (xml) =>
      xml.replace(/(<w:footerReference [^>]*w:type="even"[^>]*>)(.*?)(<w:pgSz [^>]*>)/su, '$2$3$1'),
  ],
  [
    'table properties in another order',
    DOCUMENT,
    (xml) => xml.replace(/(<w:tblW [^>]*>)(.*?)(<w:tblLayout [^>]*>)/su, '$3$2$1'),
  ],
  ['a table without a grid', DOCUMENT, (xml) => xml.replace(/<w:tblGrid>.*?<\/w:tblGrid>/su, '')],
  [
    'cell properties in another order',
    DOCUMENT,
    (xml) => xml.replace(/(<w:tcW [^>]*>)(<w:vAlign [^>]*>)/u, '$2$1'),
  ],
  ['a row within a cell', DOCUMENT, (xml) => xml.replace('</w:tcPr>', '</w:tcPr><w:tr/>')],
  [
    'an unknown row property',
    DOCUMENT,
    (xml) => xml.replace('<w:trPr>', '<w:trPr><w:pStyle w:val="x"/>'),
  ],
  [
    'a style whose name stands behind its parent',
    STYLES,
    (xml) => xml.replace(/(<w:name [^>]*>)(<w:basedOn [^>]*>)/u, '$2$1'),
  ],
  [
    'a style whose letters stand before its lines',
    STYLES,
    (xml) =>
      xml.replace(
        /(<w:pPr>(?:(?!<w:style).)*?<\/w:pPr>)(<w:rPr>.*?<\/w:rPr>)<\/w:style>/su,
        '$2$1</w:style>',
      ),
  ],
  [
    'settings in another order',
    SETTINGS,
    (xml) =>
      xml.replace(/(<w:evenAndOddHeaders[^>]*>)(.*?)(<w:compat>.*?<\/w:compat>)/su, '$3$2$1'),
  ],
  [
    'an unknown setting',
    SETTINGS,
    (xml) => xml.replace('<w:compat>', '<w:jc w:val="left"/><w:compat>'),
  ],
];

describe('faults of the package and its XML', () => {
  let docx = new Uint8Array();
  beforeAll(async () => {
    docx = new Uint8Array(await write(buildVariedReport()));
  });

  test('a file of our own has none, and the Open XML SDK finds none', async () => {
    expect(inspectDocx(docx).faults).toEqual([]);
    expect(await listSchemaErrors(docx)).toEqual([]);
  });

  test.each(breaks)('%s is told, as the Open XML SDK tells it', async (_name, part, change) => {
    const broken = changePart(docx, part, change);
    expect(await listSchemaErrors(broken)).not.toEqual([]);
    const faults = inspectDocx(broken).faults;
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.map((fault) => fault.part)).toContain(part);
  });

  test('a cell without a paragraph is told, at which Word takes the file for damaged', () => {
    const empty = changePart(docx, DOCUMENT, (xml) =>
      xml.replace(/(<w:tc><w:tcPr>.*?<\/w:tcPr>)<w:p>.*?<\/w:p><\/w:tc>/su, '$1</w:tc>'),
    );
    expect(inspectDocx(empty).faults).toEqual([{ part: DOCUMENT, what: 'w:tc 里缺少 w:p' }]);
  });

  test('a part whose type nobody declares is told', () => {
    const untyped = changePart(docx, '[Content_Types].xml', (xml) =>
      xml
        .replace(/<Override [^>]*PartName="\/word\/styles.xml"[^>]*>/u, '')
        .replace(/<Default [^>]*Extension="xml"[^>]*>/u, ''),
    );
    expect(inspectDocx(untyped).faults).toContainEqual({ part: STYLES, what: '没有声明类型' });
  });

  test('a relationship that leads nowhere is told', () => {
    const faults = inspectDocx(dropPart(docx, 'word/fontTable.xml')).faults;
    expect(faults).toEqual([
      { part: 'word/_rels/document.xml.rels', what: '指向的 word/fontTable.xml 不在文件里' },
    ]);
  });

  test('a reference to an unknown relationship is told', () => {
    const lost = changePart(docx, DOCUMENT, (xml) =>
      xml.replace(/(<w:footerReference [^>]*r:id=")[^"]*"/u, '$1rIdNone"'),
    );
    expect(inspectDocx(lost).faults).toContainEqual({
      part: DOCUMENT,
      what: '关系 rIdNone 不存在',
    });
  });

  test('a broken side part is told, and the rest is still read', () => {
    const broken = changePart(docx, SETTINGS, (xml) => xml.replace('</w:settings>', ''));
    const document = inspectDocx(broken);
    expect(document.faults.map(({ part }) => part)).toContain(SETTINGS);
    expect(document.sections[0]?.blocks.length).toBeGreaterThan(10);
  });
});
