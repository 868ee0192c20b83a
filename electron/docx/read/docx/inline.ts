import { fieldKind } from '../field-code.ts';
import { colourOf } from '../look.ts';
import type { Piece } from '../pieces.ts';
import { attributeOf, childOf, type XmlElement } from '../xml.ts';
import { overrideRun, type RunProperties, readRunProperties, toggleRun } from './properties.ts';
import type { DocxReading } from './reading.ts';
import { readSymbol } from './symbols.ts';

/** What the inside of a paragraph holds, in order; boxes and notes are read after the paragraph. */
export interface InlineContent {
  readonly pieces: Piece[];
  /** `w:txbxContent` elements, and words of WordArt. */
  readonly boxes: (XmlElement | string)[];
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
}

interface InlineContext {
  readonly reading: DocxReading;
  readonly content: InlineContent;
  /** Look of a run that says nothing itself. */
  readonly base: RunProperties;
}

/** Elements that only wrap runs. Anything unknown is not entered, so that no metadata passes for words. */
const wrappers = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
]);

/** Reads the children of a paragraph or of something that wraps runs. */
export function collectInline(parent: XmlElement, context: InlineContext): void {
  for (const child of parent.children) {
    if (typeof child !== 'string') collectElement(child, context);
  }
}

function collectElement(element: XmlElement, context: InlineContext): void {
  const { tally } = context.reading;
  switch (element.name) {
    case 'w:r':
      collectRun(element, context);
      return;
    case 'w:ins':
    case 'w:moveTo':
      tally.insertions += 1;
      collectInline(element, context);
      return;
    case 'w:del':
    case 'w:moveFrom':
      tally.deletions += 1;
      return;
    case 'w:fldSimple':
      if (fieldKind(attributeOf(element, 'instr') ?? '') !== 'page')
        collectInline(element, context);
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      tally.formulas += 1;
      return;
    case 'mc:AlternateContent':
      collectInline(chosen(element), context);
      return;
    default:
      if (wrappers.has(element.name)) collectInline(element, context);
  }
}

/** One branch only: the others say the same again for older programs. */
export function chosen(alternate: XmlElement): XmlElement {
  return childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback') ?? alternate;
}

function collectRun(run: XmlElement, context: InlineContext): void {
  const { reading, content } = context;
  const rPr = childOf(run, 'w:rPr');
  const styleId = attributeOf(childOf(rPr, 'w:rStyle'), 'val');
  const styled = toggleRun(context.base, reading.styles.character(styleId));
  const look = overrideRun(styled, readRunProperties(rPr));
  const text = runText(run, context);
  if (text === '') return;
  if (look.hidden) {
    reading.tally.hidden += 1;
    return;
  }
  const { bold, sizePt, face } = look;
  content.pieces.push({ text, bold: bold ?? false, sizePt, face, colour: colourOf(look.colour) });
}

function runText(run: XmlElement, context: InlineContext): string {
  let text = '';
  for (const child of run.children) {
    if (typeof child !== 'string') text += runChild(child, context);
  }
  return text;
}

/** Words of one child of a run; what is not words goes to the content or the tally. */
function runChild(element: XmlElement, context: InlineContext): string {
  const { fields } = context.reading;
  switch (element.name) {
    case 'w:t':
      return fields.isInCode() ? '' : wordsOf(element);
    case 'w:fldChar':
      return fields.mark(attributeOf(element, 'fldCharType'));
    case 'w:instrText':
      fields.addCode(rawText(element));
      return '';
    case 'mc:AlternateContent':
      return runText(chosen(element), context);
    default:
      collectAside(element, context);
      return fields.isInCode() ? '' : signOf(element, context.reading);
  }
}

/** What stands in a run and is no letter of it. */
function collectAside(element: XmlElement, context: InlineContext): void {
  const { reading, content } = context;
  switch (element.name) {
    case 'w:footnoteReference':
      content.notes.push({ kind: 'footnote', id: attributeOf(element, 'id') ?? '' });
      return;
    case 'w:endnoteReference':
      content.notes.push({ kind: 'endnote', id: attributeOf(element, 'id') ?? '' });
      return;
    case 'w:commentReference':
      reading.tally.comments += 1;
      return;
    case 'w:ruby':
      collectElement(element, context);
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      collectGraphic(element, context);
      return;
    default:
  }
}

function rawText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** Without `xml:space="preserve"` blanks at the ends are only layout of the XML. Wide spaces are words. */
export function wordsOf(element: XmlElement): string {
  const text = rawText(element);
  const kept = element.attributes['xml:space'] === 'preserve' ? text : trimXmlBlanks(text);
  return kept.replace(/[\r\n]+/gu, ' ');
}

/** A loop, since a pattern for blanks at the end goes back over every blank before. */
function trimXmlBlanks(text: string): string {
  const blanks = ' \t\r\n';
  let start = 0;
  let end = text.length;
  while (start < end && blanks.includes(text.charAt(start))) start += 1;
  while (end > start && blanks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function signOf(element: XmlElement, reading: DocxReading): string {
  switch (element.name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br': {
      const type = attributeOf(element, 'type');
      return type === 'page' || type === 'column' ? '' : '\n';
    }
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym': {
      const sign = readSymbol(element);
      if (sign === null) reading.tally.charactersRemoved += 1;
      return sign ?? '';
    }
    default:
      return '';
  }
}

const pictureElements = new Set(['pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds']);

/** A drawing: its text boxes are words of the paper, its pictures are counted, its lines are nothing. */
function collectGraphic(graphic: XmlElement, context: InlineContext): void {
  const { tally } = context.reading;
  let pictures = 0;
  const walk = (element: XmlElement): void => {
    if (element.name === 'w:txbxContent') {
      context.content.boxes.push(element);
      return;
    }
    const wordArt = element.name === 'v:textpath' ? element.attributes['string'] : undefined;
    if (wordArt) context.content.boxes.push(wordArt);
    if (pictureElements.has(element.name)) pictures += 1;
    const inner = element.name === 'mc:AlternateContent' ? chosen(element) : element;
    for (const child of inner.children) if (typeof child !== 'string') walk(child);
  };
  walk(graphic);
  if (graphic.name === 'w:object') tally.embedded += 1;
  else tally.pictures += pictures;
}
