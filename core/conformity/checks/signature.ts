import { createItem, type Found, formatNumber } from '../item.ts';
import { type LinePlace, placeLine } from '../line-place.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** In characters. */
const TOLERANCE = 0.6;
const near = (measured: number, wanted: number): boolean =>
  Math.abs(measured - wanted) <= TOLERANCE;

interface Placed {
  readonly piece: Piece;
  readonly place: LinePlace;
}

function placeAll(pieces: readonly Piece[], { document }: Subject): readonly Placed[] {
  return pieces.flatMap((piece) => {
    const place = placeLine(piece, document.sections[piece.section]);
    return place ? [{ piece, place }] : [];
  });
}

/** Unit two from the edge, date two right of it; a longer date has the two itself. @source GB/T 9704-2012 7.3.5.2 */
function isUnsealed(units: readonly LinePlace[], date: LinePlace | null): boolean {
  const right = Math.min(...units.map((unit) => unit.right));
  const start = Math.min(...units.map((unit) => unit.start));
  // with a seal it is centred where the date will be
  if (!date) return right > TOLERANCE;
  const isMoved = units.length === 0 || near(date.start - start, 2);
  if (units.length === 0) return near(date.right, 2) || near(date.right, 4);
  return isMoved && (near(right, 2) || near(date.right, 2));
}

/** Date four from the edge, unit centred on it. @source GB/T 9704-2012 7.3.5.1 */
function isSealed(units: readonly LinePlace[], date: LinePlace | null): boolean {
  if (!date || !near(date.right, 4)) return false;
  const middle = (place: LinePlace) => (place.start + place.end) / 2;
  const isCentred = units.every((unit) => near(middle(unit), middle(date)));
  // joint issuers stand beside one another, in rows as wide as they need
  return isCentred || (units.length > 1 && units.every((unit) => unit.end <= date.end + 4));
}

function describe(units: readonly Placed[], date: Placed | null): string {
  const words = units.map(({ place }) => `署名右空 ${formatNumber(place.right)} 字`);
  return [...words, ...(date ? [`日期右空 ${formatNumber(date.place.right)} 字`] : [])].join('，');
}

/** Places of signature and date: with a seal or without, either is right when both fit. @source GB/T 9704-2012 7.3.5 */
export const checkSignature: Check = (subject) => {
  const signers = subject.pieces.filter(({ role }) => role === 'signature');
  const dates = subject.pieces.filter(({ role }) => role === 'date');
  if (signers.length + dates.length === 0) return null;
  const units = placeAll(signers, subject);
  const [date = null] = placeAll(dates, subject);
  const places = units.map(({ place }) => place);
  const isPlaced =
    units.length < signers.length ||
    isUnsealed(places, date?.place ?? null) ||
    isSealed(places, date?.place ?? null);
  const [first = dates[0]] = signers;
  const found: readonly Found[] = isPlaced
    ? []
    : [{ piece: first ?? null, measured: describe(units, date) }];
  const head = {
    id: 'signature',
    title: '落款位置',
    clause: 'GB/T 9704-2012 7.3.5.1、7.3.5.2',
    wanted:
      '不盖章：署名右空 2 字，日期首字比署名首字右移 2 字；盖章：日期右空 4 字，署名在其上居中',
  };
  return createItem(head, found, describe(units, date));
};

const rightDate = /^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/u;

/** Arabic, in full, without leading zeros. @source GB/T 9704-2012 7.3.5.4 */
export const checkDateForm: Check = ({ pieces }) => {
  const dates = pieces.filter(({ role }) => role === 'date');
  if (dates.length === 0) return null;
  const found = dates
    .filter(({ text }) => !rightDate.test(text.trim()))
    .map((piece) => ({ piece, measured: `写作“${piece.text.trim()}”` }));
  const head = {
    id: 'date-form',
    title: '成文日期写法',
    clause: 'GB/T 9704-2012 7.3.5.4',
    wanted: '如 2026年2月5日，月、日不编虚位',
  };
  return createItem(head, found, dates[0]?.text.trim() ?? '');
};
