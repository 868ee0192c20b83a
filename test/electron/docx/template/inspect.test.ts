import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inspectTemplate } from '../../../../electron/docx/template/index.ts';
import { buildDocx, buildOle, words } from '../../../support/docx-fixtures.ts';
import {
  bodyMark,
  buildOfficeDocx,
  type OfficePieces,
  officialBody,
  outsideLink,
  paragraph,
  run,
  textBox,
} from './office-template.ts';

const reasonOf = (bytes: Uint8Array): string | null => {
  const read = inspectTemplate(bytes);
  return read.ok ? null : read.error;
};
const reasonFor = (pieces: OfficePieces) => reasonOf(buildOfficeDocx(pieces));
const table = (cell: string) =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>`;

describe('an office document with places', () => {
  it('tells the places it has, those it lacks, and the styles that would be added', () => {
    const read = inspectTemplate(buildOfficeDocx());
    expect(read).toEqual({
      ok: true,
      value: {
        places: [
          'title',
          'addressee',
          'body',
          'signature',
          'date',
          'number',
          'copiesTo',
          'printedBy',
          'printedOn',
        ],
        missing: ['signers', 'copyNumber', 'secrecy', 'urgency', 'annexes', 'note'],
        addedStyles: ['heading 2', 'heading 3', 'heading 4'],
      },
    });
  });

  it('may mark places in wide braces, in a header, in a table and by content controls', () => {
    const control = (tag: string, inner: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const read = inspectTemplate(
      buildOfficeDocx({
        header: paragraph(run('｛｛ 密级 ｝｝')),
        body:
          table(paragraph(run('{{文号}}'))) +
          control('标题', paragraph(run('单击此处输入'))) +
          paragraph(control('签发人', run('张'))) +
          control('正文', paragraph('')),
      }),
    );
    expect(read).toMatchObject({
      ok: true,
      value: { places: ['title', 'body', 'number', 'signers', 'secrecy'] },
    });
  });
});

describe('a document that nothing can be written into is refused with the reason', () => {
  const outside = outsideLink('rId9', 'image', 'file:///C:/logo.png');
  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['no place for the text', buildOfficeDocx({ body: paragraph(run('正文')) }), /没有标出正文/u],
    ['two places for the text', buildOfficeDocx({ body: bodyMark + bodyMark }), /写了几处/u],
    ['the text in a table', buildOfficeDocx({ body: table(bodyMark) }), /自成一段.*表格/u],
    [
      'the text in a text box',
      buildOfficeDocx({ body: paragraph(textBox(bodyMark)) }),
      /自成一段.*文本框/u,
    ],
    ['the text in a header', buildOfficeDocx({ body: '', header: bodyMark }), /自成一段.*页眉/u],
    [
      'words beside the text',
      buildOfficeDocx({ body: paragraph(run('以下：{{正文}}')) }),
      /自成一段/u,
    ],
    [
      'a place there is none of',
      buildOfficeDocx({ body: bodyMark + paragraph(run('{{联系人}}')) }),
      /不认识“\{\{联系人\}\}”.*\{\{标题\}\}/u,
    ],
    ['an old .doc', buildOle(['WordDocument']), /老格式/u],
    ['a locked one', buildOle(['EncryptedPackage']), /加了密码/u],
    ['a cut one', buildOfficeDocx().subarray(0, 900), /已损坏/u],
    ['an empty file', new Uint8Array(), /空的/u],
    ['a PDF', strToU8('%PDF-1.7\n1 0 obj'), /PDF/u],
    [
      'a spreadsheet',
      buildDocx({
        body: '',
        without: ['word/document.xml'],
        parts: { 'xl/workbook.xml': strToU8('<a/>') },
      }),
      /Word/u,
    ],
    ['no styles', buildDocx({ body: words('{{正文}}') }), /另存一次/u],
    [
      'another way of writing',
      buildDocx({ body: words('{{正文}}'), styles: '', strict: true }),
      /另存为/u,
    ],
    ['macros', buildOfficeDocx({ parts: { 'word/vbaProject.bin': 'x' } }), /宏/u],
    ['macros by its type', buildOfficeDocx({ contentType: 'document.macroEnabled' }), /宏/u],
    ['a linked picture', buildOfficeDocx({ links: outside }), /链接着别的文件/u],
    [
      'tracked changes',
      buildOfficeDocx({
        body: `${bodyMark}<w:p><w:ins w:id="1" w:author="甲">${run('新')}</w:ins></w:p>`,
      }),
      /修订/u,
    ],
    [
      'comments',
      buildOfficeDocx({ body: `${bodyMark}<w:p><w:commentRangeStart w:id="1"/></w:p>` }),
      /批注/u,
    ],
    [
      'a field that fetches a file',
      buildOfficeDocx({
        body: `${bodyMark}<w:p><w:r><w:instrText> INCLUDEPICTURE "x" </w:instrText></w:r></w:p>`,
      }),
      /别的文件/u,
    ],
    [
      'protection',
      buildOfficeDocx({ settings: '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' }),
      /限制了编辑/u,
    ],
    ['broken XML', buildOfficeDocx({ body: '<w:p>' }), /已损坏/u],
  ];

  it.each(refused)('%s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toMatch(reason);
  });

  it('but for one that was made of a template or of nothing unusual', () => {
    expect(reasonFor({ body: officialBody })).toBeNull();
    expect(reasonFor({ contentType: 'template' })).toBeNull();
  });

  it('and no damage makes it throw', () => {
    const whole = buildOfficeDocx();
    for (let at = 0; at < whole.length; at += 97) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x5a;
      expect(['string', 'object']).toContain(typeof reasonOf(damaged));
    }
  });
});
