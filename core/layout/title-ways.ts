import { priceLastLine, TORN } from './title-words.ts';
import { countCells } from './width.ts';

/** A line narrower than the one above it and the one below: the shape no title may have. */
const HOURGLASS = 60;
/** Two lines of one width, where a trapezoid or a diamond is wanted. */
const RECTANGLE = 3;
/** One line more than the text needs. */
const EXTRA_LINE = 8;
/** Ways looked at for each line: far more than a title of a page needs, and a bound for any other. */
const MOST_WAYS = 60;

/** Widths of the lines above, and how wide a line may be, in cells. */
export interface TitleRoom {
  readonly cells: number;
  /** Units' names, which are not broken. */
  readonly names: readonly string[];
  /** Width of the line above; null where there is none. */
  readonly above: number | null;
}

/** A way to break the text as far as `end`. */
export interface Way {
  readonly end: number;
  readonly width: number;
  /** Whether a line was narrower than the one above it, after which none may be wider. */
  readonly falls: boolean;
  readonly price: number;
  readonly before: Way | null;
}

/** A text to be broken, and where it may be. */
export interface Breaking {
  readonly text: string;
  readonly prices: readonly number[];
  readonly candidates: readonly number[];
  readonly room: TitleRoom;
  /** Width of the text before each letter. */
  readonly sums: readonly number[];
  readonly isBlank: readonly boolean[];
}

/** Width of a text before each of its letters, and of all of it, in cells. */
export function sumCells(text: string): readonly number[] {
  const sums = [0];
  for (let at = 0; at < text.length; at += 1) {
    const low = text.charCodeAt(at);
    const isLow = low >= 0xdc00 && low <= 0xdfff;
    sums.push((sums[at] ?? 0) + (isLow ? 0 : countCells(text[at] ?? '')));
  }
  return sums;
}

function widthOf({ isBlank, sums }: Breaking, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && isBlank[start]) start += 1;
  while (end > start && isBlank[end - 1]) end -= 1;
  return (sums[end] ?? 0) - (sums[start] ?? 0);
}

function priceShape(way: Way, width: number): number {
  if (way.before === null && way.width === 0) return 0;
  if (width > way.width && way.falls) return HOURGLASS;
  return Math.abs(width - way.width) < 1 ? RECTANGLE : 0;
}

/** `way` with the line up to `end` put below it; null where that line is too wide. */
function addLine(breaking: Breaking, way: Way, end: number, target: number): Way | null {
  const { text, prices, room } = breaking;
  const width = widthOf(breaking, way.end, end);
  if (width > room.cells || width === 0) return null;
  const isLast = end === text.length;
  const falls = way.width > 0 && (width < way.width || (way.falls && width === way.width));
  const price =
    way.price +
    Math.abs(width - target) +
    priceShape(way, width) +
    (isLast ? priceLastLine(text.slice(way.end, end)) : (prices[end] ?? 0)) +
    (width < 2 ? TORN : 0);
  return { end, width, falls, price, before: way };
}

/** The cheapest ways that end where another does, with the same width and direction, are enough. */
function keepCheapest(ways: readonly Way[]): readonly Way[] {
  const kept = new Map<string, Way>();
  for (const way of ways) {
    const key = `${way.end} ${way.width} ${way.falls}`;
    const other = kept.get(key);
    if (!other || way.price < other.price) kept.set(key, way);
  }
  const distinct = [...kept.values()];
  if (distinct.length <= MOST_WAYS) return distinct;
  return distinct.sort((one, other) => one.price - other.price).slice(0, MOST_WAYS);
}

/** The ways that are one line longer. */
function* lengthen(breaking: Breaking, way: Way, target: number): Generator<Way> {
  const { candidates, room, sums } = breaking;
  const most = (sums[way.end] ?? 0) + room.cells + 1;
  for (let index = findAfter(candidates, way.end); index < candidates.length; index += 1) {
    const end = candidates[index] ?? 0;
    const next = addLine(breaking, way, end, target);
    if (next) yield next;
    else if ((sums[end] ?? 0) > most) return;
  }
}

/** Index of the first of sorted `places` that lies behind `place`. */
function findAfter(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The best way to have the text in `count` lines; null where there is none. */
function breakInto(breaking: Breaking, count: number): Way | null {
  const { text, room, sums } = breaking;
  const target = (sums[text.length] ?? 0) / count;
  let ways: readonly Way[] = [
    { end: 0, width: room.above ?? 0, falls: false, price: 0, before: null },
  ];
  for (let line = 1; line <= count; line += 1) {
    const rest = (count - line) * room.cells;
    const reachable = (way: Way) => (sums[text.length] ?? 0) - (sums[way.end] ?? 0) <= rest + 1e-9;
    ways = keepCheapest(
      ways.flatMap((way) => [...lengthen(breaking, way, target)]).filter(reachable),
    );
  }
  return pickCheapest(ways.filter((way) => way.end === text.length));
}

/** The cheapest of some ways; null where there is none. */
export function pickCheapest(ways: readonly (Way | null)[]): Way | null {
  return ways.reduce<Way | null>(
    (best, way) => (way && (!best || way.price < best.price) ? way : best),
    null,
  );
}

/**
 * The best way to break a text: as few lines as it needs, or a few more where its words want them; null
 * where its candidates leave a line too wide.
 * @source GB/T 9704-2012 7.3.1
 */
export function findWay(breaking: Breaking): Way | null {
  const { text, room, sums } = breaking;
  const fewest = Math.max(1, Math.ceil((sums[text.length] ?? 0) / room.cells));
  const most = fewest + 3;
  let best: Way | null = null;
  for (let count = fewest; count <= most; count += 1) {
    const way = breakInto(breaking, count);
    const extra = EXTRA_LINE * (count - fewest);
    best = pickCheapest([best, way && { ...way, price: way.price + extra }]);
    if (best && best.price < EXTRA_LINE * (count + 1 - fewest)) return best;
  }
  return best;
}
