import { type Twip, twipToMm } from '../../layout/index.ts';
import { isRed } from '../front-roles.ts';
import { createItem, type Found, formatNumber } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** Twips by which a rule may be shorter or longer than the text block is wide: 1 mm. */
const TOLERANCE = 57;
/** Paragraphs among which it is looked for where there is no title. */
const HEAD_PIECES = 30;

/** How long a rule is, in twips; null where that is not known. */
type Length = number | null;

/** Red rules under paragraphs; one in a text box is as long as the box. */
function listRuled(above: readonly Piece[], { document }: Subject): readonly Length[] {
  return above.flatMap(({ paragraph: { borders, indent }, section, isBoxed }) => {
    const { paper, margins } = document.sections[section] ?? {};
    const isRuled = [borders.top, borders.bottom, borders.between].some(
      (border) => border && isRed(border.color),
    );
    if (!isRuled || !paper || !margins) return [];
    const block = paper.width - margins.left - margins.right;
    return [isBoxed ? null : block - indent.left - indent.right - Math.min(0, indent.first)];
  });
}

function listLengths(subject: Subject): readonly Length[] {
  const { document, pieces } = subject;
  const title = pieces.findIndex(({ role }) => role === 'title');
  const above = pieces.slice(0, title < 0 ? HEAD_PIECES : title + 1);
  const drawn = (document.drawnLines ?? []).filter(({ color }) => isRed(color));
  return [...listRuled(above, subject), ...drawn.map(({ length }) => length ?? null)];
}

function judgeLengths(lengths: readonly Length[], width: Twip): readonly Found[] {
  if (lengths.length === 0) return [{ piece: null, measured: '没有红色分隔线' }];
  const isRight = (length: Length) => length === null || Math.abs(length - width) <= TOLERANCE;
  const [first] = lengths;
  // of several red rules one may be an ornament
  if (lengths.some(isRight) || first === undefined || first === null) return [];
  const mm = (length: number) => formatNumber(twipToMm(length as Twip));
  return [{ piece: null, measured: `长 ${mm(first)} 毫米，版心宽 ${mm(width)} 毫米` }];
}

/** How a red rule is drawn under the line above it. */
interface DrawnRule {
  readonly thickness: number;
  /** From the letters above to its upper edge, in millimetres; null where nothing is above it. */
  readonly gap: number | null;
  readonly length: Twip;
}

/** Letters reach this share of their size below the baseline. */
const DESCENT = 0.14;

/** The red rule as the pages draw it; null where they draw none. */
function measureDrawn({ pages, pieces }: Subject): DrawnRule | null {
  const [page] = pages;
  const rule = page?.rules.find(({ color, height }) => height === 0 && isRed(color));
  if (!page || !rule) return null;
  const edge = rule.y - rule.thickness * 10;
  const numbers = pieces.filter(({ role }) => role === 'number' || role === 'signers');
  const bottoms = page.lines
    .filter(({ source }) =>
      numbers.some(({ section, block }) => source?.section === section && source.block === block),
    )
    .filter(({ spans }) => spans.some(({ text }) => text.trim() !== ''))
    .map(
      ({ baseline, spans }) => baseline + Math.max(...spans.map(({ size }) => size)) * 20 * DESCENT,
    )
    .filter((bottom) => bottom < edge + TOLERANCE);
  const gap = bottoms.length === 0 ? null : twipToMm((edge - Math.max(...bottoms)) as Twip);
  return { thickness: rule.thickness, gap, length: rule.width };
}

const WANTED_MM = 4;
const TOLERANCE_MM = 1.2;
/** Points. The standard names no thickness. */
const USUAL = { least: 0.5, most: 2 } as const;

function judgeDrawn(drawn: DrawnRule | null): readonly Found[] {
  if (!drawn) return [];
  const { gap, thickness } = drawn;
  const isOff = gap !== null && Math.abs(gap - WANTED_MM) > TOLERANCE_MM;
  const isOdd = thickness < USUAL.least || thickness > USUAL.most;
  return [
    ...(isOff
      ? [{ piece: null, measured: `距发文字号 ${formatNumber(gap)} 毫米，应为 4 毫米` }]
      : []),
    ...(isOdd
      ? [
          {
            piece: null,
            measured: `粗 ${formatNumber(thickness, 2)} 磅，一般为 ${USUAL.least} 至 ${USUAL.most} 磅`,
            isRemark: true,
          },
        ]
      : []),
  ];
}

function describe(drawn: DrawnRule | null, lengths: readonly Length[]): string {
  const length = drawn?.length ?? lengths.find((one) => one !== null) ?? null;
  const parts = [
    '红色',
    drawn ? `粗 ${formatNumber(drawn.thickness, 2)} 磅` : '',
    drawn?.gap == null ? '' : `距发文字号 ${formatNumber(drawn.gap)} 毫米`,
    length === null ? '' : `长 ${formatNumber(twipToMm(length as Twip))} 毫米`,
  ];
  return parts.filter(Boolean).join('，');
}

/** A red rule 4 mm under the number, as wide as the text block. @source GB/T 9704-2012 7.2.7 */
export const checkRedRule: Check = (subject) => {
  if (subject.layout.form !== 'official') return null;
  const head = {
    id: 'red-rule',
    title: '红色分隔线',
    clause: 'GB/T 9704-2012 7.2.7',
    wanted: '发文字号之下 4 毫米，红色，与版心等宽',
  };
  const lengths = listLengths(subject);
  const drawn = measureDrawn(subject);
  const found = [...judgeLengths(lengths, subject.metrics.textWidth), ...judgeDrawn(drawn)];
  return createItem(head, found, describe(drawn, lengths));
};
