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
import { paragraphsOf, printed, readBytes } from './reading.ts';
import { convert, hasSoffice } from './soffice.ts';

const available = hasSoffice('reading .doc');

/** The same document in the old format, as LibreOffice writes it. */
function oldWord(body: string, footnotes?: string): Uint8Array {
  const docx = buildDocx(footnotes === undefined ? { body } : { body, footnotes });
  return convert([docx], 'docx', 'doc')[0] ?? new Uint8Array();
}

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const body = [
  words('青石镇2025年度法治政府建设情况报告'),
  paragraph(`${run('一、推进')}<w:r><w:br/></w:r>${run('依法行政 “放管服”——A')}`),
  table([
    [words('事项'), words('件数'), words('')],
    [words('复议'), words('3') + words('（含1件）'), words('无')],
  ]),
  paragraph(
    `${run('全年')}<w:ins w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z">${run('新增')}</w:ins><w:del w:id="2" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>旧有</w:delText></w:r></w:del>${run('三件')}${run('暗语', '<w:vanish/>')}`,
  ),
  paragraph(
    `${run('共')}${field('begin')}<w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r>${field('separate')}${run('1')}${field('end')}${run('页')}`,
  ),
  paragraph(`${run('末段')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
].join('');
const footnotes = `<w:footnote w:id="2">${words('脚注的话')}</w:footnote>`;

describe.runIf(available)('a .doc', () => {
  const file = available ? oldWord(body, footnotes) : new Uint8Array();

  test('gives its paragraphs, tables and notes, without what was deleted or hidden', async () => {
    const source = await readBytes(file);
    expect(source.blocks.find((block) => block.kind === 'table')?.rows).toEqual([
      ['事项', '件数', ''],
      ['复议', '3\n（含1件）', '无'],
    ]);
    expect(printed(source)).toEqual([
      '青石镇2025年度法治政府建设情况报告',
      '一、推进\n依法行政 “放管服”——A',
      '全年新增三件',
      '共1页',
      '末段',
      '〔注〕脚注的话',
    ]);
    expect(source.notices).toEqual([
      { code: 'read/tracked-changes', insertions: 0, deletions: 1 },
      { code: 'read/left-out', what: 'hidden', count: 1 },
    ]);
  });

  test('prints its automatic numbers as the .docx it was made of does', async () => {
    const numbering =
      family(
        1,
        level(0, 'chineseCountingThousand', '%1、') +
          level(1, 'chineseCountingThousand', '（%2）') +
          level(2, 'decimal', '%3.') +
          level(3, 'decimalEnclosedCircle', '%4'),
      ) +
      family(2, level(0, 'bullet', '\uf0b7')) +
      family(3, level(0, 'upperLetter', '%1.').replace('w:start w:val="1"', 'w:start w:val="3"')) +
      list(1, 1) +
      list(2, 2) +
      list(3, 3);
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const depths = [0, 1, 2, 3, 3, 2, 1, 2, 0, 1];
    const docx = buildDocx({
      numbering,
      styles,
      body: [
        words('引言'),
        ...depths.map((depth, index) => listed(`事项${index}`, 1, depth)),
        listed('要点', 2),
        words('标题', '<w:pStyle w:val="1"/>'),
        words('标题', '<w:pStyle w:val="1"/>'),
        table([[listed('格', 3), words('乙')]]),
        words('末段'),
      ].join(''),
    });
    const source = await readBytes(convert([docx], 'docx', 'doc')[0] ?? new Uint8Array());
    const original = await readBytes(docx);
    expect(printed(source)).toEqual(printed(original));
    expect(printed(source).slice(1, 4)).toEqual(['一、事项0', '（一）事项1', '1.事项2']);
    expect(source.blocks.find((block) => block.kind === 'table')).toMatchObject({
      rows: [['E.格', '乙']],
    });
    const levels = paragraphsOf(source).flatMap(({ hints }) => hints.outlineLevel ?? []);
    expect(levels).toEqual([1, 1]);
    expect(source.notices).toEqual([]);
  });

  test('tells bold words and the place of its lines', async () => {
    const marked = [
      words('青石镇年度报告', '<w:jc w:val="center"/>'),
      paragraph(run('加强学习。', '<w:b/>') + run('全年六次。')),
      paragraph(run('力量薄弱', '<w:b/>')),
      words('青石镇人民政府', '<w:jc w:val="right"/>'),
    ].join('');
    const hints = paragraphsOf(await readBytes(oldWord(marked))).map((one) => one.hints);
    expect(hints).toMatchObject([
      { align: 'center', bold: false, boldLead: 0 },
      { bold: false, boldLead: 5 },
      { bold: true, boldLead: 0 },
      { align: 'right', bold: false },
    ]);
  });

  test('whose list tables are broken has its words, and its lost numbers are counted', async () => {
    const numbering = family(1, level(0, 'chineseCounting', '%1、')) + list(1, 1);
    const docx = buildDocx({ numbering, body: words('引言') + listed('成效', 1) });
    const bytes = Buffer.from(convert([docx], 'docx', 'doc')[0] ?? new Uint8Array());
    const beginning = bytes.indexOf(Uint8Array.of(0xec, 0xa5));
    bytes.writeUInt32LE(0, beginning + 0x2e6);
    const source = await readBytes(bytes);
    expect(printed(source)).toEqual(['引言', '成效']);
    expect(source.notices).toEqual([{ code: 'read/left-out', what: 'number', count: 1 }]);
  });

  test('of many paragraphs comes back whole', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, index) => `（${index}）全年审查规范性文件若干件，开展执法检查${index}次。`,
    );
    const long = oldWord(lines.map((line) => words(line)).join(''));
    expect(printed(await readBytes(long))).toEqual(lines);
  });

  test('that is damaged is a value in every case', async () => {
    const spot = fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }));
    // Most of such a file is text; its header and tables are where damage bites.
    const early = fc.tuple(fc.nat({ max: 2047 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(spot, early), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: file.length }),
        async (spots, length) => {
          const bytes = Uint8Array.from(file);
          for (const [at, mask] of spots) bytes[at] = (bytes[at] ?? 0) ^ mask;
          const whole = await readSource('坏.doc', bytes);
          const cut = await readSource('短.doc', bytes.slice(0, length));
          expect([typeof whole.ok, typeof cut.ok]).toEqual(['boolean', 'boolean']);
        },
      ),
      { numRuns: 300, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
    );
  });
});
