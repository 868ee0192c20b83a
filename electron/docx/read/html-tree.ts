import type { DefaultTreeAdapterTypes } from 'parse5';
import { readingLimits } from './limits.ts';
import { suspicious } from './refusal.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Tags that close themselves or each other, so that many unclosed ones are no depth. */
const selfClosing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option'.split(
    ' ',
  ),
);

/** Refuses pages whose open tags pile up: the parser's work grows with the square of the depth. */
function checkDepth(html: string): void {
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][\w:-]{0,40})/giu)) {
    if (selfClosing.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (depth > readingLimits.htmlDepth) throw suspicious('网页内容嵌套过深');
  }
}

/** Refuses tags with thousands of attributes: the parser compares each with all before it. */
function checkTags(html: string): void {
  let separators = -1;
  for (const sign of html) {
    if (sign === '<') separators = 0;
    else if (sign === '>') separators = -1;
    else if (separators >= 0 && ' \t\r\n\f/"\''.includes(sign)) {
      separators += 1;
      if (separators > readingLimits.htmlTagSeparators) throw suspicious('网页标记过于繁杂');
    }
  }
}

/** Pictures written into the page itself. */
const embeddedData = /data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=]*/gu;

/** Parses a page with no scripts run and nothing fetched. Throws a Refusal (import/suspicious). */
export async function parseHtml(html: string): Promise<readonly HtmlNode[]> {
  const slim = html.replace(embeddedData, '');
  if (slim.length > readingLimits.htmlCharacters) throw suspicious('网页内容过长');
  checkDepth(slim);
  checkTags(slim);
  const { parse } = await import('parse5');
  return parse(slim).childNodes;
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** An attribute's value; empty when absent. */
export function htmlAttribute(element: HtmlElement, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
}

/** All elements below that bear one of the names, in order. */
export function descendants(
  element: HtmlElement,
  names: ReadonlySet<string>,
): readonly HtmlElement[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => [
      ...(names.has(child.tagName) ? [child] : []),
      ...descendants(child, names),
    ]);
}

/** Whether there is such an element below. */
export function contains(element: HtmlElement, name: string): boolean {
  return element.childNodes.some(
    (child) => isElement(child) && (child.tagName === name || contains(child, name)),
  );
}

/** All words below, without breaks. */
export function htmlText(node: HtmlNode): string {
  if (!isElement(node)) return node.nodeName === '#text' && 'value' in node ? node.value : '';
  if (wordless.has(node.tagName)) return '';
  return node.childNodes.map(htmlText).join('');
}

/** Elements without words of the page. */
export const wordless: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'xml',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'canvas',
  'audio',
  'video',
  'rt',
  'rp',
]);
