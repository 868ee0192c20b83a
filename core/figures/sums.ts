import type { Figure } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import { type LocatedFigure, locateFiguresByBlock } from './figure-in-text.ts';

/** A total and the kinds the sentence breaks it down into. */
export interface SumCheck {
  readonly total: Figure;
  readonly items: readonly Figure[];
  readonly sum: number;
  /** The words from the first of these figures to the last, as they stand in the text. */
  readonly words: string;
  /** `marked`: 其中, 分别为, brackets or a colon say so; `implied`: the order of the figures alone. */
  readonly kind: 'marked' | 'implied';
}

/** True when two figures of one sentence stand side by side. `；` parts them too. */
function areTogether(a: LocatedFigure, b: LocatedFigure): boolean {
  return (
    a.text === b.text &&
    a.place.blockId === b.place.blockId &&
    b.start >= a.end &&
    !/[。！？；;!?\n\t]/u.test(a.text.slice(a.end, b.start))
  );
}

const marker = /其中|分别(?:为|是)|包括|包含|分为|即[：:]?/u;

/** Signed change of bracket depth in `text`. */
function depthChange(text: string): number {
  let depth = 0;
  for (const sign of text) {
    if (sign === '（' || sign === '(') depth += 1;
    else if (sign === '）' || sign === ')') depth -= 1;
  }
  return depth;
}

function sumOf(items: readonly LocatedFigure[]): number {
  return Math.round(items.reduce((sum, item) => sum + item.value, 0) * 1e6) / 1e6;
}

/** More figures than any sentence lists; a longer run is a text whose full stops were lost. */
const longestList = 60;

interface Candidate {
  readonly items: readonly LocatedFigure[];
  /** Text between the last taken figure and the next, for finding where the list ends. */
  readonly open: boolean;
}

/** The figures after a total that may be its kinds, as deep in brackets as the first of them. */
function collectItems(total: LocatedFigure, rest: readonly LocatedFigure[]): Candidate {
  const items: LocatedFigure[] = [];
  let from = total;
  let depth = 0;
  let listed = false;
  for (const [index, figure] of rest.entries()) {
    if (!areTogether(from, figure)) break;
    if (index >= longestList) return { items: [], open: true };
    const gap = figure.text.slice(from.end, figure.start);
    depth += items.length === 0 ? 0 : depthChange(gap);
    from = figure;
    if (depth < 0 || (items.length > 0 && depth === 0 && marker.test(gap))) break;
    if (depth > 0 || figure.unit !== total.unit) continue;
    const byPause = /、[^，,]*$/u.test(gap);
    if (listed && !byPause && items.length > 1) break;
    listed = byPause;
    items.push(figure);
  }
  const last = items.at(-1);
  const open = last !== undefined && /^(?:等|以及其他|余)/u.test(last.text.slice(last.end));
  return { items, open };
}

function describe(
  total: LocatedFigure,
  items: readonly LocatedFigure[],
  kind: SumCheck['kind'],
): SumCheck {
  const start = Math.min(total.start, ...items.map((item) => item.start));
  const end = Math.max(total.end, ...items.map((item) => item.end));
  return { total, items, sum: sumOf(items), words: total.text.slice(start, end), kind };
}

function isExact(figures: readonly LocatedFigure[]): boolean {
  return figures.every((figure) => !figure.approximate && figure.unit !== '%');
}

/** The shortest run of at least two items that makes the total, if any. */
function addingPrefix(
  total: LocatedFigure,
  items: readonly LocatedFigure[],
): readonly LocatedFigure[] | null {
  for (let count = 2; count <= items.length; count += 1) {
    const prefix = items.slice(0, count);
    if (sumOf(prefix) === total.value) return prefix;
  }
  return null;
}

/** A breakdown that follows its total. Without a marker it counts only where it adds up. */
function sumAfter(figures: readonly LocatedFigure[], index: number): SumCheck | null {
  const total = figures[index];
  const first = figures[index + 1];
  if (!total || !first || !areTogether(total, first)) return null;
  const gap = total.text.slice(total.end, first.start);
  const marked = marker.test(gap) || /^\s*[（(：:]/u.test(gap);
  const { items, open } = collectItems(total, figures.slice(index + 1, index + 2 + longestList));
  if (items.length < 2 || !isExact([total, ...items]) || items[0] !== first) return null;
  const adding = addingPrefix(total, items);
  if (adding && marked) return describe(total, adding, 'marked');
  // 2 = 2 + 0 without a word that says so is chance.
  if (adding)
    return adding.some((item) => item.value === 0) ? null : describe(total, adding, 'implied');
  return marked && !open ? describe(total, items, 'marked') : null;
}

/** A breakdown that stands before its total: “甲3件、乙4件，共7件”. */
function sumBefore(figures: readonly LocatedFigure[], index: number): SumCheck | null {
  const total = figures[index];
  if (
    !total ||
    !/[，,、：:]\s*(?:共计|合计|总计|共)\s*$/u.test(
      total.text.slice(Math.max(0, total.start - 20), total.start),
    )
  )
    return null;
  const items: LocatedFigure[] = [];
  let next = total;
  for (let at = index - 1; at >= 0; at -= 1) {
    const figure = figures[at];
    if (!figure || !areTogether(figure, next) || figure.unit !== total.unit) break;
    const gap = figure.text.slice(figure.end, next.start);
    if (next !== total && !/^[^，,]*、/u.test(gap)) break;
    items.unshift(figure);
    next = figure;
  }
  return items.length >= 2 && isExact([total, ...items]) ? describe(total, items, 'marked') : null;
}

function readSums(figures: readonly LocatedFigure[]): readonly SumCheck[] {
  return figures.flatMap((_, index) => {
    const check = sumAfter(figures, index) ?? sumBefore(figures, index);
    return check ? [check] : [];
  });
}

/** A block's list of figures never changes, nor what adds up in it. */
const sumsOfBlock = new WeakMap<readonly LocatedFigure[], readonly SumCheck[]>();

/** The sums among the figures of one block: none reaches over its end. */
function sumsOf(figures: readonly LocatedFigure[]): readonly SumCheck[] {
  const known = sumsOfBlock.get(figures);
  if (known) return known;
  const sums = readSums(figures);
  sumsOfBlock.set(figures, sums);
  return sums;
}

/**
 * Totals with the kinds they are broken down into, whether or not these add up (`sum` against
 * `total.value`). Figures with 余 or 多, percentages and lists closed with 等 are left out.
 * @source regulations.md 0.9, 9.6
 */
export function findSums(report: Report): readonly SumCheck[] {
  return locateFiguresByBlock(report).flatMap(sumsOf);
}
