import type { LinePlace } from './line-place.ts';

/** In characters. */
const TOLERANCE = 0.6;
const near = (measured: number, wanted: number): boolean =>
  Math.abs(measured - wanted) <= TOLERANCE;

/** A signature as it stands on the page: its rows of names and its date. */
export interface PlacedSignature {
  readonly rows: readonly (readonly LinePlace[])[];
  readonly date: LinePlace | null;
}

/** A name as long as the line has no room to be moved. */
const fillsLine = (unit: LinePlace): boolean =>
  unit.start <= TOLERANCE && unit.right <= 2 + TOLERANCE;

/**
 * Names two from the edge, the date two right of the first; a date longer than the names has the two
 * itself.
 * @source GB/T 9704-2012 7.3.5.2
 */
export function isUnsealed({ rows, date }: PlacedSignature): boolean {
  const units = rows.flat();
  const right = Math.min(...units.map((unit) => unit.right));
  const start = Math.min(...units.map((unit) => unit.start));
  const isAtEdge = near(right, 2) || units.some(fillsLine);
  if (!date) return isAtEdge;
  if (units.length === 0) return near(date.right, 2) || near(date.right, 4);
  const isMoved = near(date.start - start, 2);
  const isLonger = near(date.right, 2) && units.every((unit) => unit.end <= date.end + TOLERANCE);
  return isMoved && (isAtEdge || isLonger);
}

/** Names of joint issuers that all end, or all begin, where the rule of one wants it. */
export function isEven({ rows }: PlacedSignature): boolean {
  const units = rows.flat();
  return (
    units.every((unit) => near(unit.right, 2) || fillsLine(unit)) ||
    units.every((unit) => near(unit.start, units[0]?.start ?? 0))
  );
}

/** A name that no longer fits over the middle of its date. */
const isPushedOut = (unit: LinePlace): boolean =>
  unit.right <= TOLERANCE || (unit.start <= TOLERANCE && unit.end >= LONG_NAME);

const middleOf = (place: LinePlace): number => (place.start + place.end) / 2;

/** Half a date of usual length, which an undated paper is signed for. */
const HALF_DATE = 3;
/** Characters of a name that is wider than the room around the date's middle. */
const LONG_NAME = 13;
/** 42 mm, which a seal is wide, in characters of 3号. */
const SEAL_CELLS = 7.5;

/** The names over one another's middle, and in a row each with room for its seal. */
function isOver(rows: PlacedSignature['rows'], middle: number): boolean {
  return rows.every((row) => {
    const last = row.at(-1);
    const isCentred = last !== undefined && (near(middleOf(last), middle) || isPushedOut(last));
    return (
      isCentred &&
      row.every((unit, index) => {
        const next = row[index + 1];
        return !next || middleOf(next) - middleOf(unit) >= SEAL_CELLS;
      })
    );
  });
}

/**
 * Date four from the edge, names centred on it; a name too long for that takes the date with it. Joint
 * issuers stand beside one another, the last of a row over the date.
 * @source GB/T 9704-2012 7.3.5.1
 */
export function isSealed({ rows, date }: PlacedSignature): boolean {
  const isPushed = rows.some((row) => row.slice(-1).some(isPushedOut));
  if (date) {
    return (near(date.right, 4) || (isPushed && date.right > 4)) && isOver(rows, middleOf(date));
  }
  const last = rows.at(-1)?.at(-1);
  if (!last) return true;
  const middle = last.right + (last.end - last.start) / 2;
  return (near(middle, 4 + HALF_DATE) || isPushed) && isOver(rows, middleOf(last));
}
