import type { PrintedParagraph, PrintedRun, PrintedSection } from '../printed/index.ts';
import type { BrokenLine } from './break-lines.ts';
import type { MeasuredText } from './measured.ts';
import { isChineseFace } from './widths.ts';

/** Height of a line, and where its letters stand in it, in twips. */
export interface LineHeight {
  readonly height: number;
  /** From its top. */
  readonly baseline: number;
}

const TWIPS_PER_POINT = 20;
const SINGLE = 240;
/** Type of a line that holds nothing and says nothing. */
const DEFAULT_EM = 320;

/** Of 宋体 and its kin: what of an em stands above and below the baseline. */
const CHINESE = { above: 0.859, below: 0.141 } as const;
const LATIN = { above: 0.891, below: 0.216 } as const;
/** Word gives a line of a Chinese face 1.3 times its em where no grid and no pitch say otherwise. */
const CHINESE_LEADING = 0.3;
/** An exact pitch stands for four parts above the baseline and one below. */
const EXACT_ABOVE = 0.8;

interface Extent {
  readonly above: number;
  readonly below: number;
}

function extentOf(
  run: PrintedRun | undefined,
  isWide: boolean,
  empty: number = DEFAULT_EM,
): Extent & { readonly em: number } {
  const em = run ? run.size * TWIPS_PER_POINT : empty;
  const share = isWide || (run && isChineseFace(run.latinFace)) ? CHINESE : LATIN;
  return { em, above: em * share.above, below: em * share.below };
}

/** The highest of a line's letters. */
function measureExtent(
  measured: MeasuredText,
  line: BrokenLine,
  markSize: number | undefined,
): Extent & { readonly em: number } {
  const empty = markSize === undefined ? undefined : markSize * TWIPS_PER_POINT;
  let tallest = extentOf(measured.runs[measured.runOf[line.from] ?? 0], true, empty);
  let seen = -1;
  for (let at = line.from; at < line.to; at += 1) {
    const run = measured.runOf[at] ?? 0;
    if (run === seen) continue;
    seen = run;
    const extent = extentOf(measured.runs[run], measured.wide[at] === 1);
    if (extent.above + extent.below > tallest.above + tallest.below) tallest = extent;
  }
  return tallest;
}

function centre(height: number, { above, below }: Extent): LineHeight {
  return { height, baseline: (height - above - below) / 2 + above };
}

/** Height of a line by the pitch of its paragraph and the grid of its section. */
export function measureLine(
  measured: MeasuredText,
  line: BrokenLine,
  { pitch, snapsToGrid, markSize }: Pick<PrintedParagraph, 'pitch' | 'snapsToGrid' | 'markSize'>,
  { type, linePitch }: PrintedSection['grid'],
): LineHeight {
  if (pitch.rule === 'exact') return { height: pitch.value, baseline: pitch.value * EXACT_ABOVE };
  const extent = measureExtent(measured, line, markSize);
  const natural = extent.above + extent.below;
  const snaps = snapsToGrid && type !== 'none' && linePitch > 0;
  const grown = snaps
    ? Math.ceil(natural / linePitch) * linePitch
    : natural + CHINESE_LEADING * extent.em;
  const height =
    pitch.rule === 'atLeast' ? Math.max(grown, pitch.value) : (grown * pitch.value) / SINGLE;
  return centre(Math.round(height), extent);
}
