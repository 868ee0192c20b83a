import type { PrintedParagraph, PrintedSection } from '../printed/index.ts';
import { formatNumber } from './item.ts';
import { largest } from './largest.ts';
import { visibleRuns } from './piece.ts';

/** Height of a line of a Chinese face without grid, as a share of its size. */
const NATURAL = 1.3;

/** Distance of two lines of a paragraph, and how it is said. */
export interface MeasuredPitch {
  readonly twips: number;
  /** `行距是固定值 28 磅`. */
  readonly words: string;
}

function naturalHeight(paragraph: PrintedParagraph): number {
  const sizes = visibleRuns(paragraph).map((run) => run.size);
  return largest(sizes, sizes.length === 0 ? (paragraph.markSize ?? 10.5) : 0) * 20 * NATURAL;
}

/** The distance of a paragraph's lines by its own word, its section's grid and its letters. */
export function measurePitch(
  paragraph: PrintedParagraph,
  section: PrintedSection | undefined,
): MeasuredPitch {
  const { rule, value } = paragraph.pitch;
  if (rule === 'exact')
    return { twips: value, words: `行距是固定值 ${formatNumber(value / 20, 2)} 磅` };
  const natural = naturalHeight(paragraph);
  const grid = section?.grid;
  const hasGrid = grid && grid.type !== 'none' && grid.linePitch > 0 && paragraph.snapsToGrid;
  const step = hasGrid ? grid.linePitch : 0;
  const line = step > 0 ? Math.ceil((natural * 0.88) / step) * step : natural;
  if (rule === 'atLeast') {
    const twips = Math.max(value, line);
    return { twips, words: `行距是最小值 ${formatNumber(value / 20, 2)} 磅` };
  }
  const times = value / 240;
  const words =
    times === 1 && step > 0
      ? `行距是网格的 ${formatNumber(line / 20, 2)} 磅`
      : `行距是 ${formatNumber(times, 2)} 倍`;
  return { twips: line * times, words };
}
