import type { PrintedSection, PrintedTab } from '../printed/index.ts';
import { type Piece, visibleRuns } from './piece.ts';
import { cellOf } from './subject.ts';

/** Where words of one row stand in the text block, in characters of their own size. */
export interface LinePlace {
  readonly start: number;
  readonly end: number;
  /** From its end to the right edge of the text block. */
  readonly right: number;
  /** Its character in twips. */
  readonly cell: number;
}

const isNarrow = (sign: string): boolean => sign >= ' ' && sign <= '~';

/** Words with what parts them from those before: tabs, or blanks of some width. */
interface Words {
  readonly tabs: number;
  readonly lead: number;
  readonly width: number;
}

interface Measured {
  readonly words: readonly Words[];
  readonly cell: number;
}

/** Blanks wider than these characters part names that stand beside one another. */
const PARTING_CELLS = 1.5;

/** Words behind those read so far, with the tabs and blanks since the last letter. */
interface Reading {
  readonly words: Words[];
  tabs: number;
  gap: number;
}

function readLetter(reading: Reading, advance: number, full: number): void {
  const { words, tabs, gap } = reading;
  const last = words.at(-1);
  if (last && tabs === 0 && gap <= PARTING_CELLS * full) {
    words[words.length - 1] = { ...last, width: last.width + gap + advance };
  } else words.push({ tabs, lead: gap, width: advance });
  reading.tabs = 0;
  reading.gap = 0;
}

/** Widths of the words of a row, as tabs and wide blanks part them. */
function measureWords(piece: Piece, section: PrintedSection): Measured {
  const reading: Reading = { words: [], tabs: 0, gap: 0 };
  let cell = 0;
  for (const run of visibleRuns(piece.paragraph)) {
    const full = cellOf(run, section);
    for (const sign of run.text) {
      const advance = isNarrow(sign) ? full - run.size * 10 : full;
      if (sign === '\t') {
        reading.tabs += 1;
        reading.gap = 0;
      } else if (/\s/u.test(sign)) reading.gap += advance;
      else {
        readLetter(reading, advance, full);
        cell ||= full;
      }
    }
  }
  return { words: reading.words, cell: cell || 320 };
}

/** Where words behind a tab begin. */
function leadTo(from: number, width: number, tabs: readonly PrintedTab[], usual: number): number {
  const stop = tabs.find(({ at }) => at > from);
  if (!stop) return (Math.floor(from / usual) + 1) * usual;
  if (stop.align === 'right') return stop.at - width;
  return stop.align === 'center' ? stop.at - width / 2 : stop.at;
}

/** From the left edge of the text block to each of the words. */
function placeWords(
  { words }: Measured,
  { align, indent, tabs = [] }: Piece['paragraph'],
  block: number,
  usual: number,
): readonly number[] {
  const from = indent.left + indent.first;
  const to = block - indent.right;
  const whole = words.reduce((sum, { lead, width }) => sum + lead + width, 0);
  let at =
    align === 'center' ? from + (to - from - whole) / 2 : align === 'right' ? to - whole : from;
  return words.map(({ tabs: count, lead, width }) => {
    for (let tab = 1; tab < count; tab += 1) at = leadTo(at, 0, tabs, usual);
    const start = (count > 0 ? leadTo(at, lead + width, tabs, usual) : at) + lead;
    at = start + width;
    return start;
  });
}

/**
 * Where the words of a row stand, those parted by tabs or wide blanks each for themselves. Empty for a
 * paragraph that is broken, or too long for one row.
 * @param defaultTab distance of the stops where a paragraph sets none
 */
export function placeRow(
  piece: Piece,
  section: PrintedSection | undefined,
  defaultTab: number = 720,
): readonly LinePlace[] {
  if (!section || /[\n\f]/u.test(piece.text.trim())) return [];
  const { paper, margins } = section;
  const block = paper.width - margins.left - margins.right;
  const measured = measureWords(piece, section);
  const { words, cell } = measured;
  if (words.reduce((sum, { width }) => sum + width, 0) > block + cell) return [];
  const starts = placeWords(measured, piece.paragraph, block, Math.max(1, defaultTab));
  return words.map(({ width }, index) => {
    const start = starts[index] ?? 0;
    return {
      start: start / cell,
      end: (start + width) / cell,
      right: (block - start - width) / cell,
      cell,
    };
  });
}
