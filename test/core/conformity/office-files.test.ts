import { describe, expect, test } from 'vitest';
import { tellRoles } from '../../../core/conformity/index.ts';
import { standardLayout } from '../../../core/layout/index.ts';
import { buildParagraph, createCountingIds, type Report } from '../../../core/model/index.ts';
import { inspectDocx } from '../../../electron/docx/inspect/index.ts';
import { plainWriting, type WriteOptions } from '../../../electron/docx/write/index.ts';
import { exportPlanned } from '../../../electron/services/export.ts';
import { changePart } from '../../electron/docx/inspect/changed.ts';
import { buildOfficeDocx } from '../../electron/docx/template/office-template.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { certifyBytes, fullFacts, listDepartures } from './certifying.ts';

const varied = buildVariedReport();
const listed: Report = {
  ...varied,
  closing: { ...varied.closing, attachments: ['2025年度执法统计表', '决策事项目录'] },
};
const issuers = ['中共青石镇委员会', '青石镇人民政府', '青石镇纪委', '青石镇人大', '青石镇武装部'];

async function exportAs(options: Partial<WriteOptions>, report: Report = listed) {
  const all = { ...plainWriting, facts: fullFacts, ...options };
  return exportPlanned({ report, options: all, notices: [] });
}

/** Roles of a file's paragraphs with words, but those of its text. */
function rolesAround(bytes: Uint8Array): readonly string[] {
  return tellRoles(inspectDocx(bytes), [])
    .filter(({ text }) => text.trim() !== '')
    .map(({ role, text }) => `${role} ${text.trim().slice(0, 4)}`)
    .filter((line) => !/^(?:text|part|section|level\d|cell|preambleHeading) /u.test(line));
}

describe('a report written into an office’s own document', () => {
  test('has its red head in a text box and its imprint in a table told as such', async () => {
    const { bytes, certificate } = await exportAs({ template: buildOfficeDocx() });
    expect(rolesAround(bytes)).toEqual([
      'mark 青石镇人',
      'number 青政〔2',
      'title 云溪县青',
      'addressee 云溪县人',
      'attachment 附件：1',
      'attachment 2.决策',
      'signature 云溪县青',
      'date 2026',
      'note （此件公',
      'copies 抄送：县',
      'printed 青石镇党',
      'printed 2026',
    ]);
    const departures = listDepartures(certificate);
    for (const id of ['indents', 'tables', 'numbering', 'headings', 'face-text', 'face-mark']) {
      expect(departures[id]).toBeUndefined();
    }
  });

  test('shows a wrong order in a text box', async () => {
    const { bytes } = await exportAs({ template: buildOfficeDocx() });
    const changed = changePart(bytes, 'word/document.xml', (xml) =>
      xml.replaceAll(
        '<w:txbxContent>',
        '<w:txbxContent><w:p><w:r><w:t>青政〔2026〕13号</w:t></w:r></w:p>',
      ),
    );
    const departures = listDepartures(certifyBytes(changed, standardLayout('official')));
    expect(departures['order']).toBe('次序不对');
  });
});

describe('an official paper of joint issuers under their seals', () => {
  const joint = { ...listed, issuers, closing: { ...listed.closing, signature: issuers } };
  const layout = standardLayout('official');

  test('has rows of names told as the signature, and the attachments above them', async () => {
    const facts = { ...fullFacts, mark: '', sealed: true };
    const { bytes, certificate } = await exportAs({ layout, facts }, joint);
    const roles = rolesAround(bytes).map((line) => line.replace(/ .*$/u, ''));
    expect(roles.slice(roles.indexOf('attachment')).join(' ')).toBe(
      'attachment attachment signature signature signature date note copies printed',
    );
    expect(listDepartures(certificate)).toEqual({});
  });
});

describe('what surrounds an official text', () => {
  const layout = standardLayout('official');
  const createId = createCountingIds();
  const annexes = [
    {
      title: '执法统计表',
      isPublic: true,
      blocks: ['一、总体情况', '（一）检查。全年检查12次。', '以上数据逐件核对。'].map((text) =>
        buildParagraph(createId, text),
      ),
    },
  ];
  const one = { ...varied, closing: { ...varied.closing, attachments: ['执法统计表'] } };
  const change = async (edit: (xml: string) => string) => {
    const { bytes } = await exportAs({ layout, annexes }, one);
    const changed = changePart(bytes, 'word/document.xml', edit);
    expect(changed).not.toEqual(bytes);
    return listDepartures(certifyBytes(changed, layout));
  };

  test('a red rule narrower than the text block is told with both lengths', async () => {
    const departures = await change((xml) =>
      xml
        .replace(/(<w:pBdr><w:bottom [^>]*FF0000[^>]*><\/w:pBdr>.*?)<w:ind [^>]*>/su, '$1')
        .replace(
          /(<w:pBdr><w:bottom [^>]*FF0000[^>]*><\/w:pBdr>)/u,
          '$1<w:ind w:left="1134" w:right="1134" w:firstLine="0"/>',
        ),
    );
    expect(departures['red-rule']).toBe('长 116 毫米，版心宽 156 毫米');
  });

  test.each([
    { cm: 10, told: '长 100 毫米，版心宽 156 毫米' },
    { cm: 15.6, told: undefined },
  ])('a red rule drawn $cm cm long is measured', async ({ cm, told }) => {
    const line = `<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="1cm,0" to="${cm + 1}cm,0" strokecolor="red" strokeweight="2.25pt"/></w:pict></w:r>`;
    const departures = await change((xml) =>
      xml
        .replace(/<w:pBdr><w:bottom [^>]*FF0000[^>]*><\/w:pBdr>/u, '')
        .replace('</w:p>', `${line}</w:p>`),
    );
    expect(departures['red-rule']).toBe(told);
  });

  test('copies below the printer are told', async () => {
    const departures = await change((xml) => {
      const [copies = ''] = /<w:p>(?:(?!<w:p>).)*抄送：.*?<\/w:p>/su.exec(xml) ?? [];
      const [printed = ''] = /<w:p>(?:(?!<w:p>).)*日印发.*?<\/w:p>/su.exec(xml) ?? [];
      return xml.replace(copies, '\u0000').replace(printed, copies).replace('\u0000', printed);
    });
    expect(departures['imprint']).toMatch(/抄送机关在印发机关之下/u);
  });

  test('another face in the body of an attachment is told', async () => {
    const { bytes } = await exportAs({ layout, annexes }, one);
    const own = listDepartures(certifyBytes(bytes, layout));
    const departures = await change((xml) =>
      xml.replace(
        /<w:r>(?:<w:rPr>.*?<\/w:rPr>)?(<w:t[^>]*>以上数据逐件核对)/su,
        '<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr>$1',
      ),
    );
    expect(departures['face-text']).toMatch(/字体是宋体/u);
    expect(own['face-text']).not.toBe(departures['face-text']);
  });

  test('another face in a table is worth a look', async () => {
    const departures = await change((xml) =>
      xml.replace(
        /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?(<w:t[^>]*>行政处罚<)/su,
        '<w:r><w:rPr><w:rFonts w:eastAsia="微软雅黑"/></w:rPr>$1',
      ),
    );
    expect(departures).toMatchObject({ 'face-table': '字体是微软雅黑' });
  });
});
