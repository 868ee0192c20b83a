import type { SourceHints } from '../../../core/segment/index.ts';
import { type HtmlElement, htmlAttribute } from './html-tree.ts';
import { colourOf } from './look.ts';

/** How words look at one place of a page: what its elements and their own styles say, and no style sheet. */
export interface HtmlLook {
  readonly bold: boolean;
  readonly align: SourceHints['align'];
  readonly outlineLevel: number | null;
  readonly keepsBlanks: boolean;
  readonly sizePt: number | null;
  readonly face: string | null;
  /** `#rrggbb`; null for the usual black. */
  readonly colour: string | null;
  /** First-line indent in characters; negative hangs. */
  readonly indent: number;
}

/** Outside all elements. */
export const plainHtmlLook: HtmlLook = {
  bold: false,
  align: null,
  outlineLevel: null,
  keepsBlanks: false,
  sizePt: null,
  face: null,
  colour: null,
  indent: 0,
};

/** What a browser takes where a page names no size. */
const usualSizePt = 12;
const pointsPerUnit: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  in: 72,
};

/** The declarations of a `style` attribute, names in lower case. */
function declarationsOf(element: HtmlElement): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of htmlAttribute(element, 'style').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    declarations.set(name, declaration.slice(colon + 1).trim());
  }
  return declarations;
}

/** A length in points; null when it is none. `em` is the size that 1em and 100% stand for. */
function lengthPt(value: string | undefined, em: number): number | null {
  const [, number = '', unit = ''] =
    /^(-?\d{1,5}(?:\.\d{1,4})?|-?\.\d{1,4})\s*([a-z%]+)/iu.exec(value ?? '') ?? [];
  if (number === '') return null;
  const name = unit.toLowerCase();
  if (name === '%') return (Number(number) / 100) * em;
  const factor = name === 'em' || name === 'rem' ? em : pointsPerUnit[name];
  return factor === undefined ? null : Number(number) * factor;
}

function sizeOf(value: string | undefined, above: number | null): number | null {
  const size = lengthPt(value, above ?? usualSizePt);
  return size === null || size <= 0 ? above : Math.round(size * 100) / 100;
}

/** The East Asian face: the one Word names as such, else the first of the list. */
function faceOf(styles: ReadonlyMap<string, string>): string | null {
  const named = styles.get('mso-fareast-font-family') ?? styles.get('font-family') ?? '';
  const first = named.split(',')[0]?.replace(/["']/gu, '').trim() ?? '';
  const says = first !== '' && first.length <= 60 && !/^(?:inherit|initial|unset)$/iu.test(first);
  return says ? first : null;
}

const namedColours: Readonly<Record<string, string>> = {
  red: 'ff0000',
  blue: '0000ff',
  green: '008000',
  gray: '808080',
  grey: '808080',
  white: 'ffffff',
  yellow: 'ffff00',
  purple: '800080',
  orange: 'ffa500',
};

function hexOf(value: string): string | null {
  const long = /^#([\da-f]{6})$/iu.exec(value)?.[1];
  const short = /^#([\da-f])([\da-f])([\da-f])$/iu.exec(value);
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/iu.exec(value);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('');
  if (parts) {
    const digits = parts.slice(1).map((part) => Math.min(255, Number(part)).toString(16));
    return digits.map((pair) => pair.padStart(2, '0')).join('');
  }
  if (long) return long;
  return /^(?:black|windowtext)$/iu.test(value)
    ? '000000'
    : (namedColours[value.toLowerCase()] ?? null);
}

function inheritColour(value: string | undefined, above: string | null): string | null {
  const hex = value === undefined ? null : hexOf(value);
  return hex === null ? above : colourOf(hex);
}

function boldOf(element: HtmlElement, weight: string, above: boolean): boolean {
  if (/^(?:normal|lighter|[1-5]00)/iu.test(weight)) return false;
  const says = /^(?:b|strong|h[1-6])$/u.test(element.tagName);
  return above || says || /^(?:bold|[6-9]00)/iu.test(weight);
}

function alignOf(
  element: HtmlElement,
  value: string,
  above: SourceHints['align'],
): SourceHints['align'] {
  const said = value === '' ? htmlAttribute(element, 'align') : value;
  const align = /^(?:left|center|right)/iu.exec(said)?.[0].toLowerCase();
  if (align === 'left' || align === 'center' || align === 'right') return align;
  if (element.tagName === 'center') return 'center';
  return /^justify/iu.test(said) ? null : above;
}

function indentOf(
  styles: ReadonlyMap<string, string>,
  sizePt: number | null,
  above: number,
): number {
  // Word says the characters itself, beside points that depend on its grid.
  const counted = Number.parseFloat(styles.get('mso-char-indent-count') ?? '');
  if (Number.isFinite(counted) && Math.abs(counted) < 100) return counted;
  const size = sizePt ?? usualSizePt;
  const length = lengthPt(styles.get('text-indent'), size);
  return length === null ? above : length / size;
}

/** The look inside an element that stands in `above`. */
export function lookBelow(element: HtmlElement, above: HtmlLook): HtmlLook {
  const styles = declarationsOf(element);
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1];
  const sizePt = sizeOf(styles.get('font-size'), above.sizePt);
  return {
    bold: boldOf(element, styles.get('font-weight') ?? '', above.bold),
    align: alignOf(element, styles.get('text-align') ?? '', above.align),
    outlineLevel: level ? Number(level) : above.outlineLevel,
    keepsBlanks: above.keepsBlanks || element.tagName === 'pre',
    sizePt,
    face: faceOf(styles) ?? above.face,
    colour: inheritColour(styles.get('color'), above.colour),
    indent: indentOf(styles, sizePt, above.indent),
  };
}

/** Whether an element's own style hides it. */
export function isHidden(element: HtmlElement): boolean {
  if (element.attrs.some((attribute) => attribute.name === 'hidden')) return true;
  const style = htmlAttribute(element, 'style').toLowerCase();
  return /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/u.test(style);
}
