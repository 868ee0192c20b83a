import { type Properties, readChildProperties } from './properties.ts';
import {
  attributeIn,
  childNamed,
  childValueIn,
  findAll,
  type PlacedElement,
  placeElements,
} from './xml-tree.ts';

/** Styles that our paragraphs take, by the names that Word knows its own by. */
export const styleNames = ['Title', 'heading 1', 'heading 2', 'heading 3', 'heading 4'] as const;
export type StyleName = (typeof styleNames)[number];

/** One paragraph style of a document. */
export interface TemplateStyle {
  readonly id: string;
  /** As it is written, in lower case. */
  readonly name: string;
  readonly basedOn: string | null;
  readonly paragraph: Properties;
  readonly run: Properties;
}

/** The paragraph styles of a document. */
export interface TemplateStyles {
  readonly byId: ReadonlyMap<string, TemplateStyle>;
  readonly byName: ReadonlyMap<string, TemplateStyle>;
  /** The style of a paragraph that names none; null where there is none. */
  readonly standard: TemplateStyle | null;
  /** Ids of every style, of other kinds too. */
  readonly ids: ReadonlySet<string>;
  /** What stands where no style says otherwise. */
  readonly defaults: Properties;
}

function readStyle(xml: string, style: PlacedElement): TemplateStyle {
  return {
    id: attributeIn(xml, style, 'w:styleId') ?? '',
    name: (childValueIn(xml, style, 'w:name') ?? '').toLowerCase(),
    basedOn: childValueIn(xml, style, 'w:basedOn'),
    paragraph: readChildProperties(xml, style, 'w:pPr'),
    run: readChildProperties(xml, style, 'w:rPr'),
  };
}

/** Reads the styles of a document. */
export function readStyles(xml: string): TemplateStyles {
  const root = placeElements(xml);
  const all = findAll(root, 'w:style');
  const ofParagraphs = all.filter((one) => attributeIn(xml, one, 'w:type') === 'paragraph');
  const styles = ofParagraphs.map((one) => readStyle(xml, one));
  const first = ofParagraphs.findIndex((one) =>
    /^(?:1|true|on)$/u.test(attributeIn(xml, one, 'w:default') ?? ''),
  );
  return {
    byId: new Map(styles.map((style) => [style.id, style])),
    byName: new Map(styles.toReversed().map((style) => [style.name, style])),
    standard: styles[first] ?? null,
    ids: new Set(all.map((one) => attributeIn(xml, one, 'w:styleId') ?? '')),
    defaults: readChildProperties(xml, findAll(root, 'w:rPrDefault')[0] ?? null, 'w:rPr'),
  };
}

/** A style and those it is based on, the nearest first. */
export function chainOf(styles: TemplateStyles, id: string | null): readonly TemplateStyle[] {
  const chain: TemplateStyle[] = [];
  let style = id === null ? styles.standard : (styles.byId.get(id) ?? styles.standard);
  while (style && !chain.includes(style)) {
    chain.push(style);
    style = style.basedOn === null ? null : (styles.byId.get(style.basedOn) ?? null);
  }
  return chain;
}

/** Styles that our paragraphs would take and that a document lacks. */
export function listLacking(styles: TemplateStyles): readonly StyleName[] {
  return styleNames.filter((name) => !styles.byName.has(name.toLowerCase()));
}

/** An id for each of our styles: the document's own, or a new one that nothing else has. */
export function chooseIds(styles: TemplateStyles): Readonly<Record<StyleName, string>> {
  const choose = (name: StyleName): string => {
    const own = styles.byName.get(name.toLowerCase());
    if (own) return own.id;
    const plain = `Nianbao${name.replace(' ', '').replace('h', 'H')}`;
    const ids = [plain, ...Array.from({ length: 99 }, (_, index) => `${plain}${index + 2}`)];
    return ids.find((id) => !styles.ids.has(id)) ?? plain;
  };
  const [title, first, second, third, fourth] = styleNames;
  return {
    [title]: choose(title),
    [first]: choose(first),
    [second]: choose(second),
    [third]: choose(third),
    [fourth]: choose(fourth),
  };
}

/** styles.xml with more styles at its end. */
export function addStyles(xml: string, added: readonly string[]): string {
  const [root] = placeElements(xml).children.filter(({ name }) => name === 'w:styles');
  if (!root || added.length === 0) return xml;
  if (root.innerStart === root.innerEnd && root.end === root.innerEnd) {
    const tag = xml.slice(root.start, root.end).replace(/\s*\/>$/u, '>');
    return `${xml.slice(0, root.start)}${tag}${added.join('')}</w:styles>${xml.slice(root.end)}`;
  }
  return xml.slice(0, root.innerEnd) + added.join('') + xml.slice(root.innerEnd);
}

/** A style's automatic number, which would stand before ours. */
export function isNumbered(styles: TemplateStyles, id: string): boolean {
  return chainOf(styles, id).some(({ paragraph }) => paragraph.has('w:numPr'));
}

/** A child's value in the nearest of some properties that say it. */
export function firstValue(all: readonly Properties[], name: string, key = 'w:val'): string | null {
  const text = all.map((one) => one.get(name)).find((one) => one !== undefined);
  if (text === undefined) return null;
  const root = placeElements(text);
  return attributeIn(text, childNamed(root, name), key);
}
