import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templatePlaces } from '../../../../core/api/index.ts';
import { emptyFacts, standardLayout } from '../../../../core/layout/index.ts';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  emptyClosing,
} from '../../../../core/model/index.ts';
import {
  findMarks,
  namePlace,
  writeIntoTemplate,
} from '../../../../electron/docx/template/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { bodyMark, buildOfficeDocx, paragraph, readWords, run } from './office-template.ts';

const report = buildReport(2025, {
  title: '2025年法治政府建设年度报告',
  addressee: '云岭县人民政府',
  preamble: [buildParagraph(createCountingIds(), '全文。')],
  closing: {
    ...emptyClosing,
    signature: ['青石镇人民政府', '青石镇综合执法队'],
    signedDate: '2026-02-05',
    attachments: ['统计表', '目录'],
    note: '此件公开发布',
  },
});
const facts = {
  ...emptyFacts,
  number: '青政〔2026〕12号',
  copyNumber: '000012',
  secrecy: '内部',
  urgency: '特急',
  signers: ['张某', '李某'],
  copiesTo: ['云岭县司法局'],
  printedBy: '党政办公室',
  printedOn: '2026-02-06',
};
const write = (body: string) => {
  const setting = { layout: standardLayout('plain'), facts, annexes: [], mark: null };
  return writeIntoTemplate(buildOfficeDocx({ body }), { ...setting, report }).bytes;
};
const linesOf = (body: string) => readWords(write(body)).split('\n');

/** What each place of the report says, line by line. */
const said: Readonly<Record<string, readonly string[]>> = {
  title: ['2025年法治政府建设年度报告'],
  addressee: ['云岭县人民政府：'],
  signature: ['青石镇人民政府', '青石镇综合执法队'],
  date: ['2026年2月5日'],
  number: ['青政〔2026〕12号'],
  signers: ['张某　李某'],
  copyNumber: ['000012'],
  secrecy: ['内部'],
  urgency: ['特急'],
  copiesTo: ['云岭县司法局。'],
  printedBy: ['党政办公室'],
  printedOn: ['2026年2月6日印发'],
  annexes: ['附件：1.统计表', '2.目录'],
  note: ['（此件公开发布）'],
};
/** A text, and a date of its own, which would stand below the signature otherwise. */
const rest = bodyMark + paragraph(run('{{成文日期}}'));
const single = templatePlaces.filter((place) => place !== 'body');

/** `text` in runs that end at `cuts`, with what Word puts between runs. */
function split(text: string, cuts: readonly number[]): string {
  const ends = [...new Set(cuts.map((cut) => cut % text.length))].toSorted((a, b) => a - b);
  const edges = [0, ...ends.filter((end) => end > 0), text.length];
  return edges
    .slice(1)
    .map((end, index) => run(text.slice(edges[index], end), '<w:b/>'))
    .join('<w:proofErr w:type="spellStart"/>');
}

describe('a typed mark', () => {
  it('is found in braces of either width, with blanks and other names', () => {
    const words = findMarks('{{标题}}｛｛ 文号 ｝｝{标题}{{}}{{ 密 级 }}{{谁}}').map(
      ({ place }) => place,
    );
    expect(words).toEqual(['title', 'number', 'secrecy', null]);
  });

  it.each(single)('%s is filled in, whatever stands around it', (place) => {
    const mark = `{{${namePlace(place)}}}`;
    const lines = linesOf(paragraph(run(`前${mark}后`)) + rest);
    const written = said[place] ?? [];
    expect(lines.slice(0, written.length).join('\n')).toBe(`前${written.join('\n')}后`);
  });

  it('is filled in however Word split it into runs', () => {
    const cases = fc.record({
      place: fc.constantFrom(...single),
      cuts: fc.array(fc.nat(60), { maxLength: 8 }),
      before: fc.stringMatching(/^[甲乙丙]{0,4}$/u),
      after: fc.stringMatching(/^[丁戊己]{0,4}$/u),
    });
    fc.assert(
      fc.property(cases, ({ place, cuts, before, after }) => {
        const typed = `甲${before}{{${namePlace(place)}}}${after}`;
        const lines = linesOf(paragraph(split(typed, cuts)) + rest);
        const written = said[place] ?? [];
        expect(lines.slice(0, written.length).join('\n')).toBe(
          `甲${before}${written.join('\n')}${after}`,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a content control', () => {
  const control = (tag: string, inner: string, more = '') =>
    `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:id w:val="7"/>${more}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const prompt = run('单击输入', '<w:rStyle w:val="a0"/><w:sz w:val="44"/>');

  it('with the name of a place gives way to what stands there, in its look', async () => {
    const cell = `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${paragraph(prompt)}</w:tc>`;
    const body = [
      control('标题', paragraph(prompt, '<w:jc w:val="center"/>'), '<w:showingPlcHdr/>'),
      paragraph(`签发人：${control('签发人', prompt)}`.replace('签发人：', run('签发人：'))),
      `<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr>${control('密级', cell)}</w:tr></w:tbl>`,
      control('正文', paragraph(prompt) + paragraph(prompt)),
    ].join('');
    const bytes = write(body);
    expect(await listSchemaErrors(bytes)).toEqual([]);
    const words = readWords(bytes);
    expect(words.split('\n').slice(0, 3)).toEqual([
      '2025年法治政府建设年度报告',
      '签发人：张某　李某',
      '内部',
    ]);
    expect(words).toContain('全文。');
    expect(words).not.toContain('单击输入');
  });

  it('of another name stays as it is', () => {
    const kept = control('联系电话', paragraph(prompt));
    expect(readWords(write(kept + bodyMark))).toContain('单击输入');
  });
});
