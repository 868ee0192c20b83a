import { type Pt, ptToHalfPoint } from '../../../core/layout/index.ts';
import { emptyElement } from './xml.ts';

/** How text is set: one face in every slot unless digits have another. */
export interface RunStyle {
  readonly face: string;
  /** Face of digits and Latin letters; null for the same. */
  readonly digits?: string | null;
  readonly size: Pt;
  /** Twips added to each character. */
  readonly spacing: number;
  readonly bold?: boolean;
  /** Six hex digits; black if absent. */
  readonly color?: string;
}

/** Faces of the slots; digits and Latin letters take `ascii` and `hAnsi`. */
export function writeFaces(face: string, digits: string | null = null): string {
  return emptyElement('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': digits ?? face,
    'w:hAnsi': digits ?? face,
    'w:eastAsia': face,
    'w:cs': digits ?? face,
  });
}

function writeBold(bold: boolean): string {
  const value = bold ? {} : { 'w:val': 0 };
  return emptyElement('w:b', value) + emptyElement('w:bCs', value);
}

/** Everything said outright: Word's own headings are blue and slanted where a style is silent. */
export function writeRunStyle(style: RunStyle): string {
  const { face, digits = null, size, spacing, bold = false, color = '000000' } = style;
  const half = ptToHalfPoint(size);
  return [
    '<w:rPr>',
    writeFaces(face, digits),
    writeBold(bold),
    ...['w:i', 'w:iCs'].map((name) => emptyElement(name, { 'w:val': 0 })),
    emptyElement('w:color', { 'w:val': color }),
    emptyElement('w:spacing', { 'w:val': spacing }),
    emptyElement('w:sz', { 'w:val': half }),
    emptyElement('w:szCs', { 'w:val': half }),
    '</w:rPr>',
  ].join('');
}

/** What sets a stretch of a line apart from the rest of it. */
export function writeStretchStyle(face: string, digits: string | null, bold: boolean): string {
  return `<w:rPr>${writeFaces(face, digits)}${bold ? writeBold(true) : ''}</w:rPr>`;
}

/** How a paragraph is set; lengths in twips. */
export interface ParagraphStyle {
  readonly keepNext?: boolean;
  readonly snapToGrid?: boolean;
  /** Exact pitch. */
  readonly exact?: number;
  readonly before?: number;
  readonly after?: number;
  /** Indent of the first line, in characters and in twips. */
  readonly firstLine?: { readonly cells: number; readonly length: number };
  readonly align?: 'both' | 'center' | 'left' | 'right';
  /** 0 for Heading 1. */
  readonly outline?: number;
}

function writeSpacing({ exact, before, after }: ParagraphStyle): string {
  if (exact === undefined) return '';
  return emptyElement('w:spacing', {
    ...(before === undefined ? {} : { 'w:before': before }),
    ...(after === undefined ? {} : { 'w:after': after }),
    'w:line': exact,
    'w:lineRule': 'exact',
  });
}

/** Paragraph properties in the order the schema wants them. */
export function writeParagraphStyle(style: ParagraphStyle): string {
  const { keepNext, snapToGrid, firstLine, align, outline } = style;
  const indent = firstLine && {
    'w:firstLineChars': firstLine.cells * 100,
    'w:firstLine': firstLine.length,
  };
  const written = [
    keepNext ? emptyElement('w:keepNext') + emptyElement('w:keepLines', { 'w:val': 0 }) : '',
    snapToGrid === undefined ? '' : emptyElement('w:snapToGrid', { 'w:val': Number(snapToGrid) }),
    writeSpacing(style),
    indent ? emptyElement('w:ind', indent) : '',
    align ? emptyElement('w:jc', { 'w:val': align }) : '',
    outline === undefined ? '' : emptyElement('w:outlineLvl', { 'w:val': outline }),
  ].join('');
  return written && `<w:pPr>${written}</w:pPr>`;
}

/** A style of paragraphs or of stretches of text. */
export interface Style {
  readonly type?: 'paragraph' | 'character';
  readonly id: string;
  /** Word knows its own styles by their English names; ours have Chinese ones. */
  readonly name: string;
  readonly next?: string;
  readonly paragraph?: ParagraphStyle;
  /** Run properties as XML. */
  readonly run?: string;
}

const isOwn = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** A style with its parent, `Normal` or the default of characters. */
export function writeStyle({ type = 'paragraph', id, name, next, paragraph, run }: Style): string {
  const parent = type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont';
  const custom = isOwn(name) ? ' w:customStyle="1"' : '';
  return [
    `<w:style w:type="${type}"${custom} w:styleId="${id}">`,
    emptyElement('w:name', { 'w:val': name }),
    emptyElement('w:basedOn', { 'w:val': parent }),
    next ? emptyElement('w:next', { 'w:val': next }) : '',
    emptyElement('w:qFormat'),
    paragraph ? writeParagraphStyle(paragraph) : '',
    run ?? '',
    '</w:style>',
  ].join('');
}
