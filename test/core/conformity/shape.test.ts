import { beforeAll, describe, expect, test } from 'vitest';
import { certify, listExpected, tellFacts, tellRoles } from '../../../core/conformity/index.ts';
import { composeDocument, type LayoutProfile, standardLayout } from '../../../core/layout/index.ts';
import { buildParagraph, createCountingIds } from '../../../core/model/index.ts';
import { paginate } from '../../../core/paginate/index.ts';
import { inspectDocx } from '../../../electron/docx/inspect/index.ts';
import { plainWriting, type WriteOptions, writeDocx } from '../../../electron/docx/write/index.ts';
import { changePart } from '../../electron/docx/inspect/changed.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { certifyReport, fullFacts, listDepartures } from './certifying.ts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const TITLE = '青石镇二〇二五年度行政执法案件办理情况和重大行政决策事项汇总统计表';
const createId = createCountingIds();
const report = buildVariedReport();
const listed = { ...report, closing: { ...report.closing, attachments: [TITLE] } };
const official = standardLayout('official');
const options: WriteOptions = {
  ...plainWriting,
  layout: official,
  facts: fullFacts,
  annexes: [{ title: TITLE, isPublic: true, blocks: [buildParagraph(createId, '全年检查12次。')] }],
};

/** What is told of a file of our own that was changed, with what is known of it. */
function certifyOwn(bytes: Uint8Array) {
  const document = inspectDocx(bytes);
  const composed = composeDocument(listed, options);
  return certify({
    document,
    pages: paginate(document),
    layout: official,
    facts: tellFacts(composed, fullFacts),
    expected: listExpected(composed),
  });
}

const paragraph = (style: string) =>
  new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>(?:(?!</w:p>).)*</w:p>`, 'u');

const blank = '<w:p>(?:(?!</w:p>|<w:t[ >]).)*</w:p>';

const changes: readonly {
  readonly name: string;
  readonly part?: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly found: Readonly<Record<string, RegExp>>;
}[] = [
  {
    name: 'no signature',
    from: paragraph('Signature'),
    to: '',
    found: { signature: /^没有署名$/u, text: /不在文件里/u },
  },
  {
    name: 'no date',
    from: paragraph('Date'),
    to: '',
    found: { 'date-form': /^没有成文日期$/u, text: /不在文件里/u },
  },
  {
    name: 'a moved signature',
    from: /(<w:pStyle w:val="Signature"\/>(?:(?!<\/w:pPr>).)*?<w:ind )[^>]*>/u,
    to: '$1w:left="6500" w:right="-960"/>',
    found: { signature: /署名右空/u },
  },
  {
    name: 'a red rule too low and too thick',
    from: /(<w:bottom w:val="single" )w:sz="12" w:space="\d+" w:color="FF0000"/u,
    to: '$1w:sz="48" w:space="31" w:color="FF0000"',
    found: { 'red-rule': /距发文字号 1\d(?:\.\d)? 毫米，应为 4 毫米；粗 6 磅/u },
  },
  {
    name: 'a blank line less under the red rule',
    from: new RegExp(`${blank}(?=<w:p><w:pPr><w:pStyle w:val="Title"/>)`, 'u'),
    to: '',
    found: { 'title-gap': /空 1 行，应空 2 行/u },
  },
  {
    name: 'no blank line under the title',
    from: new RegExp(`${blank}(?=<w:p><w:pPr><w:pStyle w:val="Addressee"/>)`, 'u'),
    to: '',
    found: { 'addressee-gap': /空 0 行，应空 1 行/u },
  },
  {
    name: 'no blank line above the attachments',
    from: new RegExp(`${blank}(?=<w:p><w:pPr><w:pStyle w:val="AttachmentList"/>)`, 'u'),
    to: '',
    found: { 'attachment-gap': /空 0 行，应空 1 行/u },
  },
  {
    name: 'attachments at the edge',
    from: /(<w:pStyle w:val="AttachmentList"\/>(?:(?!<\/w:pPr>).)*?)<w:ind [^>]*>/u,
    to: '$1<w:ind w:left="0" w:firstLine="0"/>',
    found: { attachments: /空 0 字，应空 2 字/u },
  },
  {
    name: 'an annex on the same page',
    from: '<w:pageBreakBefore/>',
    to: '',
    found: { 'annex-page': /没有另起一页/u },
  },
  {
    name: 'an annex title in the second line',
    from: new RegExp(`${blank}(?=<w:p><w:pPr><w:pStyle w:val="AnnexTitle"/>)`, 'u'),
    to: '',
    found: { 'annex-title': /在第 2 行，应在第 3 行/u },
  },
  {
    name: 'an annex title at the left',
    part: STYLES,
    from: /(w:styleId="AnnexTitle">(?:(?!<\/w:style>).)*?w:jc w:val=")center/u,
    to: '$1left',
    found: { 'annex-title': /没有居中/u },
  },
  {
    name: 'a 份号 at the right',
    part: STYLES,
    from: /(w:styleId="CopyNumber">(?:(?!<\/w:style>).)*?w:jc w:val=")left/u,
    to: '$1right',
    found: { 'top-left': /没有顶格/u },
  },
  {
    name: 'a heading with a full stop',
    from: '主要举措和成效<',
    to: '主要举措和成效。<',
    found: { 'heading-ends': /末尾有“。”/u, text: /./u },
  },
  {
    name: 'an imprint without its outer rules',
    part: STYLES,
    from: /<w:top w:val="single" w:sz="8"[^>]*><w:bottom w:val="single" w:sz="8"[^>]*>/u,
    to: '',
    found: { imprint: /没有首条分隔线；版记没有末条分隔线/u },
  },
  {
    name: 'an imprint with a thin first rule',
    part: STYLES,
    from: /<w:top w:val="single" w:sz="8"/u,
    to: '<w:top w:val="single" w:sz="6"',
    found: { imprint: /首条分隔线粗 0\.26 毫米，应为 0\.35 毫米$/u },
  },
  {
    name: 'an imprint with a thick rule between',
    part: STYLES,
    from: /<w:insideH w:val="single" w:sz="6"/u,
    to: '<w:insideH w:val="single" w:sz="8"',
    found: { imprint: /中间分隔线粗 0\.35 毫米，应为 0\.25 毫米$/u },
  },
  {
    name: 'copies at the edge',
    from: /(<w:pStyle w:val="ImprintCopies"\/>(?:(?!<\/w:pPr>).)*?)<w:ind [^>]*>/u,
    to: '$1<w:ind w:left="0" w:right="280"/>',
    found: { imprint: /抄送左空 0 字，应空 1 字/u },
  },
  {
    name: 'no imprint',
    from: /<w:tbl>(?:(?!<w:tbl>).)*ImprintPrinted.*?<\/w:tbl>/u,
    to: '',
    found: { imprint: /^没有版记$/u, text: /不在文件里/u },
  },
];

describe('a single change in an official file with an annex', () => {
  let docx = new Uint8Array();
  beforeAll(async () => {
    docx = new Uint8Array((await writeDocx(listed, options)).bytes);
  });

  test('which is right as it was written', () => {
    expect(listDepartures(certifyOwn(docx))).toEqual({});
  });

  test('has its annex title of two lines told as a title', () => {
    const roles = tellRoles(inspectDocx(docx), []).map(({ role }) => role);
    expect(roles.filter((role) => role === 'annexTitle')).toHaveLength(2);
  });

  test.each(changes)(
    '$name is found and named, and nothing else',
    ({ part = DOCUMENT, from, to, found }) => {
      const changed = changePart(docx, part, (xml) => xml.replace(from, to));
      const departures = listDepartures(certifyOwn(changed));
      expect(Object.keys(departures).toSorted()).toEqual(Object.keys(found).toSorted());
      for (const [id, words] of Object.entries(found)) expect(departures[id]).toMatch(words);
    },
  );

  test('what is right is told by the figures measured', () => {
    const measured = Object.fromEntries(
      certifyOwn(docx).items.map((item) => [item.id, item.measured]),
    );
    expect(measured).toMatchObject({
      indents: expect.stringMatching(/^首行 2 字，\d+ 段$/u),
      text: expect.stringMatching(/^\d+ 段，[\d ]+ 字$/u),
      'page-number': '单页居右空 1 字“— 1 —”，双页居左空 1 字“— 1 —”',
      'red-rule': '红色，粗 1.5 磅，距发文字号 4 毫米，长 156 毫米',
      imprint: '首末分隔线 0.35、0.35 毫米，中间 0.26 毫米，长 156 毫米，距版心下边缘 0 毫米',
      sizes: '标题 22 磅，正文 16 磅，版记 14 磅',
    });
  });
});

const own: readonly (readonly [string, LayoutProfile])[] = [
  ['28 pt', { ...official, linePitchPt: 28 }],
  ['30 pt', { ...official, linePitchPt: 30 }],
  ['margins', { ...official, marginsMm: { top: 30, bottom: 30, left: 25, right: 25 } }],
  ['digits', { ...official, faces: { ...official.faces, digits: 'Times New Roman' } }],
];

describe.each([false, true])('a file with sealed %s', (sealed) => {
  test.each(own)('in an own layout of other %s is right', async (_, layout) => {
    const facts = { ...fullFacts, sealed };
    expect(listDepartures(await certifyReport(listed, { ...options, layout, facts }))).toEqual({});
  });

  test.each([3, 5])('of %i signers is right', async (count) => {
    const signers = ['张明', '李建华', '王芳', '赵强', '欧阳志远'].slice(0, count);
    const facts = { ...fullFacts, sealed, signers };
    expect(listDepartures(await certifyReport(listed, { ...options, facts }))).toEqual({});
  });
});
