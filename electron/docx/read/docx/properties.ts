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
}

/** What a paragraph or a style says of its place; null where it says nothing. */
export interface ParagraphProperties {
  readonly align: 'left' | 'center' | 'right' | null;
  /** 1–9; 0 for body text said outright. */
  readonly outlineLevel: number | null;
  readonly numberId: string | null;
  readonly numberLevel: number | null;
}

export const noRunProperties: RunProperties = {
  bold: null,
  hidden: null,
  sizePt: null,
  face: null,
};
export const noParagraphProperties: ParagraphProperties = {
  align: null,
  outlineLevel: null,
  numberId: null,
  numberLevel: null,
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
  };
}

/** Reads `w:pPr`. */
export function readParagraphProperties(pPr: XmlElement | null): ParagraphProperties {
  if (!pPr) return noParagraphProperties;
  const numPr = childOf(pPr, 'w:numPr');
  return {
    align: readAlign(childValue(pPr, 'w:jc')),
    outlineLevel: readOutlineLevel(pPr),
    numberId: childValue(numPr, 'w:numId'),
    numberLevel: childNumber(numPr, 'w:ilvl'),
  };
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
  };
}
