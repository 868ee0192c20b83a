import { FIRST_LINE_CELLS, sizes, TITLE_PITCH } from '../../../core/layout/index.ts';
import { layoutRedRule, RED } from './red-rule.ts';
import {
  FOOTER_STYLE,
  IMPRINT_ANCHOR_STYLE,
  SIGNER_STYLE,
  styleOfLine,
  styleOfRunInHeading,
  tableStyles,
} from './style-names.ts';
import {
  type RunStyle,
  type Style,
  writeFaces,
  writeRunStyle,
  writeStretchStyle,
  writeStyle,
} from './style-xml.ts';
import { writeTableStyles } from './table-styles.ts';
import type { Writing } from './writing.ts';
import { emptyElement, WORD_NAMESPACE, XML_DECLARATION } from './xml.ts';

/** Pitch of a table's text and of a line of the imprint, in twips. */
const TABLE_PITCH = 400;
const IMPRINT_PITCH = 400;
/** Above and below a line of the imprint: it stands free of its rules. */
const IMPRINT_AIR = 60;
/** What the imprint hangs on is one point high. */
const ANCHOR_PITCH = 20;

function createLooks({ layout, metrics }: Writing) {
  const { faces } = layout;
  const text: RunStyle = {
    face: faces.text,
    digits: faces.digits,
    size: sizes.text,
    spacing: metrics.characterSpacing,
  };
  const firstLine = { cells: FIRST_LINE_CELLS, length: FIRST_LINE_CELLS * metrics.cell };
  const title: RunStyle = {
    face: faces.title,
    size: sizes.title,
    spacing: 0,
    bold: layout.bold.title,
  };
  return { text, firstLine, title };
}

/**
 * Normal: 3号 仿宋 on the grid. No space is added between hanzi and digits (28 a line would fail)
 * and no line is held back for widows (22 a page would fail).
 */
function writeNormal(writing: Writing): string {
  const off = { 'w:val': 0 };
  const on = { 'w:val': 1 };
  const properties = [
    emptyElement('w:widowControl', off),
    emptyElement('w:kinsoku', on),
    emptyElement('w:overflowPunct', on),
    emptyElement('w:autoSpaceDE', off),
    emptyElement('w:autoSpaceDN', off),
    emptyElement('w:adjustRightInd', off),
    emptyElement('w:snapToGrid', on),
    emptyElement('w:spacing', {
      'w:before': 0,
      'w:after': 0,
      'w:line': 240,
      'w:lineRule': 'auto',
    }),
    emptyElement('w:jc', { 'w:val': 'both' }),
  ].join('');
  return [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
    `<w:pPr>${properties}</w:pPr>${writeRunStyle(createLooks(writing).text)}</w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  ].join('');
}

/** 版头: what stands above the title. @source GB/T 9704-2012 7.2 */
function listHeadStyles({ layout, metrics }: Writing, { text }: Looks): readonly Style[] {
  const { faces } = layout;
  // a line of signers is as far from the next as that is from the rule's own
  const { pitch } = layoutRedRule(metrics.linePitch);
  const number = { snapToGrid: false, exact: pitch, after: metrics.linePitch - pitch };
  const bold = writeRunStyle({ ...text, face: faces.part });
  return [
    { id: styleOfLine.copyNumber, name: '份号', paragraph: { align: 'left' } },
    { id: styleOfLine.secrecy, name: '密级和保密期限', paragraph: { align: 'left' }, run: bold },
    { id: styleOfLine.urgency, name: '紧急程度', paragraph: { align: 'left' }, run: bold },
    {
      id: styleOfLine.mark,
      name: '发文机关标志',
      paragraph: { snapToGrid: false, align: 'center' },
      run: writeRunStyle({ face: faces.mark, size: sizes.title, spacing: 0, color: RED }),
    },
    { id: styleOfLine.number, name: '发文字号', paragraph: { ...number, align: 'center' } },
    {
      type: 'character',
      id: SIGNER_STYLE,
      name: '签发人姓名',
      run: writeStretchStyle(faces.section, faces.digits, false),
    },
  ];
}

/** 主体: title, four levels of headings, text. @source GB/T 9704-2012 7.3 */
function listTextStyles({ layout }: Writing, { text, firstLine, title }: Looks): readonly Style[] {
  const { faces, bold } = layout;
  const next = styleOfLine.text;
  const heading = (outline: number, id: string, run: Partial<RunStyle>): Style => ({
    id,
    name: `heading ${outline + 1}`,
    next,
    paragraph: { firstLine, keepNext: true, outline },
    run: writeRunStyle({ ...text, ...run }),
  });
  const runIn = (level: 2 | 3 | 4, name: string, face: string, isBold: boolean): Style => ({
    type: 'character',
    id: styleOfRunInHeading[level],
    name,
    run: writeStretchStyle(face, faces.digits, isBold),
  });
  return [
    {
      id: styleOfLine.title,
      name: 'Title',
      next,
      paragraph: { snapToGrid: false, exact: TITLE_PITCH, align: 'center' },
      run: writeRunStyle(title),
    },
    heading(0, styleOfLine.part, { face: faces.part, bold: bold.part }),
    heading(1, styleOfLine.section, { face: faces.section, bold: bold.section }),
    heading(2, styleOfLine.level3, { bold: bold.level3 }),
    heading(3, styleOfLine.level4, {}),
    { id: styleOfLine.text, name: 'Body Text', paragraph: { firstLine } },
    { id: styleOfLine.addressee, name: '主送机关', next },
    {
      id: styleOfLine.preambleHeading,
      name: '引言标题',
      next,
      paragraph: { keepNext: true, align: 'center' },
      run: writeRunStyle({ ...text, face: faces.part, bold: bold.part }),
    },
    runIn(2, '段内二级标题', faces.section, bold.section),
    runIn(3, '段内三级标题', faces.text, bold.level3),
    runIn(4, '段内四级标题', faces.text, false),
  ];
}

/** What follows the text: signature, attachments and their pages. @source GB/T 9704-2012 7.3.4–7.3.7 */
function listClosingStyles(
  { layout }: Writing,
  { text, firstLine, title }: Looks,
): readonly Style[] {
  return [
    { id: styleOfLine.attachment, name: '附件说明' },
    { id: styleOfLine.signature, name: 'Signature', paragraph: { align: 'left' } },
    { id: styleOfLine.date, name: 'Date', paragraph: { align: 'left' } },
    { id: styleOfLine.note, name: '附注', paragraph: { firstLine } },
    {
      id: styleOfLine.annexLabel,
      name: '附件',
      paragraph: { keepNext: true, align: 'left' },
      run: writeRunStyle({ ...text, face: layout.faces.part }),
    },
    {
      id: styleOfLine.annexTitle,
      name: '附件标题',
      next: styleOfLine.text,
      paragraph: { snapToGrid: false, exact: TITLE_PITCH, align: 'center' },
      run: writeRunStyle(title),
    },
  ];
}

/** Tables, imprint and page number. @source GB/T 9704-2012 7.4, 7.5 */
function listOtherStyles({ layout: { faces } }: Writing, { text }: Looks): readonly Style[] {
  const table = { snapToGrid: false, exact: TABLE_PITCH } as const;
  const cell: RunStyle = { ...text, size: sizes.table, spacing: 0 };
  const imprint: Pick<Style, 'paragraph' | 'run'> = {
    paragraph: {
      snapToGrid: false,
      before: IMPRINT_AIR,
      after: IMPRINT_AIR,
      exact: IMPRINT_PITCH,
      align: 'left',
    },
    run: writeRunStyle({ ...text, size: sizes.pageNumber, spacing: 0 }),
  };
  return [
    {
      id: tableStyles.head,
      name: '表头',
      paragraph: { ...table, align: 'center' },
      run: writeRunStyle({ ...cell, face: faces.part }),
    },
    { id: tableStyles.text, name: '表格文字', paragraph: table, run: writeRunStyle(cell) },
    { id: styleOfLine.copies, name: '抄送机关', ...imprint },
    { id: styleOfLine.printed, name: '印发机关和印发日期', ...imprint },
    {
      id: IMPRINT_ANCHOR_STYLE,
      name: '版记位置',
      paragraph: { snapToGrid: false, exact: ANCHOR_PITCH },
      run: `<w:rPr>${emptyElement('w:sz', { 'w:val': 2 })}${emptyElement('w:szCs', { 'w:val': 2 })}</w:rPr>`,
    },
    {
      id: FOOTER_STYLE,
      name: 'footer',
      paragraph: { snapToGrid: false },
      run: writeRunStyle({ face: faces.pageNumber, size: sizes.pageNumber, spacing: 0 }),
    },
  ];
}

type Looks = ReturnType<typeof createLooks>;

/**
 * The package's styles.xml. The Latin slot's language is not Chinese: numbers would be broken
 * between two digits.
 */
export function writeStyles(writing: Writing): string {
  const { faces } = writing.layout;
  const looks = createLooks(writing);
  const language = emptyElement('w:lang', {
    'w:val': 'en-US',
    'w:eastAsia': 'zh-CN',
    'w:bidi': 'ar-SA',
  });
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${writeFaces(faces.text, faces.digits)}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const styles = [
    ...listHeadStyles(writing, looks),
    ...listTextStyles(writing, looks),
    ...listClosingStyles(writing, looks),
    ...listOtherStyles(writing, looks),
  ];
  return `${XML_DECLARATION}<w:styles xmlns:w="${WORD_NAMESPACE}">${defaults}${writeNormal(writing)}${writeTableStyles()}${styles.map(writeStyle).join('')}</w:styles>`;
}
