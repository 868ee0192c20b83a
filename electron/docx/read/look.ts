import type { SourceLook, SourceRun } from '../../../core/segment/index.ts';
import { isAlike, type Piece } from './pieces.ts';

/**
 * The look of a paragraph whose text is its pieces put together: runs without gaps, no two neighbours alike.
 * @param indent first-line indent in characters; negative hangs
 */
export function lookOf(pieces: readonly Piece[], indent: number): SourceLook {
  const runs: SourceRun[] = [];
  let end = 0;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = runs.at(-1);
    const start = last && isAlike(last, piece) ? last.start : end;
    end += piece.text.length;
    const { bold, sizePt, face, colour } = piece;
    const run = { start, end, bold, sizePt, face, colour };
    if (last && start === last.start) runs[runs.length - 1] = run;
    else runs.push(run);
  }
  return { runs, indent: Math.round(indent * 100) / 100 };
}

/** `#rrggbb` of six hexadecimal digits, whatever their case; null for black, `auto` and what is no colour. */
export function colourOf(digits: string | null): string | null {
  if (digits === null || digits === '000000') return null;
  return /^[\da-f]{6}$/iu.test(digits) ? `#${digits.toLowerCase()}` : null;
}
