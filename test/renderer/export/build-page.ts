import { pt, twip } from '../../../core/layout/index.ts';
import type { Page, PageLine } from '../../../core/paginate/index.ts';

/** A printed line of the given words. */
export function buildLine(words: string, top = 2000): PageLine {
  return {
    top: twip(top),
    baseline: twip(top + 400),
    height: twip(579),
    spans: [
      {
        text: words,
        x: twip(1588),
        width: twip(315 * words.length),
        face: '仿宋_GB2312',
        size: pt(16),
        bold: false,
        color: '000000',
      },
    ],
    source: { section: 0, block: 0 },
    styleId: 'Normal',
  };
}

/** A page of lines, with its number at the foot. */
export function buildPage(number: number, lines: readonly string[]): Page {
  return {
    number,
    width: twip(11906),
    height: twip(16838),
    lines: lines.map((words, index) => buildLine(words, 2000 + 579 * index)),
    rules: [],
    edges: [buildLine(`— ${number} —`, 15_000)],
  };
}
