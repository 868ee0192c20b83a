import type { PrintedSection } from '../printed/index.ts';
import type { Float, Unit } from './unit.ts';

/** The region of a section's pages that its text may fill, from the top of the paper in twips. */
export interface Body {
  readonly top: number;
  readonly bottom: number;
}

/** A page with what stands on it, before anything is drawn. */
export interface Sheet {
  readonly number: number;
  readonly section: number;
  readonly units: readonly { readonly unit: Unit; readonly top: number }[];
  /** Rows repeated at its top. */
  readonly repeated: readonly { readonly unit: Unit; readonly top: number }[];
  /** A blank page, which a section that begins on an odd or even page leaves before it. */
  readonly isBlank: boolean;
}

interface Filled {
  readonly end: number;
  readonly tops: readonly number[];
  readonly repeated: Sheet['repeated'];
}

/** Rows repeated above unit `from`; none where they would fill the page, for the text could not go on. */
function startTable(units: readonly Unit[], from: number, { top, bottom }: Body): readonly Unit[] {
  const table = units[from]?.table;
  const before = units[from - 1]?.table;
  if (!table || before?.id !== table.id) return [];
  const height = table.repeated.reduce((sum, unit) => sum + unit.height, 0);
  return height < bottom - top ? table.repeated : [];
}

function stack(units: readonly Unit[], top: number): Sheet['repeated'] {
  let y = top;
  return units.map((unit) => {
    const placed = { unit, top: y };
    y += unit.height;
    return placed;
  });
}

/** Floats of the lower half end the room for text; those of the upper half are passed by. */
function isLow({ top }: Float, { top: first, bottom }: Body): boolean {
  return top.offset > (first + bottom) / 2;
}

function lowerLimit(limit: number, { floats }: Unit, body: Body): number {
  return floats.reduce(
    (least, float) =>
      float.top.from === 'paper' && isLow(float, body) ? Math.min(least, float.top.offset) : least,
    limit,
  );
}

function passFloats(y: number, height: number, { floats }: Unit, body: Body): number {
  return floats.reduce((top, float) => {
    if (float.top.from === 'unit') return top + float.top.offset + float.height;
    const bottom = float.top.offset + float.height;
    const isHit = !isLow(float, body) && float.top.offset < top + height && bottom > top;
    return isHit ? bottom : top;
  }, y);
}

/** The last unit up to `limit` that may begin a page; `limit` itself where none may. */
function findBreak(units: readonly Unit[], from: number, limit: number): number {
  for (let at = limit; at > from; at -= 1) if (units[at]?.mayBegin) return at;
  return limit;
}

/** Fills one page from unit `from` on. */
function fillPage(units: readonly Unit[], from: number, body: Body, keepsSpace: boolean): Filled {
  const tops: number[] = [];
  const repeated = stack(startTable(units, from, body), body.top);
  let y = repeated.reduce((top, { unit }) => top + unit.height, body.top);
  let limit = body.bottom;
  for (let at = from; at < units.length; at += 1) {
    const unit = units[at];
    if (!unit || (at > from && unit.begins !== null)) return { end: at, tops, repeated };
    const space = at === from && !keepsSpace ? 0 : unit.before;
    limit = lowerLimit(limit, unit, body);
    const top = passFloats(y + space, unit.height, unit, body);
    if (at > from && top + unit.height > limit) {
      return { end: findBreak(units, from, at), tops, repeated };
    }
    tops.push(top);
    y = top + unit.height;
  }
  return { end: units.length, tops, repeated };
}

function needsBlank(unit: Unit, number: number): boolean {
  return (
    (unit.begins === 'evenPage' && number % 2 === 1) ||
    (unit.begins === 'oddPage' && number % 2 === 0)
  );
}

/** Breaks units into pages: whatever does not fit goes on at the last place where a page may begin. */
export function fillPages(
  units: readonly Unit[],
  sections: readonly Pick<PrintedSection, 'firstNumber'>[],
  bodyOf: (section: number) => Body,
): readonly Sheet[] {
  const sheets: Sheet[] = [];
  let number = 0;
  for (let from = 0; from < units.length; ) {
    const unit = units[from];
    if (!unit) break;
    const { section } = unit;
    const isNew = units[from - 1]?.section !== section;
    number = (isNew ? sections[section]?.firstNumber : null) ?? number + 1;
    if (needsBlank(unit, number)) {
      sheets.push({ number, section, units: [], repeated: [], isBlank: true });
      number += 1;
    }
    const keepsSpace = from === 0 || unit.begins !== null;
    const { end, tops, repeated } = fillPage(units, from, bodyOf(section), keepsSpace);
    const held = units.slice(from, end).map((each, at) => ({ unit: each, top: tops[at] ?? 0 }));
    sheets.push({ number, section, units: held, repeated, isBlank: false });
    from = end;
  }
  return sheets;
}
