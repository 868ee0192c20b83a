import { type Twip, twipToMm } from '../../layout/index.ts';
import { isRed, numberPattern } from '../front-roles.ts';
import { createItem, type Found, formatNumber, nameOf } from '../item.ts';
import { type Piece, type Role, visibleRuns } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

const only =
  (check: Check): Check =>
  (subject) =>
    subject.layout.form === 'official' ? check(subject) : null;

/** Where the type of a page's line begins, as a share of its size above the baseline. */
const ASCENT = 0.8;
const TOP_MM = 35;
const TOLERANCE_MM = 2;

/** From the upper edge of the text block to the top of the mark's letters; null without pages. */
function measureTop(mark: Piece, { pages, document }: Subject): number | null {
  const line = pages
    .flatMap(({ lines }) => lines)
    .find(({ source }) => source?.section === mark.section && source.block === mark.block);
  const size = Math.max(0, ...(line?.spans.map((span) => span.size) ?? []));
  const top = document.sections[mark.section]?.margins.top;
  if (!line || top === undefined || mark.isBoxed) return null;
  return twipToMm((line.baseline - size * 20 * ASCENT - top) as Twip);
}

/** A line of its own is centred; in a table, which joint issuers need, the table is. */
function isCentred({ paragraph, section, block }: Piece, { document }: Subject): boolean {
  const holder = document.sections[section]?.blocks[block];
  if (holder?.type === 'table') return holder.align === 'center' || Boolean(holder.frame);
  return paragraph.align === 'center' || paragraph.frame !== null;
}

/** Red, centred, its top edge 35 mm below that of the text block. @source GB/T 9704-2012 7.2.4 */
export const checkMark: Check = only((subject) => {
  const marks = subject.pieces.filter(({ role }) => role === 'mark');
  const [mark] = marks;
  const head = {
    id: 'mark',
    title: '发文机关标志',
    clause: 'GB/T 9704-2012 7.2.4',
    wanted: '红色，居中，上边缘距版心上边缘 35 毫米',
  };
  if (!mark) return createItem(head, [{ piece: null, measured: '没有发文机关标志' }], '');
  const top = measureTop(mark, subject);
  const looks = marks.flatMap((piece): readonly Found[] => {
    const colors = visibleRuns(piece.paragraph).filter(
      (run) => run.text.trim() !== '' && !isRed(run.color),
    );
    return [
      ...(colors.length > 0 ? [{ piece, measured: '不是红色' }] : []),
      ...(isCentred(piece, subject) ? [] : [{ piece, measured: '没有居中' }]),
    ];
  });
  const isLow = top !== null && Math.abs(top - TOP_MM) > TOLERANCE_MM;
  const place: readonly Found[] = isLow
    ? [{ piece: mark, measured: `距版心上边缘 ${formatNumber(top)} 毫米，应为 35 毫米` }]
    : [];
  const measured = `红色，居中${top === null ? '' : `，距版心上边缘 ${formatNumber(top)} 毫米`}`;
  return createItem(head, [...looks, ...place], measured);
});

const rightNumber = /^[\p{Script=Han}a-z]+〔\d{4}〕[1-9]\d*号/iu;

interface WrittenNumber {
  readonly piece: Piece;
  readonly text: string;
}

/** What is written as a number: not the names of signers beside it, nor a line kept for it. */
function listNumbers(pieces: readonly Piece[]): readonly WrittenNumber[] {
  const written = pieces
    .filter(({ role }) => role === 'number')
    .map((piece) => {
      const [own = ''] = piece.text.split(/\t|签发人[：:]/u);
      return { piece, text: numberPattern.exec(own)?.[0] ?? own.trim() };
    })
    .filter(({ text }) => text !== '');
  // names of many signers have lines of their own
  const numbered = written.filter(({ text }) => /[\d〔]/u.test(text));
  return numbered.length > 0 ? numbered : written.slice(-1);
}

/**
 * 六角括号, the year in full, no 第, no leading zero. One that is not there is a remark: an office may
 * give it when it files the paper. @source GB/T 9704-2012 7.2.5
 */
export const checkNumber: Check = ({ pieces, layout }) => {
  const numbers = listNumbers(pieces);
  if (numbers.length === 0 && layout.form === 'plain') return null;
  const head = {
    id: 'number',
    title: '发文字号',
    clause: 'GB/T 9704-2012 7.2.5',
    wanted: '如“青政〔2026〕12号”',
  };
  const found = numbers.flatMap(({ piece, text }): readonly Found[] =>
    rightNumber.test(text) ? [] : [{ piece, measured: `写作“${text}”` }],
  );
  const none = numbers.length === 0 ? [{ piece: null, measured: '没有填', isRemark: true }] : [];
  return createItem(head, [...found, ...none], numbers[0]?.text ?? '');
};

/** What stands above the title, in the standard's order. @source GB/T 9704-2012 7.2 */
const order: readonly Role[] = [
  'copyNumber',
  'secrecy',
  'urgency',
  'mark',
  'number',
  'title',
  'addressee',
];

/** @source GB/T 9704-2012 7.2, 7.3 */
export const checkOrder: Check = only(({ pieces }) => {
  const placed = pieces.flatMap((piece) => {
    const rank = order.indexOf(piece.role);
    return rank < 0 ? [] : [{ piece, rank }];
  });
  const found = placed.flatMap(({ piece, rank }, index): readonly Found[] => {
    const highest = Math.max(-1, ...placed.slice(0, index).map((one) => one.rank));
    return rank < highest ? [{ piece, measured: '次序不对' }] : [];
  });
  const head = {
    id: 'order',
    title: '版头各要素的次序',
    clause: 'GB/T 9704-2012 7.2',
    wanted: '份号、密级、紧急程度、发文机关标志、发文字号、标题、主送机关',
  };
  const names = [...new Set(placed.map(({ piece }) => nameOf(piece.role)))];
  return createItem(head, found, names.join('、'));
});
