import { CHARACTER_CELL, HALF_CELL } from './page.ts';
import { type Twip, twip } from './units.ts';

const isNarrow = (character: string): boolean => character >= ' ' && character <= '~';

/** Width of a text in characters: a hanzi or Chinese mark is 1, a digit or Latin letter ½. */
export function countCells(text: string): number {
  return [...text].reduce((sum, character) => sum + (isNarrow(character) ? 0.5 : 1), 0);
}

/** Width of a 3号 text on the page, spacing included. */
export function measureText(text: string): Twip {
  return twip(
    [...text].reduce(
      (sum, character) => sum + (isNarrow(character) ? HALF_CELL : CHARACTER_CELL),
      0,
    ),
  );
}
