import { mm, mmToTwip, ptToTwip, sizes, type Twip, twip } from '../../../core/layout/index.ts';
import { emptyElement } from './xml.ts';

export const RED = 'FF0000';

/** Distance of the red rule from the 发文字号 above it. @source GB/T 9704-2012 7.2.7 */
const GAP = mmToTwip(mm(4));
/** 1.5 pt: the standard says no width, practice is 1 to 1.5 pt. In eighths of a point and in twips. */
const WIDTH_EIGHTHS = 12;
const WIDTH = 30;
/** An exact line has its baseline at four fifths, and letters reach 0.14 of their size below it. */
const BELOW_BASELINE = 0.2;
const DESCENT = 0.14;

/** The line above the red rule. */
export interface RedRule {
  /** Exact height of the line of type. */
  readonly pitch: Twip;
  /** From that line to the rule, in points. */
  readonly space: number;
  /** What fills the line of the page below the rule. */
  readonly after: Twip;
}

/**
 * Sets type, 4 mm and rule so that they take one line of the page together, two where the lines are
 * closer than about 28 pt: what follows stands on the page's lines, in every program.
 * @source GB/T 9704-2012 7.2.7
 */
export function layoutRedRule(linePitch: Twip): RedRule {
  const size = ptToTwip(sizes.text);
  const spaceBelow = (pitch: number) =>
    Math.round((GAP - BELOW_BASELINE * pitch + DESCENT * size) / 20);
  // pitch + 20 · space + WIDTH = linePitch, with space as above
  const fitting = (linePitch - WIDTH - GAP - DESCENT * size) / (1 - BELOW_BASELINE);
  const isOneLine = fitting >= size;
  const space = spaceBelow(isOneLine ? fitting : size * 1.2);
  const pitch = isOneLine ? linePitch - WIDTH - 20 * space : Math.round(size * 1.2);
  const lines = isOneLine ? 1 : 2;
  return { pitch: twip(pitch), space, after: twip(lines * linePitch - pitch - 20 * space - WIDTH) };
}

/** The red rule as the lower border of its paragraph. */
export function writeRedRule(linePitch: Twip): string {
  const border = emptyElement('w:bottom', {
    'w:val': 'single',
    'w:sz': WIDTH_EIGHTHS,
    'w:space': layoutRedRule(linePitch).space,
    'w:color': RED,
  });
  return `<w:pBdr>${border}</w:pBdr>`;
}
