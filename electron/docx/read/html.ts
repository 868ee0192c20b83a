import type { SourceBlock } from '../../../core/segment/index.ts';
import { isWrittenNumber, itemLabel, writtenNumber } from './html-list.ts';
import { type HtmlLook, isHidden, lookBelow, plainHtmlLook } from './html-look.ts';
import { collapse, tableRows } from './html-table.ts';
import {
  descendants,
  type HtmlElement,
  type HtmlNode,
  htmlAttribute,
  htmlText,
  isElement,
  parseHtml,
  wordless,
} from './html-tree.ts';
import { lookOf } from './look.ts';
import { hintsOf, type Piece } from './pieces.ts';
import { readRadicals } from './radicals.ts';
import type { SourceDocument } from './source-document.ts';
import { createTally, type Tally, tallyNotices } from './tally.ts';

const blockNames: ReadonlySet<string> = new Set(
  'html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody thead tfoot tr td th caption ul'.split(
    ' ',
  ),
);

/** Elements whose words people see, though no report takes them; drop-down lists are a site's own. */
const countedWords: ReadonlyMap<string, 'formulas' | 'embedded' | 'hidden'> = new Map([
  ['math', 'formulas'],
  ['svg', 'embedded'],
  ['object', 'embedded'],
  ['textarea', 'embedded'],
  ['canvas', 'embedded'],
  ['rt', 'hidden'],
]);

/** What is open while a page is read in order. */
interface OpenPage {
  readonly blocks: SourceBlock[];
  readonly tally: Tally;
  /** Number of the next item of each ordered list. */
  readonly ordinals: Map<HtmlElement, number>;
  pieces: Piece[];
  label: string;
  line: number;
}

/** Trims a paragraph and what its pieces add up to; full-width indents are layout here. */
function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex((piece) => piece.text.trim() !== '');
  const last = pieces.findLastIndex((piece) => piece.text.trim() !== '');
  return pieces.slice(Math.max(0, first), last + 1).map((piece, index, kept) => {
    const begun = index === 0 ? piece.text.trimStart() : piece.text;
    return { ...piece, text: index === kept.length - 1 ? begun.trimEnd() : begun };
  });
}

/** Wide spaces before the first word. */
function countTypedIndent(pieces: readonly Piece[]): number {
  let count = 0;
  for (const { text } of pieces) {
    for (const letter of text) {
      if (letter.trim() !== '') return count;
      if (letter === '\u3000') count += 1;
    }
  }
  return count;
}

function endParagraph(page: OpenPage, look: HtmlLook): void {
  const pieces = trimPieces(page.pieces);
  const typedIndent = countTypedIndent(page.pieces);
  page.pieces = [];
  const text = pieces.map((piece) => piece.text).join('');
  if (text === '') return;
  page.blocks.push({
    kind: 'paragraph',
    line: page.line,
    text,
    label: page.label,
    hints: hintsOf(pieces, look.align, look.outlineLevel),
    look: lookOf(pieces, look.indent || typedIndent),
  });
  page.label = '';
  page.line += 1;
}

function takeText(value: string, page: OpenPage, look: HtmlLook): void {
  const spaced = value.replaceAll('\u00a0', ' ');
  if (!look.keepsBlanks) {
    addPiece(collapse(readRadicals(spaced)), page, look);
    return;
  }
  for (const [index, line] of spaced.split(/\r\n|[\r\n]/u).entries()) {
    if (index > 0) endParagraph(page, look);
    addPiece(line, page, look);
  }
}

function addPiece(text: string, page: OpenPage, look: HtmlLook): void {
  if (text === '') return;
  const { bold, sizePt, face, colour } = look;
  page.pieces.push({ text, bold, sizePt, face, colour });
}

function takeTable(table: HtmlElement, page: OpenPage, look: HtmlLook): boolean {
  const rows = tableRows(table);
  if (!rows) return false;
  for (const below of descendants(table, wordless)) countWordless(below, page);
  for (const caption of descendants(table, new Set(['caption']))) takeChildren(caption, page, look);
  endParagraph(page, look);
  page.blocks.push({ kind: 'table', line: page.line, rows });
  page.line += 1;
  return true;
}

function takeChildren(element: HtmlElement, page: OpenPage, look: HtmlLook): void {
  for (const child of element.childNodes) takeNode(child, page, look);
}

/** Hidden, deleted, a comment, or a number written out; counted where words are lost. */
function isLeftOut(element: HtmlElement, page: OpenPage): boolean {
  if (isWrittenNumber(element)) {
    page.label = writtenNumber(element);
    return true;
  }
  const style = htmlAttribute(element, 'style');
  const isComments = /mso-element:\s*comment-list/iu.test(style);
  const isDeleted = element.tagName === 'del';
  if (!isComments && !isDeleted && !isHidden(element)) return false;
  if (htmlText(element).trim() === '') return true;
  if (isComments) page.tally.comments += 1;
  else if (isDeleted) page.tally.deletions += 1;
  else page.tally.hidden += 1;
  return true;
}

/** Counts an element whose words are not the page's own, where it has any. */
function countWordless(element: HtmlElement, page: OpenPage): void {
  const counted = countedWords.get(element.tagName);
  const hasWords = element.childNodes.some((child) => htmlText(child).trim() !== '');
  if (counted && hasWords) page.tally[counted] += 1;
}

function takeElement(element: HtmlElement, page: OpenPage, above: HtmlLook): void {
  const { tagName } = element;
  if (wordless.has(tagName)) countWordless(element, page);
  if (wordless.has(tagName) || isLeftOut(element, page)) return;
  if (tagName === 'img') page.tally.pictures += 1;
  if (tagName === 'br') endParagraph(page, above);
  const look = lookBelow(element, above);
  if (!blockNames.has(tagName)) {
    takeChildren(element, page, look);
    return;
  }
  endParagraph(page, above);
  if (tagName === 'li') page.label = itemLabel(element, page.ordinals);
  if (tagName === 'table' && takeTable(element, page, look)) return;
  takeChildren(element, page, look);
  endParagraph(page, look);
  if (tagName === 'li') page.label = '';
}

function takeNode(node: HtmlNode, page: OpenPage, look: HtmlLook): void {
  if (isElement(node)) takeElement(node, page, look);
  else takeText(htmlText(node), page, look);
}

/**
 * Reads the words of a web page: a paragraph a block or line break, tables of figures as tables,
 * headings, bold and alignment as hints. Navigation that is words stays; the segmenter judges it.
 * Throws a Refusal (import/suspicious) for a page too long or too deep.
 */
export async function readHtml(html: string): Promise<SourceDocument> {
  const nodes = await parseHtml(html);
  const tally = createTally();
  const ordinals = new Map<HtmlElement, number>();
  const page: OpenPage = { blocks: [], tally, ordinals, pieces: [], label: '', line: 0 };
  for (const node of nodes) takeNode(node, page, plainHtmlLook);
  endParagraph(page, plainHtmlLook);
  return { blocks: page.blocks, notices: tallyNotices(tally) };
}
