import { describe, expect, it } from 'vitest';
import { emptyFacts, type OfficialFacts, standardLayout } from '../../../../core/layout/index.ts';
import {
  buildParagraph,
  buildReport,
  buildTable,
  createCountingIds,
  emptyClosing,
  type Report,
} from '../../../../core/model/index.ts';
import { writeIntoTemplate } from '../../../../electron/docx/template/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import {
  bodyMark,
  buildOfficeDocx,
  officialBody,
  outsideLink,
  paragraph,
  readParts,
  readWords,
  run,
} from './office-template.ts';

const createId = createCountingIds();
const facts: OfficialFacts = {
  ...emptyFacts,
  number: '青政〔2026〕12号',
  copiesTo: ['云岭县司法局', '枫林街道办事处'],
  printedBy: '青石镇党政办公室',
  printedOn: '2026-02-06',
};
const closing = {
  ...emptyClosing,
  signature: ['青石镇人民政府'],
  signedDate: '2026-02-05',
};
const short = buildReport(2025, {
  title: '2025年法治政府建设年度报告',
  addressee: '云岭县人民政府',
  preamble: [buildParagraph(createId, '全年办理“民生”实事<12>件&公开。')],
  closing,
});
const write = (
  template: Uint8Array,
  report: Report = short,
  change: Partial<Parameters<typeof writeIntoTemplate>[1]> = {},
) => {
  const setting = { layout: standardLayout('plain'), facts, annexes: [], mark: 'mark-1' };
  return writeIntoTemplate(template, { ...setting, ...change, report });
};
const wordsOf = (template: Uint8Array, report?: Report, change?: Parameters<typeof write>[2]) =>
  readWords(write(template, report, change).bytes).split('\n');

describe('what is written into an office document', () => {
  it('stands at its places, those that Word split into runs and those in text boxes too', () => {
    expect(wordsOf(buildOfficeDocx())).toEqual([
      expect.stringMatching(/青石镇人民政府文件$/u),
      '青政〔2026〕12号',
      '2025年法治政府建设年度报告',
      '云岭县人民政府：',
      '全年办理“民生”实事&lt;12&gt;件&amp;公开。',
      '青石镇人民政府',
      '2026年2月5日',
      '抄送：云岭县司法局，枫林街道办事处。',
      '青石镇党政办公室',
      '2026年2月6日印发',
    ]);
  });

  it('fills both copies of a text box', () => {
    const { 'word/document.xml': document = '' } = readParts(write(buildOfficeDocx()).bytes);
    expect(document.match(/青政〔2026〕12号/gu)).toHaveLength(2);
    expect(document).not.toMatch(/[{｛]{2}/u);
  });

  it('has no schema error, whatever the report holds', async () => {
    const annexes = [
      {
        title: '统计表',
        isPublic: true,
        blocks: [
          buildTable(createId, [
            ['甲', '乙'],
            ['1', '2'],
          ]),
          buildTable(createId, [['丙']]),
        ],
      },
    ];
    const plain = buildOfficeDocx({ body: bodyMark });
    for (const template of [buildOfficeDocx(), plain]) {
      for (const report of [buildVariedReport(), short, buildReport(2025)]) {
        const { bytes } = write(template, report, { annexes });
        expect(await listSchemaErrors(bytes)).toEqual([]);
      }
    }
  });

  it('leaves everything else as it was, to the byte', () => {
    const picture = 'not really a picture, but nobody may touch it';
    const template = buildOfficeDocx({
      parts: { 'word/media/image1.png': picture },
      header: paragraph(run('内部资料')),
    });
    const [before, after] = [readParts(template), readParts(write(template, short).bytes)];
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.toSorted()).toEqual([
      'docProps/app.xml',
      'docProps/core.xml',
      'docProps/custom.xml',
      'word/document.xml',
    ]);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    const sectionOf = (parts: Readonly<Record<string, string>>) =>
      /<w:sectPr>.*<\/w:sectPr>/su.exec(parts['word/document.xml'] ?? '')?.[0];
    expect(sectionOf(after)).toBe(sectionOf(before));
  });

  it('names no person, and carries title and content mark', () => {
    const parts = readParts(write(buildOfficeDocx()).bytes);
    expect(Object.values(parts).join('')).not.toMatch(/某某|某单位/u);
    expect(parts['docProps/core.xml']).toContain('<dc:identifier>mark-1</dc:identifier>');
    expect(parts['docProps/core.xml']).toContain('2025年法治政府建设年度报告');
    expect(parts['docProps/app.xml']).toContain('WPS Office');
  });

  it('keeps no link to anything outside; the linked words stay', () => {
    const linked = `${bodyMark}<w:p><w:hyperlink r:id="rId9">${run('门户网站')}</w:hyperlink></w:p>`;
    const template = buildOfficeDocx({
      body: linked,
      links: outsideLink('rId9', 'hyperlink', 'https://example.invalid/'),
    });
    const written = write(template);
    expect(Object.values(readParts(written.bytes)).join('')).not.toMatch(/External|rId9/u);
    expect(readWords(written.bytes)).toContain('门户网站');
  });

  it('is a document, also where the office keeps a template', async () => {
    const { bytes } = write(buildOfficeDocx({ contentType: 'template' }));
    const { '[Content_Types].xml': types = '' } = readParts(bytes);
    expect(types).toContain('wordprocessingml.document.main+xml');
    expect(types).not.toContain('template.main');
    expect(await listSchemaErrors(bytes)).toEqual([]);
  });

  it('is the same bytes each time', () => {
    const [first, second] = [write(buildOfficeDocx()), write(buildOfficeDocx())];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });
});

describe('what has no place of its own', () => {
  it('goes with the text in its order: title, addressee, attachments, signature, note', () => {
    const report = buildReport(2025, {
      ...short,
      closing: { ...closing, attachments: ['统计表'], note: '此件公开发布' },
    });
    expect(wordsOf(buildOfficeDocx({ body: bodyMark }), report)).toEqual([
      '2025年法治政府建设年度报告',
      '云岭县人民政府：',
      '全年办理“民生”实事&lt;12&gt;件&amp;公开。',
      '附件：统计表',
      '青石镇人民政府',
      '2026年2月5日',
      '（此件公开发布）',
    ]);
  });

  it('is told where it is left out', () => {
    const { notices } = write(buildOfficeDocx({ body: bodyMark }));
    expect(notices).toEqual([
      { code: 'export/place-missing', place: '发文字号' },
      { code: 'export/place-missing', place: '抄送' },
      { code: 'export/place-missing', place: '印发机关' },
      { code: 'export/place-missing', place: '印发日期' },
    ]);
  });

  it('is a note below a signature that has its place, and the date with the signature', () => {
    const body = bodyMark + paragraph(run('{{落款}}'));
    const report = buildReport(2025, { ...short, closing: { ...closing, note: '此件公开发布' } });
    const words = wordsOf(buildOfficeDocx({ body }), report);
    expect(words.slice(-3)).toEqual(['青石镇人民政府', '2026年2月5日', '（此件公开发布）']);
  });

  it('are the pages of attachments, before an imprint', () => {
    const annex = {
      title: '统计表',
      isPublic: true,
      blocks: [buildParagraph(createId, '附表说明')],
    };
    const words = wordsOf(buildOfficeDocx(), short, { annexes: [annex] });
    const at = words.indexOf('附表说明');
    expect(at).toBeGreaterThan(words.indexOf('2026年2月5日'));
    expect(at).toBeLessThan(words.findIndex((line) => line.startsWith('抄送')));
  });
});

describe('a place that has nothing to stand in it', () => {
  it('takes its label with it', () => {
    const body =
      paragraph(run('{{文号}}　　签发人：{{签发人}}')) +
      bodyMark +
      paragraph(run('抄送：{{抄送}}。')) +
      paragraph(run('{{印发日期}}印发'));
    const none = { ...emptyFacts, number: '青政〔2026〕12号' };
    const words = wordsOf(buildOfficeDocx({ body }), short, { facts: none });
    expect(words[0]?.trim()).toBe('青政〔2026〕12号');
    expect(words.join('')).not.toMatch(/签发人|抄送|印发/u);
  });

  it('says nothing twice that the office typed itself', () => {
    const body =
      paragraph(run('{{主送机关}}：')) +
      bodyMark +
      paragraph(run('抄送：{{抄送}}。')) +
      paragraph(run('{{印发日期}}印发'));
    const words = wordsOf(buildOfficeDocx({ body }));
    expect(words).toContain('云岭县人民政府：');
    expect(words).toContain('抄送：云岭县司法局，枫林街道办事处。');
    expect(words).toContain('2026年2月6日印发');
  });
});

describe('the look of what is written', () => {
  const documentOf = (template: Uint8Array, report = buildVariedReport()) =>
    readParts(write(template, report).bytes);

  it('is that of the mark: its run for a line, its paragraph for the text', () => {
    const { 'word/document.xml': document = '' } = documentOf(buildOfficeDocx(), short);
    const title = /<w:r><w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr><w:t[^>]*>2025年法治/u.exec(document);
    expect(title?.[0]).toContain('方正小标宋简体');
    const text = /<w:p>(?:(?!<\/w:p>).)*全年办理/u.exec(document)?.[0];
    expect(text).toContain('w:line="579"');
    expect(text).toContain('w:eastAsia="仿宋_GB2312"');
    expect(text).toContain('w:firstLineChars="200"');
  });

  it('is the office’s own heading where it has one, and an added one where it has none', () => {
    const parts = documentOf(buildOfficeDocx());
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = parts;
    expect(document).toContain('<w:pStyle w:val="1"/>');
    expect(document).toContain('<w:pStyle w:val="NianbaoHeading2"/>');
    expect(styles.match(/<w:name w:val="heading 1"\/>/gu)).toHaveLength(1);
    expect(styles).toMatch(/w:styleId="NianbaoHeading2"><w:name w:val="heading 2"\/>/u);
    expect(styles).toContain('w:eastAsia="楷体_GB2312"');
  });

  it('does not take an id that something else has', () => {
    const taken =
      '<w:style w:type="character" w:customStyle="1" w:styleId="NianbaoHeading1"><w:name w:val="别的"/></w:style>';
    const { 'word/styles.xml': styles = '' } = documentOf(buildOfficeDocx({ styles: taken }));
    expect(styles).toMatch(/w:styleId="NianbaoHeading12"><w:name w:val="heading 1"\/>/u);
  });

  it('has no automatic number before ours', () => {
    const numbered =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const { 'word/document.xml': document = '' } = documentOf(
      buildOfficeDocx({ styles: numbered }),
    );
    const heading = /<w:pPr><w:pStyle w:val="1"\/>.*?<\/w:pPr>/su.exec(document)?.[0];
    expect(heading).toContain('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
  });

  it('keeps what hangs on the paragraph of the text, and the section that ends there', () => {
    const section =
      '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
    const hung = `<w:p><w:pPr>${section}</w:pPr><w:bookmarkStart w:id="1" w:name="正文起"/>${run('{{正文}}')}<w:bookmarkEnd w:id="1"/></w:p>`;
    const { 'word/document.xml': document = '' } = documentOf(buildOfficeDocx({ body: hung }));
    expect(document).toContain(
      '<w:bookmarkStart w:id="1" w:name="正文起"/><w:bookmarkEnd w:id="1"/>',
    );
    expect(document).toContain(`<w:p><w:pPr>${section}</w:pPr></w:p>`);
  });
});

describe('the writer of documents', () => {
  it('writes into the template it is given, without what XML cannot hold', async () => {
    const report = { ...short, title: '法治\u0001政府报告' };
    const options = { ...plainWriting, facts, template: buildOfficeDocx(), mark: 'm' };
    const { bytes, notices } = await writeDocx(report, options);
    expect(readWords(bytes)).toContain('法治政府报告');
    expect(notices).toEqual([{ code: 'export/characters-removed', count: 1 }]);
    expect(await listSchemaErrors(bytes)).toEqual([]);
  });

  it('is done in a moment once it is warm', () => {
    const template = buildOfficeDocx({ body: officialBody });
    write(template, buildVariedReport());
    const begun = performance.now();
    write(template, buildVariedReport());
    // 16 ms where it was measured; the rest is for a busy PC
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
