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

/** A red rule under the number, as wide as the text block. @source GB/T 9704-2012 7.2.7 */
export const checkRedRule: Check = (subject) => {
  if (subject.layout.form !== 'official') return null;
  const head = {
    id: 'red-rule',
    title: '红色分隔线',
    clause: 'GB/T 9704-2012 7.2.7',
    wanted: '发文字号之下，红色，与版心等宽',
  };
  const found = judgeLengths(listLengths(subject), subject.metrics.textWidth);
  return createItem(head, found, head.wanted);
};
