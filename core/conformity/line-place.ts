import type { PrintedSection } from '../printed/index.ts';
import { type Piece, visibleRuns } from './piece.ts';
import { cellOf } from './subject.ts';

/** Where a line of one row stands in the text block, in characters of its own size. */
export interface LinePlace {
  readonly start: number;
  readonly end: number;
  /** From its end to the right edge of the text block. */
  readonly right: number;
  /** Its character in twips. */
  readonly cell: number;
}

const isNarrow = (sign: string): boolean => sign >= ' ' && sign <= '~';

/** Widths of letters, and of the blanks before them. */
function measureRuns(
  piece: Piece,
  section: PrintedSection | undefined,
): { readonly lead: number; readonly width: number; readonly cell: number } {
  let [lead, width, blanks, cell] = [0, 0, 0, 0];
  for (const run of visibleRuns(piece.paragraph)) {
    const full = cellOf(run, section);
    const half = full - run.size * 10;
    for (const sign of run.text) {
      const advance = isNarrow(sign) ? half : full;
      if (/\s/u.test(sign)) {
        if (width === 0) lead += advance;
        else blanks += advance;
        continue;
      }
      width += blanks + advance;
      blanks = 0;
      cell ||= full;
    }
  }
  return { lead, width, cell: cell || 320 };
}

/** Where the words of a line stand that fits on one row; null for one with tabs or of more rows. */
export function placeLine(piece: Piece, section: PrintedSection | undefined): LinePlace | null {
  if (!section || /[\t\n\f]/u.test(piece.text.trim())) return null;
  const { paper, margins } = section;
  const block = paper.width - margins.left - margins.right;
  const { align, indent } = piece.paragraph;
  const { lead, width, cell } = measureRuns(piece, section);
  if (width > block + cell) return null;
  const from = indent.left + indent.first;
  const to = block - indent.right;
  const start =
    align === 'center'
      ? from + (to - from - width - lead) / 2 + lead
      : align === 'right'
        ? to - width
        : from + lead;
  return {
    start: start / cell,
    end: (start + width) / cell,
    right: (block - start - width) / cell,
    cell,
  };
}
