import { twip } from '../layout/units.ts';
import type { PrintedBorder, PrintedParagraph } from '../printed/index.ts';
import type { PageLine, PageRule } from './page.ts';
import { type Column, type SetLine, type Setting, setParagraph } from './set-paragraph.ts';
import type { Unit } from './unit.ts';

const TWIPS_PER_POINT = 20;
const BORDER_SPACE = 1;
/** One for all lines: most have neither rules nor floats. */
const none: readonly never[] = [];

/** Where a paragraph stands in the document. */
export type Source = PageLine['source'];

/** A paragraph with the rules that it draws where it stands. */
export interface Ruled {
  readonly paragraph: PrintedParagraph;
  readonly above: PrintedBorder | null;
  readonly below: PrintedBorder | null;
}

function sameBorders(a: PrintedParagraph | undefined, b: PrintedParagraph): boolean {
  if (a === undefined) return false;
  const { top, bottom, between } = b.borders;
  if (!top && !bottom && !between) return false;
  return (
    JSON.stringify(a.borders) === JSON.stringify(b.borders) &&
    a.indent.left === b.indent.left &&
    a.indent.right === b.indent.right
  );
}

/** Neighbours with the same borders share one box: only its first has the upper rule, only its last the lower. */
export function findRules(
  paragraph: PrintedParagraph,
  before: PrintedParagraph | undefined,
  after: PrintedParagraph | undefined,
): Ruled {
  const { top, bottom, between } = paragraph.borders;
  return {
    paragraph,
    above: sameBorders(before, paragraph) ? between : top,
    below: sameBorders(after, paragraph) ? null : bottom,
  };
}

function isDrawn(border: PrintedBorder | null): border is PrintedBorder {
  return border !== null && border.style !== 'none' && border.style !== 'nil';
}

/** What a border takes up: its distance from the text and its thickness. */
function heightOf(border: PrintedBorder | null): number {
  if (!isDrawn(border)) return 0;
  return ((border.space ?? BORDER_SPACE) + border.width) * TWIPS_PER_POINT;
}

/** A rule across a column. */
export function drawAcross(border: PrintedBorder, { x, width }: Column, y: number): PageRule {
  return {
    x: twip(x),
    y: twip(y),
    width: twip(width),
    height: twip(0),
    thickness: border.width,
    color: border.color === 'auto' ? '000000' : border.color,
  };
}

function drawRule(
  border: PrintedBorder | null,
  { indent }: PrintedParagraph,
  { x, width }: Column,
  y: number,
): readonly PageRule[] {
  if (!isDrawn(border)) return [];
  const from = x + indent.left + Math.min(0, indent.first);
  return [drawAcross(border, { x: from, width: x + width - indent.right - from }, y)];
}

/** A set line with its place and paragraph. */
export function toPageLine(
  { height, baseline, spans }: SetLine,
  top: number,
  source: Source,
  styleId: string,
): PageLine {
  return {
    top: twip(top),
    baseline: twip(top + baseline),
    height: twip(height),
    spans,
    source,
    styleId,
  };
}

/** Whether a page may begin with line `index` of `count` of a paragraph. */
function mayPart(
  paragraph: PrintedParagraph,
  [index, count]: readonly [number, number],
  keepsWhole: boolean,
): boolean {
  if (paragraph.keepLines || (paragraph.keepNext && keepsWhole)) return false;
  return !paragraph.widowControl || (index >= 2 && count - index >= 2);
}

/** The lines of a paragraph as units, one a line. Whether its first may begin a page is the caller's. */
export function flowParagraph(
  { paragraph, above, below }: Ruled,
  column: Column,
  setting: Setting,
  { section, source }: { readonly section: number; readonly source: Source },
): readonly Unit[] {
  const lines = setParagraph(paragraph, column, setting);
  const count = lines.length;
  return lines.map((line, index) => {
    const isFirst = index === 0;
    const isLast = index === count - 1;
    const lead = isFirst ? heightOf(above) : 0;
    const tail = isLast ? heightOf(below) : 0;
    const height = lead + line.height + tail;
    const thickness = (below?.width ?? 0) * TWIPS_PER_POINT;
    const isBroken = !isFirst && lines[index - 1]?.end === 'pageBreak';
    return {
      height,
      before: 0,
      lines: [toPageLine(line, lead, source, paragraph.styleId)],
      rules:
        isFirst || isLast
          ? [
              ...(isFirst ? drawRule(above, paragraph, column, 0) : none),
              ...(isLast ? drawRule(below, paragraph, column, height - thickness / 2) : none),
            ]
          : none,
      mayBegin:
        isFirst || isBroken || mayPart(paragraph, [index, count], setting.habits.keepsWhole),
      begins: isBroken ? 'page' : null,
      section,
      table: null,
      floats: none,
    };
  });
}
