import { createItem, type Found } from '../item.ts';
import type { Piece, Role } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

const headings: ReadonlySet<Role> = new Set<Role>([
  'part',
  'section',
  'level3',
  'level4',
  'preambleHeading',
]);
const closing: ReadonlySet<Role> = new Set<Role>([
  'signature',
  'date',
  'note',
  'blank',
  'copies',
  'printed',
]);

/** Pieces of each page from top to bottom. */
function listPages({
  pages,
  pieces,
}: Subject): readonly { readonly number: number; readonly pieces: readonly Piece[] }[] {
  const known = new Map(pieces.map((piece) => [`${piece.section}/${piece.block}`, piece]));
  return pages.map(({ number, lines }) => ({
    number,
    pieces: lines
      .toSorted((a, b) => a.top - b.top)
      .flatMap(({ source, spans }) => {
        const piece = source && known.get(`${source.section}/${source.block}`);
        return piece && spans.some(({ text }) => text.trim() !== '') ? [piece] : [];
      }),
  }));
}

/** No page that holds the signature alone. @source GB/T 9704-2012 7.3.5.5 */
export const checkLonelySignature: Check = (subject) => {
  if (subject.pages.length === 0) return null;
  const found = listPages(subject).flatMap(({ number, pieces }): readonly Found[] => {
    const [first] = pieces;
    const isLonely =
      number > 1 &&
      pieces.some(({ role }) => role === 'signature' || role === 'date') &&
      pieces.every(({ role }) => closing.has(role));
    return isLonely && first
      ? [{ piece: { ...first, page: number }, measured: '这一页只有落款，没有正文' }]
      : [];
  });
  const head = {
    id: 'lonely-signature',
    title: '落款与正文同页',
    clause: 'GB/T 9704-2012 7.3.5.5',
    wanted: '落款所在的页有正文',
  };
  return createItem(head, found, head.wanted);
};

/** No heading as the last line of a page. */
export const checkWidowHeadings: Check = (subject) => {
  if (subject.pages.length === 0) return null;
  const pages = listPages(subject);
  const found = pages.slice(0, -1).flatMap(({ number, pieces }): readonly Found[] => {
    const last = pieces.at(-1);
    if (!last || !headings.has(last.role) || last.runIn > 0) return [];
    return [{ piece: { ...last, page: number }, measured: '标题在页的末行，正文在下一页' }];
  });
  const head = {
    id: 'widow-headings',
    title: '标题与下文同页',
    clause: 'GB/T 9704-2012 7.3.3',
    wanted: '标题不在页的末行',
  };
  return createItem(head, found, head.wanted);
};
