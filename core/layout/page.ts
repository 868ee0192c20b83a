import { mm, mmToTwip, pt, twip } from './units.ts';

/** Paper: A4. @source GB/T 9704-2012 5.2.1 */
export const paper = { widthMm: mm(210), heightMm: mm(297) } as const;

/**
 * Margins. Top and left are the standard's 天头 and 订口, each ± 1 mm; bottom and right follow
 * from the 156 × 225 mm text block.
 * @source GB/T 9704-2012 5.2.1, 5.2.2
 */
export const marginsMm = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const;

/** Characters of a line. @source GB/T 9704-2012 5.2.3 */
export const CHARACTERS_PER_LINE = 28;

/** The same page in twips; left is rounded up, so that paper less margins is 8844 × 12756. */
export const pageTwip = {
  width: mmToTwip(paper.widthMm),
  height: mmToTwip(paper.heightMm),
  top: mmToTwip(marginsMm.top),
  bottom: mmToTwip(marginsMm.bottom),
  left: twip(1588),
  right: mmToTwip(marginsMm.right),
  textWidth: twip(8844),
  textHeight: twip(12756),
} as const;

/**
 * Distance of two lines: 225 mm by 22 is 579.8, and 580 would leave room for 21 only.
 * @source GB/T 9704-2012 5.2.3; format.md, the page
 */
export const LINE_PITCH = twip(579);

/** What one full-width character of the text takes up: 16 pt less the spacing. */
export const CHARACTER_CELL = twip(315);

/** What a digit or Latin letter takes up in a Chinese face: half of 16 pt less the spacing. */
export const HALF_CELL = twip(155);

/** Type sizes by their Chinese number. @source GB/T 9704-2012 5.2.2, 7.3.1, 7.5 */
export const sizes = {
  /** 2号: the title. */
  title: pt(22),
  /** 3号: everything else on the page. */
  text: pt(16),
  /** 4号: page number. */
  pageNumber: pt(14),
  /** 小4: tables, which the standard leaves open. */
  table: pt(12),
} as const;

/** Exact pitch of a title line; on the grid a 22 pt line would take two. @source format.md, traps */
export const TITLE_PITCH = twip(700);

/** Every paragraph begins two characters in. @source GB/T 9704-2012 7.3.3 */
export const FIRST_LINE_CELLS = 2;

/**
 * Page number: 4号 宋体 between dashes, 7 mm under the text block, one character in from the
 * outer edge: right on odd pages, left on even ones.
 * @source GB/T 9704-2012 7.5; format.md, the page (1430 measured)
 */
export const pageNumber = {
  footerDistance: twip(1430),
  outerIndent: twip(280),
  before: '— ',
  after: ' —',
} as const;

/** Upper edge of the 发文机关标志 below that of the text block. @source GB/T 9704-2012 7.2.4 */
export const MARK_TOP = mmToTwip(mm(35));

/** 4号 in the imprint: size and, without character spacing, width of a letter. @source GB/T 9704-2012 7.4.2, 7.4.3 */
export const imprint = { size: pt(14), cell: twip(280) } as const;
