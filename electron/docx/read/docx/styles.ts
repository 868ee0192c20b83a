import { attributeOf, childOf, childrenOf, childValue, type XmlElement } from '../xml.ts';
import {
  noParagraphProperties,
  noRunProperties,
  overrideParagraph,
  overrideRun,
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
} from './properties.ts';

/** A style with everything it inherits. */
export interface Style {
  readonly id: string | null;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

/** Styles by id. An unknown or absent id gives the defaults. */
export interface Styles {
  /** Document defaults, then the paragraph style and all it is based on. */
  readonly paragraph: (id: string | null) => Style;
  /** A character style alone. */
  readonly character: (id: string | null) => RunProperties;
  /** numId a numbering style points to; null when it is no such style. */
  readonly numberIdOf: (id: string) => string | null;
}

const emptyStyle: Style = { id: null, run: noRunProperties, paragraph: noParagraphProperties };

/** Built-in headings need not spell their outline level out. */
function headingLevel(style: XmlElement): number | null {
  const name = childValue(style, 'w:name') ?? '';
  const level = /^(?:heading|标题) ?([1-9])$/iu.exec(name)?.[1];
  return level ? Number(level) : null;
}

function ownStyle(style: XmlElement): Style {
  const paragraph = readParagraphProperties(childOf(style, 'w:pPr'));
  return {
    id: attributeOf(style, 'styleId'),
    run: readRunProperties(childOf(style, 'w:rPr')),
    paragraph: { ...paragraph, outlineLevel: paragraph.outlineLevel ?? headingLevel(style) },
  };
}

/** Word stops at ten; longer chains only serve to cost time. */
const longestChain = 50;

function resolve(id: string, elements: ReadonlyMap<string, XmlElement>, base: Style): Style {
  const chain: Style[] = [];
  const seen = new Set<string>();
  let next: string | null = id;
  while (next !== null && !seen.has(next) && seen.size < longestChain) {
    seen.add(next);
    const element = elements.get(next);
    if (!element) break;
    chain.unshift(ownStyle(element));
    next = childValue(element, 'w:basedOn');
  }
  const inherited = chain.reduce(
    (under, over) => ({
      id,
      run: overrideRun(under.run, over.run),
      paragraph: overrideParagraph(under.paragraph, over.paragraph),
    }),
    base,
  );
  return { ...inherited, id };
}

function remember(make: (id: string) => Style): (id: string) => Style {
  const known = new Map<string, Style>();
  return (id) => {
    const style = known.get(id) ?? make(id);
    known.set(id, style);
    return style;
  };
}

/** Reads `styles.xml`; null (no such part) gives styles that say nothing. */
export function readStyles(root: XmlElement | null): Styles {
  const all = childrenOf(root, 'w:style');
  const elements = new Map(all.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const defaults = childOf(root, 'w:docDefaults');
  const base: Style = {
    id: null,
    run: readRunProperties(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
    paragraph: readParagraphProperties(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
  };
  const normal = all.find(
    (style) =>
      attributeOf(style, 'type') === 'paragraph' &&
      /^(?:1|true|on)$/u.test(attributeOf(style, 'default') ?? ''),
  );
  const normalId = attributeOf(normal ?? null, 'styleId');
  const paragraph = remember((id) => resolve(id, elements, base));
  const character = remember((id) => resolve(id, elements, emptyStyle));
  return {
    paragraph: (id) => {
      const known = id !== null && elements.has(id) ? id : normalId;
      return known === null ? base : paragraph(known);
    },
    character: (id) => (id === null ? noRunProperties : character(id).run),
    numberIdOf: (id) => (elements.has(id) ? character(id).paragraph.numberId : null),
  };
}
