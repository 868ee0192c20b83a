import { CHARACTER_CELL, HALF_CELL } from './page.ts';
import { type Twip, twip } from './units.ts';

const isNarrow = (character: string): boolean => character >= ' ' && character <= '~';

/** Width of a text in characters: a hanzi or Chinese mark is 1, a digit or Latin letter ½. */
export function countCells(text: string): number {
  let cells = 0;
  for (const character of text) cells += isNarrow(character) ? 0.5 : 1;
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
  for (const character of text) width += isNarrow(character) ? halfCell : cell;
  return twip(width);
}
