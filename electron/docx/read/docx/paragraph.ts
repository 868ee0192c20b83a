import { blockText } from '../block-text.ts';
import { isContentsLine } from '../field-code.ts';
import { lookOf } from '../look.ts';
import { hintsOf, type Piece, plainPiece } from '../pieces.ts';
import { attributeOf, childOf, childToggle, type XmlElement } from '../xml.ts';
import { readBlocks } from './blocks.ts';
import { collectInline, type InlineContent } from './inline.ts';
import {
  overrideParagraph,
  type ParagraphProperties,
  readParagraphProperties,
} from './properties.ts';
import {
  createSink,
  type DocxReading,
  type ParagraphHead,
  pushBlocks,
  type Sink,
} from './reading.ts';
import type { Style } from './styles.ts';

type MarkState = 'printed' | 'deleted' | 'hidden';

function markState(pPr: XmlElement | null): MarkState {
  const rPr = childOf(pPr, 'w:rPr');
  if (childOf(rPr, 'w:del') || childOf(rPr, 'w:moveFrom')) return 'deleted';
  return childToggle(rPr, 'w:specVanish') ? 'hidden' : 'printed';
}

/** Place and number of a paragraph. Asking for the number counts it, so it is asked once. */
function readHead(
  pPr: XmlElement | null,
  style: Style,
  pieces: readonly Piece[],
  reading: DocxReading,
): ParagraphHead {
  const own = readParagraphProperties(pPr);
  const place = overrideParagraph(style.paragraph, own);
  // A level said by the paragraph counts only with its own list; a style's list finds its level by the style.
  const level = own.numberLevel ?? style.paragraph.numberLevel;
  const label =
    place.numberId === null || place.numberId === '0'
      ? ''
      : reading.numbers.next(place.numberId, level, own.numberId === null ? style.id : null);
  const line = reading.line;
  reading.line += 1;
  const { align } = place;
  const sizePt = pieces.find((piece) => piece.text.trim() !== '')?.sizePt ?? style.run.sizePt;
  const indent = indentOf(place, sizePt);
  return { line, label, align, outlineLevel: place.outlineLevel || null, indent };
}

/** What Word takes where neither styles nor defaults name a size. */
const usualSizePt = 10;

/** Characters win over twips; twips are measured by the size of the first letters. */
function indentOf(place: ParagraphProperties, sizePt: number | null): number {
  if (place.indentChars) return place.indentChars / 100;
  return (place.indentTwips ?? 0) / 20 / (sizePt || usualSizePt);
}

/** Reads `w:p` into the sink, with its text boxes and notes after it. */
export function readParagraph(element: XmlElement, reading: DocxReading, sink: Sink): void {
  const pPr = childOf(element, 'w:pPr');
  const style = reading.styles.paragraph(attributeOf(childOf(pPr, 'w:pStyle'), 'val'));
  const content: InlineContent = { pieces: [], boxes: [], notes: [] };
  const inContents = reading.fields.isInContents();
  collectInline(element, { reading, content, base: style.run });
  if (inContents || reading.fields.isInContents()) leaveContents(content.pieces, reading);
  reading.fields.endParagraph();
  const pieces = joinPieces(sink.carried?.pieces ?? [], content.pieces);
  const state = markState(pPr);
  if (state === 'deleted') {
    sink.carried = { pieces, head: sink.carried?.head ?? null };
  } else {
    const head = sink.carried?.head ?? readHead(pPr, style, pieces, reading);
    if (state === 'hidden') sink.carried = { pieces, head };
    else {
      sink.carried = null;
      pushParagraph(pieces, head, sink);
    }
  }
  readBoxes(content, reading, sink);
  readNotes(content, reading, sink);
}

/** A line of a table of contents says a heading twice. One that lost its end does not swallow the paper. */
function leaveContents(pieces: Piece[], reading: DocxReading): void {
  if (!isContentsLine(pieces.map((piece) => piece.text).join(''))) return;
  pieces.length = 0;
  reading.tally.contents += 1;
}

/** Into the carried list itself: copying it at every paragraph would make many of them quadratic. */
function joinPieces(carried: Piece[], own: readonly Piece[]): Piece[] {
  for (const piece of own) carried.push(piece);
  return carried;
}

function pushParagraph(pieces: readonly Piece[], head: ParagraphHead, sink: Sink): void {
  const text = pieces.map((piece) => piece.text).join('');
  if (text.trim() === '' && head.label === '') return;
  sink.blocks.push({
    kind: 'paragraph',
    line: head.line,
    text,
    label: head.label,
    hints: hintsOf(pieces, head.align, head.outlineLevel),
    look: lookOf(pieces, head.indent),
  });
}

/** A sink may end inside a carried paragraph: its words are still words. */
export function flushCarried(reading: DocxReading, sink: Sink): void {
  const { carried } = sink;
  if (!carried) return;
  sink.carried = null;
  const line = reading.line;
  reading.line += 1;
  const head = carried.head ?? plainHead(line);
  pushParagraph(carried.pieces, head, sink);
}

function plainHead(line: number): ParagraphHead {
  return { line, label: '', align: null, outlineLevel: null, indent: 0 };
}

function pushPlain(text: string, reading: DocxReading, sink: Sink): void {
  const head = plainHead(reading.line);
  reading.line += 1;
  pushParagraph([plainPiece(text)], head, sink);
}

function readBoxes(content: InlineContent, reading: DocxReading, sink: Sink): void {
  for (const box of content.boxes) {
    if (typeof box === 'string') {
      pushPlain(box, reading, sink);
      continue;
    }
    const inner = createSink();
    readBlocks(box.children, reading, inner);
    flushCarried(reading, inner);
    pushBlocks(sink, inner.blocks);
  }
}

function readNotes(content: InlineContent, reading: DocxReading, sink: Sink): void {
  if (reading.inNote) return;
  for (const { kind, id } of content.notes) {
    const note = reading.takeNote(kind, id);
    if (!note) continue;
    reading.inNote = true;
    const inner = createSink();
    readBlocks(note.children, reading, inner);
    flushCarried(reading, inner);
    reading.inNote = false;
    const words = inner.blocks.map((block) => blockText(block).trim()).join('\n');
    if (words !== '') pushPlain(`〔注〕${words}`, reading, sink);
  }
}
