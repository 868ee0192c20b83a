import {
  countCells,
  formatSignedDate,
  LINE_PITCH,
  marginsMm,
  measureText,
  standardMetrics,
  twipToMm,
} from '../../../core/layout/index.ts';
import type { PrintedLine, PrintedPage } from './measure.ts';
import { textBlockMm } from './text-block.ts';

/** Edges of the text on a page, in millimetres from those of the paper. */
export interface PrintedMargins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const pitchMm = twipToMm(LINE_PITCH);
const cellMm = twipToMm(standardMetrics.cell);
const rightEdge = marginsMm.left + textBlockMm.width;
/** By which the box of a heading's face may stand elsewhere in its line. */
const EVEN = 1;

/** Pages that hold nothing but lines one pitch apart: no title, table or red head. */
export function listEvenPages(pages: readonly PrintedPage[]): readonly PrintedPage[] {
  return pages.filter(({ lines }) =>
    lines.every(({ bottom }, index) => {
      const above = lines[index - 1];
      return !above || Math.abs(bottom - above.bottom - pitchMm) < EVEN;
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * The margins of a page full of even lines. The box of a line of text ends where the line ends; 22 lines
 * are 0.3 mm less high than the text block.
 */
export function measureMargins({ width, height, lines }: PrintedPage): PrintedMargins {
  const top = median(lines.map(({ bottom }, index) => bottom - (index + 1) * pitchMm));
  const last = median(
    lines.map(({ bottom }, index) => bottom + (lines.length - 1 - index) * pitchMm),
  );
  const below = textBlockMm.height - lines.length * pitchMm;
  return {
    top,
    bottom: height - last - below,
    left: Math.min(...lines.map(({ left }) => left)),
    right: width - Math.max(...lines.map(({ right }) => right)),
  };
}

/** Letters of each line that reaches from edge to edge and holds hanzi and Chinese marks only. */
export function countFullLines(pages: readonly PrintedPage[]): readonly number[] {
  return pages
    .flatMap(({ lines }) => lines)
    .filter(
      ({ text, left, right }) =>
        /^[\p{Script=Han}，。、；：？！“”（）《》〈〉—]+$/u.test(text) &&
        left < marginsMm.left + 1 &&
        right > rightEdge - 2,
    )
    .map(({ text }) => text.length);
}

/** Where a signature stands, in characters from the edges of the text block. */
export interface PrintedSignature {
  /** How many lines of its page stand above it. */
  readonly linesAbove: number;
  /** From the right edge to the end of the longest unit. */
  readonly unitRight: number;
  readonly dateRight: number;
  readonly dateCells: number;
  /** From the first letter of the leftmost unit to that of the date. */
  readonly dateShift: number;
  /** From the middle of the last unit to that of the date. */
  readonly middles: number;
}

/**
 * Right end of a text as long as its letters are: LibreOffice 7.4 sets digits and hanzi apart by a fifth
 * of an em, whatever the file says, which moves what stands behind and never where a line begins.
 */
const endOf = ({ text, left }: PrintedLine): number => left + twipToMm(measureText(text));

/** Whether a line holds names of units and nothing else. */
function isOnly(text: string, units: readonly string[]): boolean {
  return text !== '' && units.reduce((rest, unit) => rest.replace(unit, ''), text) === '';
}

/** Where a text would begin that ends where this one does: right-aligned lines are widened to the left. */
const beginOf = ({ text, right }: PrintedLine): number => right - twipToMm(measureText(text));

/** Finds the signature by its date; null where there is none. A sealed date, and one longer than every unit, is placed by its end. */
export function measureSignature(
  pages: readonly PrintedPage[],
  units: readonly string[],
  isoDate: string,
  isSealed: boolean,
): PrintedSignature | null {
  const dateText = formatSignedDate(isoDate);
  const isByEnd = isSealed || units.every((unit) => measureText(unit) < measureText(dateText));
  const page = pages.find(({ lines }) => lines.some(({ text }) => text === dateText));
  const at = page?.lines.findLastIndex(({ text }) => text === dateText) ?? -1;
  const date = page?.lines[at];
  const named = (page?.lines ?? []).slice(0, at).filter(({ text }) => isOnly(text, units));
  const unit = named.at(-1);
  if (!page || !date || !unit) return null;
  const start = Math.min(...named.map(({ left }) => left));
  const dateEnd = isByEnd ? date.right : endOf(date);
  const dateStart = isByEnd ? beginOf(date) : date.left;
  return {
    linesAbove: page.lines.indexOf(named[0] ?? unit),
    unitRight: (rightEdge - Math.max(...named.map(endOf))) / cellMm,
    dateRight: (rightEdge - dateEnd) / cellMm,
    dateCells: countCells(dateText),
    dateShift: (dateStart - start) / cellMm,
    middles: Math.abs(unit.left + endOf(unit) - dateStart - dateEnd) / 2 / cellMm,
  };
}
