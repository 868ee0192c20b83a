import { type PageMetrics, standardMetrics } from './metrics.ts';
import { type Twip, twip } from './units.ts';
import { measureText } from './width.ts';

/** One line of a signature; `start` is measured from the left edge of the text block. */
export interface SignatureLine {
  readonly text: string;
  readonly start: Twip;
  /**
   * Where its right edge lies from that of the text block, if it is placed by that edge: programs that set
   * hanzi and digits apart make a date wider, and it grows to the left.
   */
  readonly right?: Twip;
}

/** A signature without a seal. */
export interface SignatureLayout {
  readonly units: readonly SignatureLine[];
  readonly date: SignatureLine | null;
}

/** Writes an ISO date in full without leading zeros: 2026-02-05 → 2026年2月5日. @source GB/T 9704-2012 7.3.5.4 */
export function formatSignedDate(isoDate: string): string {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * Places a signature that carries no seal. The unit ends two characters before the right edge; the
 * date begins two characters right of the unit's first. If the date is the longer, the date
 * ends two characters before the edge and the unit moves left with it. Joint issuers stand one
 * under another, and the longest name counts. Nothing begins left of the text block.
 * @param units names in their order
 * @param isoDate null when the report is undated
 * @source GB/T 9704-2012 7.3.5.2
 */
export function layoutSignature(
  units: readonly string[],
  isoDate: string | null,
  metrics: PageMetrics = standardMetrics,
): SignatureLayout {
  const indent = 2 * metrics.cell;
  const startOf = (text: string) =>
    twip(Math.max(0, metrics.textWidth - indent - measureText(text, metrics)));
  const plain = units.map((text) => ({ text, start: startOf(text) }));
  if (isoDate === null) return { units: plain, date: null };
  const text = formatSignedDate(isoDate);
  const longest = Math.max(0, ...units.map((unit) => measureText(unit, metrics)));
  if (measureText(text, metrics) > longest) {
    const start = startOf(text);
    const moved = units.map((unit) => ({ text: unit, start: twip(Math.max(0, start - indent)) }));
    return { units: moved, date: { text, start, right: twip(indent) } };
  }
  const first = Math.min(...plain.map((line) => line.start));
  return { units: plain, date: { text, start: twip(first + indent) } };
}
