import { paper, sizes } from './page.ts';
import { type LayoutProfile, standardLayout } from './profile.ts';
import { mm, mmToTwip, pt, ptToTwip, type Twip, twip } from './units.ts';

/** The lengths that follow from a layout. */
export interface PageMetrics {
  readonly width: Twip;
  readonly height: Twip;
  readonly top: Twip;
  readonly bottom: Twip;
  readonly left: Twip;
  readonly right: Twip;
  /** 版心. @source GB/T 9704-2012 5.2.2 */
  readonly textWidth: Twip;
  readonly textHeight: Twip;
  readonly linePitch: Twip;
  readonly linesPerPage: number;
  readonly charactersPerLine: number;
  /** What is added to each 16 pt character; negative as a rule. */
  readonly characterSpacing: Twip;
  /** What a hanzi takes up on a line. */
  readonly cell: Twip;
  /** What a digit or Latin letter takes up in a Chinese face. */
  readonly halfCell: Twip;
  /** Distance of the page number's middle line from the paper's lower edge, as `w:footer` wants it. */
  readonly footer: Twip;
}

/** Middle of a 14 pt number 7 mm under the text: 1430 with the standard's 35 mm. @source format.md, the page */
const FOOTER_BELOW_TEXT = 1984 - 1430;

/**
 * The lengths of a layout's page in twips. With the standard's figures: 8844 × 12756, 579 a line, 22
 * lines, 28 characters of 315 twips.
 * @source GB/T 9704-2012 5.2
 */
export function measureLayout({
  marginsMm,
  linePitchPt,
  charactersPerLine,
}: LayoutProfile): PageMetrics {
  const width = mmToTwip(paper.widthMm);
  const height = mmToTwip(paper.heightMm);
  const side = (length: number) => mmToTwip(mm(length));
  const [top, bottom, right] = [side(marginsMm.top), side(marginsMm.bottom), side(marginsMm.right)];
  // a twip more at the left brings the text block to the standard's 8844
  const left = marginsMm.left === 28 ? twip(1588) : side(marginsMm.left);
  const textWidth = twip(width - left - right);
  const textHeight = twip(height - top - bottom);
  const linePitch = ptToTwip(pt(linePitchPt));
  const glyph = ptToTwip(sizes.text);
  const cell = Math.floor(textWidth / charactersPerLine);
  return {
    width,
    height,
    top,
    bottom,
    left,
    right,
    textWidth,
    textHeight,
    linePitch,
    linesPerPage: Math.floor(textHeight / linePitch),
    charactersPerLine,
    characterSpacing: twip(cell - glyph),
    cell: twip(cell),
    halfCell: twip(glyph / 2 + cell - glyph),
    footer: twip(Math.max(300, bottom - FOOTER_BELOW_TEXT)),
  };
}

/** The lengths of the standard's own page. @source GB/T 9704-2012 5.2 */
export const standardMetrics: PageMetrics = measureLayout(standardLayout('plain'));
