import { attributeOf, childOf, childrenOf, childValue, type XmlElement } from '../read/xml.ts';
import {
  overParagraph,
  type ParagraphLook,
  plainParagraph,
  readParagraphLook,
} from './paragraph-look.ts';
import { overRun, plainLook, type RunLook, readRunLook } from './run-look.ts';
import type { FindThemeFace } from './theme.ts';

/** A style with everything it inherits. */
export interface ResolvedStyle {
  readonly id: string;
  /** Lower case for Word's own: `heading 1`. */
  readonly name: string;
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
  /** The style's own `w:tblPr` elements, from the root of its chain to itself. */
  readonly tables: readonly XmlElement[];
}

/** Where the paragraphs of a list stand. */
export type FindListPlace = (
  numberId: string,
  level: number | null,
  styleId: string,
) => ParagraphLook;

/** The styles of a document. An unknown or absent id gives the default of its kind. */
export interface StyleSheet {
  readonly paragraph: (id: string | null) => ResolvedStyle;
  /** A character style alone. */
  readonly character: (id: string | undefined) => RunLook;
  readonly table: (id: string | null) => ResolvedStyle;
  /** numId a numbering style points to; null when it is no such style. */
  readonly numberIdOf: (id: string) => string | null;
  /** Language of Chinese text by the document's defaults; empty where nothing is said. */
  readonly language: string;
}

/** Word stops at ten; longer chains only serve to cost time. */
const longestChain = 50;

function chainOf(id: string, elements: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  const seen = new Set<string>();
  let next: string | null = id;
  while (next !== null && !seen.has(next) && seen.size < longestChain) {
    seen.add(next);
    const element = elements.get(next);
    if (!element) break;
    chain.unshift(element);
    next = childValue(element, 'w:basedOn');
  }
  return chain;
}

/** Built-in headings need not spell their outline level out. */
function impliedLevel(name: string): ParagraphLook {
  const level = /^(?:heading|标题) ?([1-9])$/iu.exec(name)?.[1];
  return level ? { outlineLevel: Number(level) } : plainParagraph;
}

function styleName(style: XmlElement | undefined): string {
  const name = childValue(style ?? null, 'w:name') ?? '';
  return /^[\x20-\x7e]+$/u.test(name) ? name.toLowerCase() : name;
}

interface Defaults {
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
}

function resolveStyle(
  id: string,
  elements: ReadonlyMap<string, XmlElement>,
  base: Defaults,
  theme: FindThemeFace,
  placeOf: FindListPlace,
): ResolvedStyle {
  let { run, paragraph } = base;
  const tables: XmlElement[] = [];
  for (const element of chainOf(id, elements)) {
    const own = readParagraphLook(childOf(element, 'w:pPr'));
    const listed = own.numberId
      ? placeOf(own.numberId, own.numberLevel ?? null, attributeOf(element, 'styleId') ?? '')
      : plainParagraph;
    const implied = overParagraph(impliedLevel(styleName(element)), listed);
    paragraph = overParagraph(overParagraph(paragraph, implied), own);
    run = overRun(run, readRunLook(childOf(element, 'w:rPr'), theme));
    const table = childOf(element, 'w:tblPr');
    if (table) tables.push(table);
  }
  return { id, name: styleName(elements.get(id)), run, paragraph, tables };
}

function remember<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const style = known.get(id) ?? make(id);
    known.set(id, style);
    return style;
  };
}

function defaultId(styles: readonly XmlElement[], type: string): string {
  const found = styles.find(
    (style) =>
      attributeOf(style, 'type') === type &&
      /^(?:1|true|on)$/u.test(attributeOf(style, 'default') ?? ''),
  );
  return attributeOf(found ?? null, 'styleId') ?? '';
}

const nothing: Defaults = { run: plainLook, paragraph: plainParagraph };

/** Reads `styles.xml`; null (no such part) gives styles that say nothing. */
export function readStyleSheet(
  root: XmlElement | null,
  theme: FindThemeFace,
  placeOf: FindListPlace,
): StyleSheet {
  const all = childrenOf(root, 'w:style');
  const elements = new Map(all.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const defaults = childOf(root, 'w:docDefaults');
  const base: Defaults = {
    run: readRunLook(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'), theme),
    paragraph: readParagraphLook(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
  };
  const make = (under: Defaults) =>
    remember((id: string) => resolveStyle(id, elements, under, theme, placeOf));
  const [paragraph, alone] = [make(base), make(nothing)];
  const normalId = defaultId(all, 'paragraph');
  const tableId = defaultId(all, 'table');
  const orDefault = (id: string | null, otherwise: string) =>
    id !== null && elements.has(id) ? id : otherwise;
  return {
    paragraph: (id) => paragraph(orDefault(id, normalId)),
    character: (id) => (id === undefined ? plainLook : alone(id).run),
    table: (id) => alone(orDefault(id, tableId)),
    numberIdOf: (id) => (elements.has(id) ? (alone(id).paragraph.numberId ?? null) : null),
    language: paragraph(normalId).run.language ?? '',
  };
}
