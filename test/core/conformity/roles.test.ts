import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { tellRoles } from '../../../core/conformity/index.ts';
import { inspectDocx } from '../../../electron/docx/inspect/index.ts';
import { convert, hasSoffice } from '../../electron/docx/read/soffice.ts';
import { numberedInWps, richText, typedInWord, webPage } from './foreign-files.ts';

/** Role and beginning of every paragraph with words. */
function rolesOf(bytes: Uint8Array): readonly string[] {
  return tellRoles(inspectDocx(bytes), [])
    .filter(({ text }) => text.trim() !== '')
    .map(({ role, text }) => `${role} ${text.trim().slice(0, 6)}`);
}

describe('what each paragraph is', () => {
  test('is told of a report typed in Word with direct formatting only', () => {
    expect(rolesOf(typedInWord())).toEqual([
      'title 枫林街道20',
      'title 建设工作报告',
      'addressee 云岭县人民政',
      'text 2025年，',
      'part 一、主要举措',
      'section （一）加强领',
      'section （三）依法决',
      'part 二、存在的不',
      'text “三项制度”',
      'signature 枫林街道办事',
      'date 2026年0',
    ]);
  });

  test('is told of an official paper that WPS numbered, by the printed number', () => {
    expect(rolesOf(numberedInWps())).toEqual([
      'mark 青石镇人民政',
      'number 青政（202',
      'title 青石镇人民政',
      'addressee 云岭县人民政',
      'part 一、主要举措',
      'section （一）加强领',
      'text 召开会议12',
      'section （二）依法决',
      'text 审查文件3件',
      'attachment 附件：执法案',
      'signature 青石镇人民政',
      'date 二〇二六年一',
      'note （此件公开发',
      'annexLabel 附件',
      'annexTitle 执法案件统计',
      'annex 行政处罚3件',
      'copies 抄送：县司法',
      'printed 青石镇党政办',
    ]);
  });

  test('is told of a report made with the docx library and its own headings', async () => {
    const lines = ['2025年，工作有新的进展。', '一、主要举措', '开会三次。'];
    const bytes = await Packer.pack(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: '年度法治政府建设报告', heading: HeadingLevel.TITLE }),
              new Paragraph({ text: lines[0] ?? '' }),
              new Paragraph({ text: lines[1] ?? '', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({ children: [new TextRun(lines[2] ?? '')] }),
            ],
          },
        ],
      }),
      'uint8array',
    );
    expect(rolesOf(bytes)).toEqual([
      'title 年度法治政府',
      'text 2025年，',
      'part 一、主要举措',
      'text 开会三次。',
    ]);
  });
});

describe.skipIf(!hasSoffice('roles in files of LibreOffice'))('files of LibreOffice', () => {
  test('of a web page and of rich text are told', { timeout: 120_000 }, () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const [page] = convert([encode(webPage)], 'html', 'docx:MS Word 2007 XML');
    expect(page && rolesOf(page)).toEqual([
      'title 青石镇202',
      'addressee 云岭县人民政',
      'text 2025年，',
      'part 一、主要举措',
      'section （一）加强领',
      'section （二）依法决',
      'part 二、存在的不',
      'text 培训不够。',
      'signature 青石镇人民政',
      'date 2026年1',
    ]);
    const [rich] = convert([encode(richText())], 'rtf', 'docx:MS Word 2007 XML');
    expect(rich && rolesOf(rich)).toEqual([
      'title 青石镇202',
      'addressee 云岭县人民政',
      'text 2025年，',
      'part 一、主要举措',
      'text 召开会议3次',
      'part 二、存在的不',
      'text 培训不够。',
      'signature 青石镇人民政',
      'date 2026年1',
    ]);
  });
});
