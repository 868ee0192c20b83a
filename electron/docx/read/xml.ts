import { SaxesParser } from 'saxes';
import { readingLimits } from './limits.ts';
import { damaged, Refusal, suspicious } from './refusal.ts';
import { canonicalScope, type Scope } from './xml-names.ts';

export type XmlNode = XmlElement | string;

/** An element with its names in canonical prefixes (`w:p`), whatever prefixes the file used. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element whose end is still to come. */
interface OpenElement extends Omit<XmlElement, 'children'> {
  readonly children: XmlNode[];
  readonly scope: Scope;
}

type Attributes = XmlElement['attributes'];

/** So many different attributes are remembered, each of so many characters. */
const MOST_SHARED = 500;
const LONGEST_SHARED = 120;
const NO_CHILDREN: readonly XmlNode[] = [];

/** Gives equal attributes as one object: those of most elements are among a few, and a tree of them is large. */
function createSharer(): (attributes: Attributes) => Attributes {
  const known = new Map<string, Attributes>();
  return (attributes) => {
    let key = '';
    for (const name in attributes) key += `${name}\0${attributes[name] ?? ''}\0`;
    if (key.length > LONGEST_SHARED) return attributes;
    const same = known.get(key);
    if (same) return same;
    if (known.size < MOST_SHARED) known.set(key, attributes);
    return attributes;
  };
}

/** The finished element, with no more room than its children take. */
function closeElement({ name, attributes, children }: OpenElement): XmlElement {
  return { name, attributes, children: children.length === 0 ? NO_CHILDREN : children.slice() };
}

/** Takes the children of every `parent` element one by one, so that a long document is never whole in memory. */
export interface ChildTap {
  readonly parent: string;
  readonly take: (child: XmlElement) => void;
}

/** Reads the bytes of an XML part as text: BOM, declared encoding, UTF-8. Throws a Refusal (import/damaged). */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(xmlEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw damaged('文档内容的编码有误');
  }
}

function xmlEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?<\?xml[^>]*?encoding=["']([\w.-]+)["']/u.exec(head)?.[1];
  return declared && !/^utf-?16/iu.test(declared) ? declared : 'utf-8';
}

const forbidden =
  /[\p{Cc}--[\t\n\r\u007f-\u009f]]|[\ufffe\uffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45]));/giv;

/** Takes out what XML 1.0 forbids; some programs write it, and a strict parser would lose the whole document. */
export function removeForbidden(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const clean = text.replace(forbidden, () => {
    count += 1;
    return '';
  });
  return { text: clean, count };
}

/**
 * Parses a whole part strictly. With `tap`, the children of `tap.parent` are handed over and not kept.
 * Throws a Refusal: import/damaged for broken XML, import/suspicious for a DOCTYPE or absurd depth or number.
 */
export function parseXml(text: string, tap?: ChildTap): XmlElement {
  const builder = new TreeBuilder(tap);
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    throw suspicious('文档内容带有外部定义');
  });
  parser.on('opentag', (tag) => builder.open(tag.name, tag.attributes));
  parser.on('closetag', () => builder.close());
  parser.on('text', (words) => builder.text(words));
  parser.on('cdata', (words) => builder.text(words));
  try {
    parser.write(text).close();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw builder.fault ?? damaged('文档内容的结构有误');
  }
  if (!builder.root) throw damaged('文档内容的结构有误');
  return builder.root;
}

/** Lives while one part is parsed. */
class TreeBuilder {
  root: XmlElement | null = null;
  /** A fault of our own inside a handler; never mistaken for broken XML. */
  fault: unknown = null;
  readonly #stack: OpenElement[] = [];
  readonly #tap: ChildTap | undefined;
  readonly #share = createSharer();
  #elements = 0;

  constructor(tap: ChildTap | undefined) {
    this.#tap = tap;
  }

  open(rawName: string, rawAttributes: XmlElement['attributes']): void {
    this.#elements += 1;
    if (this.#elements > readingLimits.xmlElements) throw suspicious('文档内容过于繁杂');
    if (this.#stack.length >= readingLimits.xmlDepth) throw suspicious('文档内容嵌套过深');
    const scope = canonicalScope(this.#stack.at(-1)?.scope ?? null, rawAttributes);
    const element: OpenElement = {
      name: scope.element(rawName),
      attributes: this.#share(scope.attributes(rawAttributes)),
      children: [],
      scope,
    };
    this.#stack.push(element);
  }

  text(words: string): void {
    this.#stack.at(-1)?.children.push(words);
  }

  close(): void {
    const open = this.#stack.pop();
    if (!open) return;
    const element = closeElement(open);
    const parent = this.#stack.at(-1);
    if (!parent) {
      this.root = element;
    } else if (this.#tap && parent.name === this.#tap.parent) {
      this.#handOver(element, this.#tap);
    } else {
      parent.children.push(element);
    }
  }

  #handOver(element: XmlElement, tap: ChildTap): void {
    try {
      tap.take(element);
    } catch (cause) {
      this.fault = cause;
      throw cause;
    }
  }
}

/** First child element of that name, or null. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  if (!element) return null;
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return null;
}

/** All child elements of that name. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  if (!element) return [];
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** A WordprocessingML attribute, with or without its prefix; null when absent. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  return element?.attributes[`w:${name}`] ?? element?.attributes[name] ?? null;
}

/** `w:val` of a child; null when the child or the value is absent. */
export function childValue(element: XmlElement | null, name: string): string | null {
  return attributeOf(childOf(element, name), 'val');
}

/** A whole number from `w:val` of a child; null when absent or no number. */
export function childNumber(element: XmlElement | null, name: string): number | null {
  const value = childValue(element, name);
  return value !== null && /^-?\d{1,9}$/u.test(value) ? Number(value) : null;
}

/** An on/off property: null when absent, true for `<w:b/>`, false for val 0, false, off, none. */
export function childToggle(element: XmlElement | null, name: string): boolean | null {
  const child = childOf(element, name);
  return child ? !/^(?:0|false|off|none)$/u.test(attributeOf(child, 'val') ?? '') : null;
}
