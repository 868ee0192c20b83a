import type { SourceBlock, SourceHints } from '../../../core/segment/index.ts';
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
import { hintsOf, type Piece } from './pieces.ts';
import type { SourceDocument } from './source-document.ts';
import { createTally, type Tally, tallyNotices } from './tally.ts';

const blockNames: ReadonlySet<string> = new Set(
  'html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody thead tfoot tr td th caption ul'.split(
    ' ',
  ),
);

interface Look {
  readonly bold: boolean;
  readonly align: SourceHints['align'];
  readonly outlineLevel: number | null;
  readonly keepsBlanks: boolean;
}

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

function endParagraph(page: OpenPage, look: Look): void {
  const pieces = trimPieces(page.pieces);
  page.pieces = [];
  const text = pieces.map((piece) => piece.text).join('');
  if (text === '') return;
  const hints = hintsOf(pieces, look.align, look.outlineLevel);
  page.blocks.push({ kind: 'paragraph', line: page.line, text, label: page.label, hints });
  page.label = '';
  page.line += 1;
}

function takeText(value: string, page: OpenPage, look: Look): void {
  const spaced = value.replaceAll('\u00a0', ' ');
  if (!look.keepsBlanks) {
    addPiece(collapse(spaced), page, look);
    return;
  }
  for (const [index, line] of spaced.split(/\r\n|[\r\n]/u).entries()) {
    if (index > 0) endParagraph(page, look);
    addPiece(line, page, look);
  }
}

function addPiece(text: string, page: OpenPage, look: Look): void {
  if (text !== '') page.pieces.push({ text, bold: look.bold, sizePt: null, face: null });
}

function lookOf(element: HtmlElement, above: Look): Look {
  const { tagName } = element;
  const style = htmlAttribute(element, 'style').toLowerCase();
  const align =
    /text-align:\s*(left|center|right)/u.exec(style)?.[1] ??
    /^(left|center|right)$/u.exec(htmlAttribute(element, 'align').toLowerCase())?.[1] ??
    (tagName === 'center' ? 'center' : null);
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  const bolds =
    /^(?:b|strong|h[1-6])$/u.test(tagName) || /font-weight:\s*(?:bold|[6-9]00)/u.test(style);
  return {
    bold: above.bold || bolds,
    align: align === 'left' || align === 'center' || align === 'right' ? align : above.align,
    outlineLevel: level ? Number(level) : above.outlineLevel,
    keepsBlanks: above.keepsBlanks || tagName === 'pre',
  };
}

function isHidden(element: HtmlElement): boolean {
  return (
    element.attrs.some((attribute) => attribute.name === 'hidden') ||
    /display:\s*none|visibility:\s*hidden/u.test(htmlAttribute(element, 'style').toLowerCase())
  );
}

/** `1.` of an ordered list's item, as the browser prints it; asking counts it. */
function itemLabel(item: HtmlElement, page: OpenPage): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const start = Number.parseInt(htmlAttribute(list, 'start'), 10);
  const ordinal = page.ordinals.get(list) ?? (Number.isNaN(start) ? 1 : start);
  page.ordinals.set(list, ordinal + 1);
  return `${ordinal}.`;
}

function takeTable(table: HtmlElement, page: OpenPage, look: Look): boolean {
  const rows = tableRows(table);
  if (!rows) return false;
  for (const caption of descendants(table, new Set(['caption']))) takeChildren(caption, page, look);
  endParagraph(page, look);
  page.blocks.push({ kind: 'table', line: page.line, rows });
  page.line += 1;
  return true;
}

function takeChildren(element: HtmlElement, page: OpenPage, look: Look): void {
  for (const child of element.childNodes) takeNode(child, page, look);
}

function takeElement(element: HtmlElement, page: OpenPage, above: Look): void {
  const { tagName } = element;
  if (wordless.has(tagName)) return;
  if (isHidden(element)) {
    if (htmlText(element).trim() !== '') page.tally.hidden += 1;
    return;
  }
  if (tagName === 'img') page.tally.pictures += 1;
  if (tagName === 'br') endParagraph(page, above);
  const look = lookOf(element, above);
  if (!blockNames.has(tagName)) {
    takeChildren(element, page, look);
    return;
  }
  endParagraph(page, above);
  if (tagName === 'li') page.label = itemLabel(element, page);
  if (tagName === 'table' && takeTable(element, page, look)) return;
  takeChildren(element, page, look);
  endParagraph(page, look);
  if (tagName === 'li') page.label = '';
}

function takeNode(node: HtmlNode, page: OpenPage, look: Look): void {
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
  const plain: Look = { bold: false, align: null, outlineLevel: null, keepsBlanks: false };
  for (const node of nodes) takeNode(node, page, plain);
  endParagraph(page, plain);
  return { blocks: page.blocks, notices: tallyNotices(tally) };
}
