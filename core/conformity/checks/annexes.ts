import { createItem, type Found, formatNumber } from '../item.ts';
import { placeRow } from '../line-place.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** In characters. */
const TOLERANCE = 0.35;

/** Where the first line begins, in characters; one that is broken by its indent. */
function startOf(piece: Piece, { document, metrics }: Subject): number | null {
  const { align, indent } = piece.paragraph;
  const [place] = placeRow(piece, document.sections[piece.section]);
  if (place) return place.start;
  return align === 'center' ? null : (indent.left + indent.first) / metrics.cell;
}

function isFlushLeft(piece: Piece, subject: Subject): boolean {
  const start = startOf(piece, subject);
  return start === null || Math.abs(start) <= TOLERANCE;
}

/** Whether a piece begins a page: by the pages, or by its own word where there are none. */
function beginsPage(piece: Piece, { pages, pieces, document }: Subject): boolean {
  const page = pages.find(({ number }) => number === piece.page);
  const first = page?.lines.toSorted((a, b) => a.top - b.top)[0]?.source;
  if (page) return first?.section === piece.section && first.block === piece.block;
  const before = pieces[pieces.indexOf(piece) - 1];
  const isNew = before?.section !== piece.section;
  return (
    piece.paragraph.pageBreakBefore ||
    (isNew && document.sections[piece.section]?.begins !== 'continuous') ||
    before?.paragraph.runs.some(({ text }) => text.includes('\f')) === true
  );
}

/** Each attachment begins a page, with its label flush left in the first line. @source GB/T 9704-2012 7.3.7 */
export const checkAnnexPages: Check = (subject) => {
  const labels = subject.pieces.filter(({ role }) => role === 'annexLabel');
  if (labels.length === 0) return null;
  const found = labels.flatMap((piece): readonly Found[] => [
    ...(beginsPage(piece, subject) ? [] : [{ piece, measured: '没有另起一页' }]),
    ...(isFlushLeft(piece, subject) ? [] : [{ piece, measured: '“附件”没有顶格' }]),
  ]);
  const head = {
    id: 'annex-page',
    title: '附件的页',
    clause: 'GB/T 9704-2012 7.3.7',
    wanted: '另起一页，“附件”顶格在第一行',
  };
  const pages = labels.flatMap(({ page }) => (page === null ? [] : [page]));
  return createItem(head, found, `${labels.length} 个附件，起于第 ${pages.join('、')} 页，顶格`);
};

/** Titles of attachments, each by its first line, and the line it stands on. */
function listTitles({ pieces }: Subject): readonly (readonly [Piece, number])[] {
  return pieces.flatMap((piece, index) => {
    if (piece.role !== 'annexTitle' || pieces[index - 1]?.role === 'annexTitle') return [];
    const label = pieces.slice(0, index).findLastIndex(({ role }) => role === 'annexLabel');
    return label >= 0 ? [[piece, index - label + 1] as const] : [];
  });
}

/** Its title centred in the third line. @source GB/T 9704-2012 7.3.7 */
export const checkAnnexTitles: Check = (subject) => {
  const titles = listTitles(subject);
  if (titles.length === 0) return null;
  const all = subject.pieces.filter(({ role }) => role === 'annexTitle');
  const found: readonly Found[] = [
    ...titles
      .filter(([, line]) => line !== 3)
      .map(([piece, line]) => ({ piece, measured: `在第 ${line} 行，应在第 3 行` })),
    ...all
      .filter(({ paragraph }) => paragraph.align !== 'center')
      .map((piece) => ({ piece, measured: '没有居中' })),
  ];
  const head = {
    id: 'annex-title',
    title: '附件标题',
    clause: 'GB/T 9704-2012 7.3.7',
    wanted: '居中，在第三行',
  };
  const lines = [...new Set(titles.map(([, line]) => line))].join('、');
  return createItem(head, found, `${titles.length} 个，居中，在第 ${lines} 行`);
};

const LEAD = /^附\s*件[:：]/u;

/** Two characters in, each name without a closing mark. @source GB/T 9704-2012 7.3.4 */
export const checkAttachments: Check = (subject) => {
  const listed = subject.pieces.filter(({ role }) => role === 'attachment');
  if (listed.length === 0) return null;
  const starts = listed.map((piece) => ({ piece, start: startOf(piece, subject) }));
  const lead = starts.find(({ piece }) => LEAD.test(piece.text.trim()));
  const found = listed.flatMap((piece, index): readonly Found[] => {
    const start = starts[index]?.start ?? null;
    const wanted = piece === lead?.piece ? 2 : 5;
    const isOff = start !== null && Math.abs(start - wanted) > TOLERANCE * 2;
    const isClosed = /[。；，、]$/u.test(piece.text.trim());
    return [
      ...(isOff ? [{ piece, measured: `空 ${formatNumber(start)} 字，应空 ${wanted} 字` }] : []),
      ...(isClosed ? [{ piece, measured: '名称之后有标点' }] : []),
    ];
  });
  const head = {
    id: 'attachments',
    title: '附件说明',
    clause: 'GB/T 9704-2012 7.3.4',
    wanted: '左空 2 字，名称后不加标点',
  };
  const measured = `${listed.length} 行，左空 ${formatNumber(lead?.start ?? 0)} 字`;
  return createItem(head, found, measured);
};

/** What stands above the mark, flush left. @source GB/T 9704-2012 7.2.1–7.2.3 */
export const checkTopLeft: Check = (subject) => {
  const roles = new Set(['copyNumber', 'secrecy', 'urgency']);
  const top = subject.pieces.filter(({ role, isBoxed }) => roles.has(role) && isBoxed !== true);
  if (subject.layout.form !== 'official' || top.length === 0) return null;
  const found = top.flatMap((piece): readonly Found[] => [
    ...(isFlushLeft(piece, subject) ? [] : [{ piece, measured: '没有顶格' }]),
    ...(piece.role !== 'copyNumber' || /^\d{6}$/u.test(piece.text.trim())
      ? []
      : [{ piece, measured: '份号不是 6 位数字' }]),
  ]);
  const head = {
    id: 'top-left',
    title: '份号、密级、紧急程度',
    clause: 'GB/T 9704-2012 7.2.1、7.2.2、7.2.3',
    wanted: '顶格，份号 6 位数字',
  };
  return createItem(head, found, `${top.map(({ text }) => text.trim()).join('、')}，顶格`);
};
