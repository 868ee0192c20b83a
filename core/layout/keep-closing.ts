import { estimateHeight, estimateLines, estimatePlace, type PagePlace } from './estimate.ts';
import type { FlowItem, FlowLine } from './flow.ts';
import type { PageMetrics } from './metrics.ts';
import { type Twip, twip } from './units.ts';

/** A paragraph and its tail that are kept together must leave a page room for a heading or two. */
const LINES_LEFT = 3;
/** A paragraph of no more lines is kept with its tail always: whichever program moves it leaves little white. */
const SHORT_LINES = 6;
/** How many lines an estimate may be wrong by, and in how many pages by one more. */
const DOUBT_LINES = 2;
const PAGES_PER_DOUBT = 5;
/** Characters are set closer or wider by 0.8 pt at most: more would be seen. */
const MOST_SPACING = 16;

/**
 * How the text is held with the closing where the estimate was wrong: whether its last paragraph is kept
 * with it, and what its characters are set apart by if it is most of a page, which LibreOffice cannot
 * move as a whole.
 */
export interface ClosingHold {
  readonly kept: boolean;
  readonly spacing: Twip;
}

/** Every hold, in the order in which they are worth trying: keeping is enough but for a very long paragraph. */
export const closingHolds: readonly ClosingHold[] = [
  { kept: true, spacing: twip(0) },
  { kept: false, spacing: twip(MOST_SPACING) },
  { kept: false, spacing: twip(-MOST_SPACING) },
  { kept: true, spacing: twip(MOST_SPACING) },
  { kept: true, spacing: twip(-MOST_SPACING) },
];

/** Keeps `items` with what follows them. */
export function keepWithNext(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item) => ({ ...item, keepWithNext: true }));
}

/**
 * Whether a page may come to hold the tail and nothing of the text, which ends at `place`: the tail does
 * not surely fit under it, and the text does not surely reach into the tail's page.
 */
function mayStandAlone({ page, filled }: PagePlace, tail: number, metrics: PageMetrics): boolean {
  const doubt = (DOUBT_LINES + Math.floor(page / PAGES_PER_DOUBT)) * metrics.linePitch;
  return (page > 0 && filled <= doubt) || filled + tail + doubt > metrics.textHeight;
}

/** `last` with its characters set as little closer or wider as takes the tail out of danger. */
function findSpacing(
  before: readonly FlowItem[],
  last: FlowLine,
  tail: number,
  metrics: PageMetrics,
): FlowLine | null {
  for (let step = 1; step <= MOST_SPACING; step += 1) {
    for (const extra of [-step, step]) {
      const spaced: FlowLine = { ...last, extraSpacing: twip(extra) };
      if (!mayStandAlone(estimatePlace([...before, spaced], metrics), tail, metrics)) return spaced;
    }
  }
  return null;
}

/** `last` as a hold has it; only a long paragraph is set apart, and only one may go unkept. */
function holdLast(last: FlowItem, isLong: boolean, hold: ClosingHold): readonly FlowItem[] {
  if (last.type === 'table' || !isLong || last.kind !== 'text') return keepWithNext([last]);
  const spaced: FlowLine = { ...last, extraSpacing: hold.spacing };
  return hold.kept ? keepWithNext([spaced]) : [spaced];
}

/**
 * The last of `body` so that no page holds `tail` and nothing else. A paragraph of a few lines is kept
 * with the tail always. Of any other, where that may happen by estimate:
 * - a table's last row, a heading or a paragraph that fits on a page with the tail is kept with it:
 *   Word and WPS bring its last lines over, LibreOffice the whole of it;
 * - a longer paragraph is set closer or wider by up to 0.8 pt where that wins or loses enough lines for
 *   the tail to be out of danger, two lines of doubt allowed for;
 * - where it does not, it is kept with the tail all the same. That holds in Word and WPS, which part
 *   it; LibreOffice moves it whole, and cannot where it is longer than a page: there alone the
 *   signature may still come to stand by itself.
 *
 * The estimate knows the width of a letter and no program's line breaks. Who writes a file therefore
 * sets its pages and, where the closing stands alone on one, composes again with each of
 * {@link closingHolds} until it does not. Keeping is a promise of the program that opens the file: with
 * it no page of Word or WPS has the closing alone, nor of LibreOffice where the last paragraph and the
 * tail fit on a page. For a longer paragraph in LibreOffice the rest is a likely help and no promise; the
 * certificate says where it did not help.
 * @source GB/T 9704-2012 7.3.5.5
 */
export function secureLast(
  body: readonly FlowItem[],
  tail: readonly FlowItem[],
  metrics: PageMetrics,
  hold?: ClosingHold,
): readonly FlowItem[] {
  const last = body.at(-1);
  if (!last) return [];
  if (last.type === 'table') return keepWithNext([last]);
  const height = estimateHeight(tail, metrics);
  const lines = estimateLines(last, metrics);
  const together = lines + Math.ceil(height / metrics.linePitch);
  const isLong = together > metrics.linesPerPage - LINES_LEFT;
  if (hold) return holdLast(last, isLong, hold);
  if (!isLong && lines <= SHORT_LINES) return keepWithNext([last]);
  if (!mayStandAlone(estimatePlace(body, metrics), height, metrics)) return [last];
  const spaced =
    isLong && last.kind === 'text' ? findSpacing(body.slice(0, -1), last, height, metrics) : null;
  return spaced ? [spaced] : keepWithNext([last]);
}
