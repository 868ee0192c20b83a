import {
  attributeOf,
  childNumber,
  childOf,
  childToggle,
  childValue,
  type XmlElement,
} from '../xml.ts';

/** What a run or a style says of its letters; null where it says nothing. */
export interface RunProperties {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  readonly sizePt: number | null;
  /** East Asian face. */
  readonly face: string | null;
  /** `w:color` as written, `FF0000` or `auto`. */
  readonly colour: string | null;
}

/** What a paragraph or a style says of its place; null where it says nothing. */
export interface ParagraphProperties {
  readonly align: 'left' | 'center' | 'right' | null;
  /** 1–9; 0 for body text said outright. */
  readonly outlineLevel: number | null;
  readonly numberId: string | null;
  readonly numberLevel: number | null;
  /** First-line indent in hundredths of a character, and in twips; negative hangs. */
  readonly indentChars: number | null;
  readonly indentTwips: number | null;
}

export const noRunProperties: RunProperties = {
  bold: null,
  hidden: null,
  sizePt: null,
  face: null,
  colour: null,
};
export const noParagraphProperties: ParagraphProperties = {
  align: null,
  outlineLevel: null,
  numberId: null,
  numberLevel: null,
  indentChars: null,
  indentTwips: null,
};

/** Reads `w:rPr`. */
export function readRunProperties(rPr: XmlElement | null): RunProperties {
  if (!rPr) return noRunProperties;
  const halfPoints = childNumber(rPr, 'w:sz');
  return {
    bold: childToggle(rPr, 'w:b'),
    hidden: childToggle(rPr, 'w:vanish'),
    sizePt: halfPoints === null ? null : halfPoints / 2,
    face: attributeOf(childOf(rPr, 'w:rFonts'), 'eastAsia'),
    colour: childValue(rPr, 'w:color'),
  };
}

/** Reads `w:pPr`. */
export function readParagraphProperties(pPr: XmlElement | null): ParagraphProperties {
  if (!pPr) return noParagraphProperties;
  const numPr = childOf(pPr, 'w:numPr');
  const ind = childOf(pPr, 'w:ind');
  return {
    align: readAlign(childValue(pPr, 'w:jc')),
    outlineLevel: readOutlineLevel(pPr),
    numberId: childValue(numPr, 'w:numId'),
    numberLevel: childNumber(numPr, 'w:ilvl'),
    indentChars: readIndent(ind, 'firstLineChars', 'hangingChars'),
    indentTwips: readIndent(ind, 'firstLine', 'hanging'),
  };
}

/** A hanging indent wins where both are said. @source ISO 29500-1 17.3.1.12 */
function readIndent(ind: XmlElement | null, first: string, hanging: string): number | null {
  const hangs = wholeNumber(attributeOf(ind, hanging));
  return hangs === null ? wholeNumber(attributeOf(ind, first)) : -hangs;
}

function wholeNumber(value: string | null): number | null {
  return value !== null && /^-?\d{1,6}$/u.test(value) ? Number(value) : null;
}

function readOutlineLevel(pPr: XmlElement): number | null {
  const level = childNumber(pPr, 'w:outlineLvl');
  if (level === null) return null;
  return level >= 0 && level <= 8 ? level + 1 : 0;
}

function readAlign(jc: string | null): ParagraphProperties['align'] {
  if (jc === null) return null;
  if (jc === 'center') return 'center';
  return jc === 'right' || jc === 'end' ? 'right' : 'left';
}

/** The nearer word wins, property by property. */
export function overrideRun(under: RunProperties, over: RunProperties): RunProperties {
  if (over === noRunProperties) return under;
  return {
    bold: over.bold ?? under.bold,
    hidden: over.hidden ?? under.hidden,
    sizePt: over.sizePt ?? under.sizePt,
    face: over.face ?? under.face,
    colour: over.colour ?? under.colour,
  };
}

/**
 * A character style over a paragraph's: a toggle that both switch on is off again.
 * @source ISO 29500-1 17.7.3
 */
export function toggleRun(under: RunProperties, over: RunProperties): RunProperties {
  if (over === noRunProperties) return under;
  const toggled = (below: boolean | null, above: boolean | null): boolean | null =>
    above === true ? below !== true : below;
  return {
    ...overrideRun(under, over),
    bold: toggled(under.bold, over.bold),
    hidden: toggled(under.hidden, over.hidden),
  };
}

/** The nearer word wins, property by property. */
export function overrideParagraph(
  under: ParagraphProperties,
  over: ParagraphProperties,
): ParagraphProperties {
  if (over === noParagraphProperties) return under;
  return {
    align: over.align ?? under.align,
    outlineLevel: over.outlineLevel ?? under.outlineLevel,
    numberId: over.numberId ?? under.numberId,
    numberLevel: over.numberLevel ?? under.numberLevel,
    indentChars: over.indentChars ?? under.indentChars,
    indentTwips: over.indentTwips ?? under.indentTwips,
  };
}
