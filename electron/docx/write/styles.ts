import {
  CHARACTER_CELL,
  CHARACTER_SPACING,
  type Faces,
  FIRST_LINE_CELLS,
  type Pt,
  ptToHalfPoint,
  sizes,
  TITLE_PITCH,
} from '../../../core/layout/index.ts';
import { FOOTER_STYLE, styleOfLine, styleOfRunInHeading, tableStyles } from './style-names.ts';
import { emptyElement, escapeXml } from './xml.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const BLACK = '000000';

/** One face in every slot: digits and Chinese quotation marks take the face of the text too. */
function writeFace(face: string): string {
  return emptyElement('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': face,
    'w:hAnsi': face,
    'w:eastAsia': face,
    'w:cs': face,
  });
}

function writeRun(face: string, size: Pt, spacing: number = CHARACTER_SPACING): string {
  const half = ptToHalfPoint(size);
  const plain = ['w:b', 'w:bCs', 'w:i', 'w:iCs'].map((name) => emptyElement(name, { 'w:val': 0 }));
  return [
    '<w:rPr>',
    writeFace(face),
    ...plain,
    emptyElement('w:color', { 'w:val': BLACK }),
    emptyElement('w:spacing', { 'w:val': spacing }),
    emptyElement('w:sz', { 'w:val': half }),
    emptyElement('w:szCs', { 'w:val': half }),
    '</w:rPr>',
  ].join('');
}

/** Paragraph properties in the order the schema wants them. */
interface Paragraph {
  readonly keepNext?: boolean;
  readonly snapToGrid?: boolean;
  /** Exact pitch in twips. */
  readonly exact?: number;
  readonly firstLineCells?: number;
  readonly align?: 'both' | 'center' | 'left' | 'right';
  /** 0 for Heading 1. */
  readonly outline?: number;
}

function writeParagraph(properties: Paragraph): string {
  const { keepNext, snapToGrid, exact, firstLineCells, align, outline } = properties;
  const indent = firstLineCells && {
    'w:firstLineChars': firstLineCells * 100,
    'w:firstLine': firstLineCells * CHARACTER_CELL,
  };
  const written = [
    keepNext ? emptyElement('w:keepNext') + emptyElement('w:keepLines', { 'w:val': 0 }) : '',
    snapToGrid === undefined ? '' : emptyElement('w:snapToGrid', { 'w:val': Number(snapToGrid) }),
    exact ? emptyElement('w:spacing', { 'w:line': exact, 'w:lineRule': 'exact' }) : '',
    indent ? emptyElement('w:ind', indent) : '',
    align ? emptyElement('w:jc', { 'w:val': align }) : '',
    outline === undefined ? '' : emptyElement('w:outlineLvl', { 'w:val': outline }),
  ].join('');
  return written && `<w:pPr>${written}</w:pPr>`;
}

interface Style {
  readonly type?: 'paragraph' | 'character';
  readonly id: string;
  /** Word knows its own styles by their English names. */
  readonly name: string;
  readonly next?: string;
  readonly paragraph?: Paragraph;
  readonly run?: string;
}

function writeStyle({ type = 'paragraph', id, name, next, paragraph, run }: Style): string {
  const parent = type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont';
  return [
    `<w:style w:type="${type}" w:styleId="${id}">`,
    emptyElement('w:name', { 'w:val': name }),
    emptyElement('w:basedOn', { 'w:val': parent }),
    next ? emptyElement('w:next', { 'w:val': next }) : '',
    emptyElement('w:qFormat'),
    paragraph ? writeParagraph(paragraph) : '',
    run ?? '',
    '</w:style>',
  ].join('');
}

/**
 * Normal: 3号 仿宋 on the grid. No space is added between hanzi and digits (28 a line would fail)
 * and no line is held back for widows (22 a page would fail).
 */
function writeNormal(faces: Faces): string {
  const properties = [
    emptyElement('w:widowControl', { 'w:val': 0 }),
    emptyElement('w:kinsoku', { 'w:val': 1 }),
    emptyElement('w:overflowPunct', { 'w:val': 1 }),
    emptyElement('w:autoSpaceDE', { 'w:val': 0 }),
    emptyElement('w:autoSpaceDN', { 'w:val': 0 }),
    emptyElement('w:adjustRightInd', { 'w:val': 0 }),
    emptyElement('w:snapToGrid', { 'w:val': 1 }),
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
    `<w:pPr>${properties}</w:pPr>${writeRun(faces.text, sizes.text)}</w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  ].join('');
}

function listStyles(faces: Faces): readonly Style[] {
  const text = { firstLineCells: FIRST_LINE_CELLS } as const;
  const next = styleOfLine.text;
  const heading = (outline: number, id: string, face: string): Style => ({
    id,
    name: `heading ${outline + 1}`,
    next,
    paragraph: { ...text, keepNext: true, outline },
    run: writeRun(face, sizes.text),
  });
  const runIn = (level: 2 | 3 | 4, name: string, face: string): Style => ({
    type: 'character',
    id: styleOfRunInHeading[level],
    name,
    run: `<w:rPr>${writeFace(face)}</w:rPr>`,
  });
  const table = { snapToGrid: false, exact: 400 } as const;
  return [
    {
      id: styleOfLine.title,
      name: 'Title',
      next,
      paragraph: { snapToGrid: false, exact: TITLE_PITCH, align: 'center' },
      run: writeRun(faces.title, sizes.title, 0),
    },
    heading(0, styleOfLine.part, faces.part),
    heading(1, styleOfLine.section, faces.section),
    heading(2, styleOfLine.level3, faces.text),
    heading(3, styleOfLine.level4, faces.text),
    { id: styleOfLine.text, name: 'Body Text', paragraph: text },
    { id: styleOfLine.addressee, name: '主送机关', next },
    {
      id: styleOfLine.preambleHeading,
      name: '引言标题',
      next,
      paragraph: { keepNext: true, align: 'center' },
      run: writeRun(faces.part, sizes.text),
    },
    { id: styleOfLine.attachment, name: '附件说明' },
    { id: styleOfLine.signature, name: 'Signature', paragraph: { align: 'left' } },
    { id: styleOfLine.date, name: 'Date', paragraph: { align: 'left' } },
    { id: styleOfLine.note, name: '附注', paragraph: text },
    {
      id: tableStyles.head,
      name: '表头',
      paragraph: { ...table, align: 'center' },
      run: writeRun(faces.part, sizes.table, 0),
    },
    {
      id: tableStyles.text,
      name: '表格文字',
      paragraph: table,
      run: writeRun(faces.text, sizes.table, 0),
    },
    {
      id: FOOTER_STYLE,
      name: 'footer',
      paragraph: { snapToGrid: false },
      run: writeRun(faces.pageNumber, sizes.pageNumber, 0),
    },
    runIn(2, '段内二级标题', faces.section),
    runIn(3, '段内三级标题', faces.text),
    runIn(4, '段内四级标题', faces.text),
  ];
}

/**
 * The package's styles.xml. The Latin slot's language is not Chinese: numbers would be broken
 * between two digits. Written whole, because docx 9 drops kinsoku, snapToGrid and
 * adjustRightInd, writes autoSpaceDN where the schema forbids it and colours built-in headings.
 */
export function writeStyles(faces: Faces): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${writeFace(faces.text)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const styles = listStyles(faces).map(writeStyle).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${escapeXml(namespace)}">${defaults}${writeNormal(faces)}${styles}</w:styles>`;
}
