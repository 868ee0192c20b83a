import { numberLabel } from './block-text.ts';
import { formatListNumber } from './docx/number-format.ts';
import { type HtmlElement, htmlAttribute, htmlText } from './html-tree.ts';

const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
};

function listStyle(element: HtmlElement): string {
  const style = htmlAttribute(element, 'style');
  const named = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(style)?.[1]?.toLowerCase();
  return named ?? htmlAttribute(element, 'type');
}

/** `1.` of an ordered list's item, as the browser prints it; asking counts it in `ordinals`, the next of each list. */
export function itemLabel(item: HtmlElement, ordinals: Map<HtmlElement, number>): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const said = Number.parseInt(htmlAttribute(item, 'value'), 10);
  const start = Number.parseInt(htmlAttribute(list, 'start'), 10);
  const next = ordinals.get(list) ?? (Number.isNaN(start) ? 1 : start);
  const ordinal = Number.isNaN(said) ? next : said;
  ordinals.set(list, ordinal + 1);
  const style = listStyle(item) || listStyle(list);
  if (style === 'none') return '';
  const format = listFormats[style] ?? 'decimal';
  return `${formatListNumber(format, ordinal)}${format === 'chineseCounting' ? '、' : '.'}`;
}

/** Whether the element holds the number of a list that Word or WPS wrote out for programs without lists. */
export function isWrittenNumber(element: HtmlElement): boolean {
  return /mso-list:\s*ignore/iu.test(htmlAttribute(element, 'style'));
}

/** The number in such an element, `（一）`; empty for a bullet. */
export function writtenNumber(element: HtmlElement): string {
  return numberLabel(htmlText(element));
}
