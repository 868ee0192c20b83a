/** Widths of ASCII from the blank to ~, in thousandths of an em. */
const TIMES = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
] as const;
const ARIAL = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;
/** Calibri and 等线 are a tenth narrower than Arial. */
const NARROW = ARIAL.map((width) => Math.round(width * 0.912));

const HALF = 500;
const EM = 1000;
const DASH = 0x2014;
const ELLIPSIS = 0x2026;

const chineseNames =
  /^(?:n?simsun|simhei|fangsong|kaiti|st(?:song|kaiti|fangsong|heiti|zhongsong)|fz)/iu;
const proportional = /雅黑|等线|yahei|dengxian/iu;

type Metrics = 'chinese' | readonly number[];

function findMetrics(face: string): Metrics {
  if (/等线|dengxian|calibri/iu.test(face)) return NARROW;
  if (proportional.test(face)) return ARIAL;
  if (/\p{Script=Han}/u.test(face) || chineseNames.test(face)) return 'chinese';
  if (/arial|helvetica|segoe|verdana|tahoma|sans/iu.test(face)) return ARIAL;
  return TIMES;
}

const known = new Map<string, Metrics>();
/** Faces of one document are few; a hostile one may name many. */
const MOST_KNOWN = 500;

function metricsOf(face: string): Metrics {
  const found = known.get(face);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const metrics = findMetrics(face);
  known.set(face, metrics);
  return metrics;
}

/** Whether digits of a face are half an em and its quotation marks a whole one: 仿宋, 宋体, 黑体, 楷体. */
export function isChineseFace(face: string): boolean {
  return metricsOf(face) === 'chinese';
}

/** Width of a character that is not full-width, in thousandths of an em. */
export function measureNarrow(code: number, face: string): number {
  const metrics = metricsOf(face);
  if (metrics === 'chinese') return HALF;
  if (code === DASH || code === ELLIPSIS) return EM;
  return metrics[code - 0x20] ?? HALF;
}
