import { childNamed, type PlacedElement, sliceOf } from './xml-tree.ts';

/** Properties of a paragraph or a run: each element's XML by its name. */
export type Properties = ReadonlyMap<string, string>;

const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr';
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath';

const rankOf = (order: string) =>
  new Map(order.split(' ').map((name, index) => [`w:${name}`, index]));
const paragraphRanks = rankOf(paragraphOrder);
const runRanks = rankOf(runOrder);

/** The properties in an element such as w:pPr; none where it is not there. */
export function readProperties(xml: string, element: PlacedElement | null): Properties {
  return new Map((element?.children ?? []).map((child) => [child.name, sliceOf(xml, child)]));
}

/** The properties of an element's child. */
export function readChildProperties(
  xml: string,
  element: PlacedElement | null,
  child: string,
): Properties {
  return readProperties(xml, childNamed(element, child));
}

/** Properties with some changed; null takes one out. */
export function changeProperties(
  properties: Properties,
  changes: Readonly<Record<string, string | null>>,
): Properties {
  const changed = new Map(properties);
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) changed.delete(name);
    else changed.set(name, text);
  }
  return changed;
}

function write(name: string, properties: Properties, ranks: ReadonlyMap<string, number>): string {
  const rank = (one: string) => ranks.get(one) ?? ranks.size;
  const written = [...properties]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([, text]) => text)
    .join('');
  return written && `<${name}>${written}</${name}>`;
}

/** w:pPr in the order that the schema wants; nothing for no properties. */
export function writeParagraphProperties(properties: Properties): string {
  return write('w:pPr', properties, paragraphRanks);
}

/** w:rPr in the order that the schema wants; nothing for no properties. */
export function writeRunProperties(properties: Properties): string {
  return write('w:rPr', properties, runRanks);
}
