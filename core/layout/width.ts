import { CHARACTER_CELL, HALF_CELL } from './page.ts';
import { type Twip, twip } from './units.ts';

const isNarrow = (code: number): boolean => code >= 0x20 && code <= 0x7e;
/** The second half of a character outside the first plane, which takes up nothing of its own. */
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Width of a text in characters: a hanzi or Chinese mark is 1, a digit or Latin letter ½. */
export function countCells(text: string): number {
  let cells = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isSecondHalf(code)) cells += isNarrow(code) ? 0.5 : 1;
  }
  return cells;
}

/** What a hanzi and what a digit takes up. */
export interface Cells {
  readonly cell: Twip;
  readonly halfCell: Twip;
}

const standardCells: Cells = { cell: CHARACTER_CELL, halfCell: HALF_CELL };

/** Width of a 3号 text on the page, spacing included; on the standard's page unless told otherwise. */
export function measureText(text: string, { cell, halfCell }: Cells = standardCells): Twip {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isSecondHalf(code)) width += isNarrow(code) ? halfCell : cell;
  }
  return twip(width);
}
