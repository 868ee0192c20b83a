import { type LayoutProfile, mm, mmToTwip, twip, twipToMm } from '../../../core/layout/index.ts';
import { emptyElement } from '../write/xml.ts';
import { readParagraph } from './paragraph-text.ts';
import {
  changeProperties,
  type Properties,
  readChildProperties,
  writeParagraphProperties,
} from './properties.ts';
import { chainOf, firstValue, type TemplateStyles } from './template-styles.ts';
import {
  attributeIn,
  childNamed,
  findAll,
  innerOf,
  type PlacedElement,
  sliceOf,
} from './xml-tree.ts';

/** The paragraph that a document's text looks like: the one with the mark of the text. */
export interface BodyModel {
  /** Its own properties but what belongs to that one paragraph. */
  readonly paragraph: Properties;
  /** Properties of the mark's run. */
  readonly run: Properties;
  readonly styleId: string | null;
  /** In half points. */
  readonly size: number;
  /** The first-line indent of its text, as an element. */
  readonly indent: string;
  /** Pictures, text boxes and bookmarks that hang on it. */
  readonly anchored: string;
  /** A section that ends with it, as a paragraph; empty as a rule. */
  readonly sectionEnd: string;
  readonly beginsPage: boolean;
}

/** Properties that mark one paragraph out, or that a paragraph of text never has. */
const ownOnly = {
  'w:sectPr': null,
  'w:pPrChange': null,
  'w:numPr': null,
  'w:outlineLvl': null,
  'w:keepNext': null,
  'w:pageBreakBefore': null,
  'w:framePr': null,
};

/** A number as the document writes it; `other` for none, and for what is no size or length at all. */
function readNumber(text: string | null | undefined, other: number): number {
  return text && /^-?\d{1,6}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : other;
}

function writeIndent(paragraph: Properties, chain: readonly Properties[], size: number): string {
  const all = [paragraph, ...chain];
  const keys = ['w:firstLine', 'w:firstLineChars'];
  const isIndented = keys.some((key) => Number(firstValue(all, 'w:ind', key) ?? 0) > 0);
  const own = paragraph.get('w:ind');
  if (isIndented) return own ?? '';
  return emptyElement('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': 2 * size * 10 });
}

/** What hangs on the paragraph besides its words. */
function listAnchored(xml: string, paragraph: PlacedElement): string {
  const hangs = (one: PlacedElement): boolean =>
    /^w:(?:drawing|pict|object)$/u.test(one.name) ||
    one.name === 'mc:AlternateContent' ||
    one.children.some(hangs);
  return paragraph.children
    .filter((one) => /^w:bookmark(?:Start|End)$/u.test(one.name) || hangs(one))
    .map((one) => sliceOf(xml, one))
    .join('');
}

/** Reads what the text is to look like from the paragraph that holds its mark. */
export function readBodyModel(
  xml: string,
  paragraph: PlacedElement,
  styles: TemplateStyles,
): BodyModel {
  const { pieces } = readParagraph(xml, paragraph);
  const marked = pieces.find(({ node, text }) => node && /[{｛]/u.test(text))?.node?.parent ?? null;
  const own = readChildProperties(xml, paragraph, 'w:pPr');
  const run = changeProperties(readChildProperties(xml, marked, 'w:rPr'), { 'w:rStyle': null });
  const styleId = firstValue([own], 'w:pStyle');
  const chain = chainOf(styles, styleId);
  const runs = [run, ...chain.map((style) => style.run), styles.defaults];
  const size = readNumber(firstValue(runs, 'w:sz'), 20) || 20;
  const isSided = /"(?:center|right|end)"/u.test(own.get('w:jc') ?? '');
  const kept = changeProperties(own, { ...ownOnly, ...(isSided ? { 'w:jc': null } : {}) });
  const ofStyles = chain.map((style) => style.paragraph);
  const section = own.get('w:sectPr');
  const end = section && writeParagraphProperties(new Map([['w:sectPr', section]]));
  return {
    paragraph: kept,
    run,
    styleId,
    size,
    indent: writeIndent(kept, ofStyles, size),
    anchored: listAnchored(xml, paragraph),
    sectionEnd: end ? `<w:p>${end}</w:p>` : '',
    beginsPage: own.has('w:pageBreakBefore'),
  };
}

/** The section that a paragraph lies in: the next one that is ended in the text. */
function findSection(root: PlacedElement, paragraph: PlacedElement): PlacedElement | null {
  return findAll(root, 'w:sectPr').find(({ start }) => start >= paragraph.start) ?? null;
}

function readMarginsMm(xml: string, section: PlacedElement) {
  const [size, margin] = ['w:pgSz', 'w:pgMar'].map((name) => childNamed(section, name));
  const read = (element: PlacedElement | null | undefined, key: string, other: number) =>
    readNumber(attributeIn(xml, element ?? null, key), other);
  const side = (key: string, other: number) =>
    twipToMm(
      twip(
        Math.abs(read(margin, key, other)) + (key === 'w:left' ? read(margin, 'w:gutter', 0) : 0),
      ),
    );
  const width = read(size, 'w:w', 11906);
  const left = side('w:left', 1800);
  // the layout knows A4 only: what another paper is wider or narrower by goes to the right
  const right = side('w:right', 1800) + twipToMm(twip(mmToTwip(mm(210)) - width));
  return { top: side('w:top', 1440), bottom: side('w:bottom', 1440), left, right };
}

/** The layout's habits on the document's own page, by which places are measured from its edges. */
export function fitLayout(
  layout: LayoutProfile,
  xml: string,
  root: PlacedElement,
  paragraph: PlacedElement,
  model: BodyModel,
): LayoutProfile {
  const official = { ...layout, form: 'plain' as const, signature: true };
  const section = findSection(root, paragraph);
  if (!section || innerOf(xml, section) === '') return official;
  const marginsMm = readMarginsMm(xml, section);
  const textWidth = mmToTwip(mm(210 - marginsMm.left - marginsMm.right));
  // the standard's 28 characters are set 5 twips closer than they are wide
  const charactersPerLine = Math.max(1, Math.floor(textWidth / (model.size * 10 - 5)));
  return { ...official, marginsMm, charactersPerLine };
}
