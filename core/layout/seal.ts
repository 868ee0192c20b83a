import { type PageMetrics, standardMetrics } from './metrics.ts';
import { formatSignedDate, type SignatureLine } from './signature.ts';
import { mm, mmToTwip, twip } from './units.ts';
import { measureText } from './width.ts';

/** A signature that seals are pressed on. */
export interface SealedLayout {
  /** Names that stand on one line, from left to right, each under a seal of its own. */
  readonly rows: readonly (readonly SignatureLine[])[];
  readonly date: SignatureLine | null;
  /** Blank lines between two rows of names. */
  readonly linesBetween: number;
}

/**
 * Blank lines above the names: a seal of 42 mm covers name and date a little below its middle and
 * begins within a line below the text.
 * @source GB/T 9704-2012 7.3.5.1
 */
export const LINES_ABOVE_SEALED = 2;

/** Room for a seal of 42 or 45 mm. */
const SEAL = mmToTwip(mm(45));
/** 成文日期右空四字. */
const DATE_INDENT_CELLS = 4;
/** A date of usual length, which an undated report is signed for. */
const USUAL_DATE = '2026年2月5日';
const MOST_SEALS = 3;

/** How far the middles of two seals in one row lie apart, so that none leaves the page or meets another. */
function spaceSeals(middle: number, columns: number): number {
  return columns === 2 ? (middle * 2) / 3 : (middle - SEAL / 2) / (columns - 1);
}

/** As many names beside each other as have room, three at most. */
function countColumns(widths: readonly number[], middle: number, gap: number): number {
  const widest = Math.max(0, ...widths);
  const most = Math.min(MOST_SEALS, widths.length);
  for (let columns = most; columns > 1; columns -= 1) {
    const space = spaceSeals(middle, columns);
    const left = middle - (columns - 1) * space;
    if (space >= SEAL && widest + gap <= space && widest <= 2 * left) return columns;
  }
  return 1;
}

/** Parts names into rows; all but the last are full. */
function partRows(units: readonly string[], columns: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(units.length / columns) }, (_, row) =>
    units.slice(row * columns, (row + 1) * columns),
  );
}

/** `line` placed by its right edge, which is what the standard states of a sealed date. */
function placeByEnd(line: SignatureLine, metrics: PageMetrics): SignatureLine {
  const right = metrics.textWidth - line.start - measureText(line.text, metrics);
  return { ...line, right: twip(Math.max(0, right)) };
}

/**
 * Places a signature that will be sealed. The date ends four characters before the right edge and the
 * unit stands over its middle; a unit too long for that moves to the edge and takes the date with
 * it. Joint issuers stand beside each other, up to three, with room for a seal on each; the last of
 * them stands over the date.
 * @param units names in their order
 * @param isoDate null when the report is undated
 * @source GB/T 9704-2012 7.3.5.1
 */
export function layoutSealed(
  units: readonly string[],
  isoDate: string | null,
  metrics: PageMetrics = standardMetrics,
): SealedLayout {
  const { textWidth, cell, linePitch } = metrics;
  const measure = (text: string) => measureText(text, metrics);
  const dateText = isoDate === null ? null : formatSignedDate(isoDate);
  const usual = textWidth - DATE_INDENT_CELLS * cell - measure(dateText ?? USUAL_DATE) / 2;
  const middle = Math.min(usual, textWidth - measure(units.at(-1) ?? '') / 2);
  const place = (text: string, at: number): SignatureLine => ({
    text,
    start: twip(
      Math.min(Math.max(0, at - measure(text) / 2), Math.max(0, textWidth - measure(text))),
    ),
  });
  const columns = countColumns(units.map(measure), middle, cell);
  const space = columns > 1 ? spaceSeals(middle, columns) : 0;
  const rows = partRows(units, columns).map((names) =>
    names.map((name, index) => place(name, middle - (names.length - 1 - index) * space)),
  );
  const date = dateText === null ? null : placeByEnd(place(dateText, middle), metrics);
  return { rows, date, linesBetween: Math.max(0, Math.ceil(SEAL / linePitch) - 1) };
}
