import { type Notice, ok, type Result } from '../../../core/api/index.ts';
import { bookmarkToTag, type FormBlock, type FormCell } from '../../../core/forms/index.ts';
import type { SourceBlock } from '../../../core/segment/index.ts';
import { readSource } from './read-source.ts';
import { attributeOf, childOf, childValue, type XmlElement, type XmlNode } from './xml.ts';

/** Stand round a tag among the words while they are read; no text has them, Unicode keeps them free. */
const open = '\ufdd0';
const close = '\ufdd1';
const tags = new RegExp(`${open}([^${close}]*)${close}`, 'gu');
const strays = new RegExp(`[${open}${close}]`, 'gu');

function tagRun(tag: string): XmlElement {
  const text = {
    name: 'w:t',
    attributes: { 'xml:space': 'preserve' },
    children: [`${open}${tag}${close}`],
  };
  return { name: 'w:r', attributes: {}, children: [text] };
}

function withoutStrays(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.map((node) => (typeof node === 'string' ? node.replace(strays, '') : node));
}

/** Puts a run into the first paragraph, or before the first run where there is none. */
function putIn(
  element: XmlElement,
  run: XmlElement,
): { readonly element: XmlElement; readonly isIn: boolean } {
  if (element.name === 'w:p') {
    const head = element.children.findIndex(
      (child) => typeof child !== 'string' && child.name === 'w:pPr',
    );
    const children = element.children.toSpliced(head + 1, 0, run);
    return { element: { ...element, children }, isIn: true };
  }
  for (const [at, child] of element.children.entries()) {
    if (typeof child === 'string') continue;
    const put = putIn(child, run);
    if (put.isIn)
      return {
        element: { ...element, children: element.children.with(at, put.element) },
        isIn: true,
      };
  }
  return { element, isIn: false };
}

function showTag(control: XmlElement): XmlElement {
  const tag = childValue(childOf(control, 'w:sdtPr'), 'w:tag');
  const content = childOf(control, 'w:sdtContent');
  if (tag === null || content === null) return control;
  const run = tagRun(tag.replace(strays, ''));
  const put = putIn(content, run);
  const shown = put.isIn ? put.element : { ...content, children: [run, ...content.children] };
  const children = control.children.map((child) => (child === content ? shown : child));
  return { ...control, children };
}

/** The tag of a bookmark of ours that stands inside a paragraph; null for everything else. */
function bookmarkTag(element: XmlElement): string | null {
  if (element.name !== 'w:bookmarkStart') return null;
  return bookmarkToTag(attributeOf(element, 'name') ?? '');
}

const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

function isRaised(run: XmlElement): boolean {
  return childValue(childOf(run, 'w:rPr'), 'w:vertAlign') === 'superscript';
}

/** The sign of a note behind a number must not become one more digit of it. */
function raiseDigits(element: XmlElement): XmlElement {
  const raise = (text: string) => text.replace(/\d/gu, (digit) => raised[digit] ?? digit);
  const children = element.children.map((child) =>
    typeof child === 'string' ? raise(child) : child.name === 'w:t' ? raiseDigits(child) : child,
  );
  return { ...element, children };
}

/** An element in which the tags of content controls stand among their words. */
function showTags(element: XmlElement): XmlElement {
  const children = withoutStrays(element.children).flatMap((child): readonly XmlNode[] => {
    if (typeof child === 'string') return [child];
    const tag = bookmarkTag(child);
    return tag === null ? [showTags(child)] : [child, tagRun(tag)];
  });
  const whole = { ...element, children };
  const shown = element.name === 'w:r' && isRaised(element) ? raiseDigits(whole) : whole;
  return element.name === 'w:sdt' ? showTag(shown) : shown;
}

function toCell(text: string): FormCell {
  return {
    text: text.replace(tags, '').replace(strays, ''),
    tags: [...text.matchAll(tags)].map(([, tag = '']) => tag),
  };
}

function toBlock(block: SourceBlock): FormBlock {
  return block.kind === 'table'
    ? { kind: 'table', rows: block.rows.map((cells) => cells.map(toCell)) }
    : { kind: 'line', cell: toCell(`${block.label}${block.text}`) };
}

/** What a form is read from. */
export interface FormFile {
  readonly blocks: readonly FormBlock[];
  /** What stands in the file and was not read: comments, formulas. */
  readonly notices: readonly Notice[];
}

/**
 * Reads a file as rows of cells, with the tags of a .docx's content controls: what a filled form is
 * read from. Errors as `readSource`.
 */
export async function readFormBlocks(name: string, bytes: Uint8Array): Promise<Result<FormFile>> {
  const read = await readSource(name, bytes, showTags);
  if (!read.ok) return read;
  const { blocks, notices } = read.value;
  return ok({ blocks: blocks.map(toBlock), notices });
}
