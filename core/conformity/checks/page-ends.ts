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

interface FilledPage {
  readonly number: number;
  readonly pieces: readonly Piece[];
}

/** Pieces of each page from top to bottom. */
function listPages(pages: Subject['pages'], pieces: readonly Piece[]): readonly FilledPage[] {
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

/** A piece that stands badly, and the page. */
type Ill = readonly [number: number, piece: Piece];

/** What is found on the pages of Word and WPS, and what of LibreOffice's they have not. */
function judgePages(
  { pages, libreOfficePages, pieces }: Subject,
  find: (pages: readonly FilledPage[]) => readonly Ill[],
  words: string,
): readonly Found[] {
  const own = find(listPages(pages, pieces));
  const others = pages === libreOfficePages ? [] : find(listPages(libreOfficePages, pieces));
  const known = new Set(own.map(([, piece]) => piece));
  return [
    ...own.map(([page, piece]) => ({ piece: { ...piece, page }, measured: words })),
    ...others
      .filter(([, piece]) => !known.has(piece))
      .map(([page, piece]) => ({ piece, measured: `在 LibreOffice 里的第 ${page} 页：${words}` })),
  ];
}

function findLonely(pages: readonly FilledPage[]): readonly Ill[] {
  return pages.flatMap(({ number, pieces }): readonly Ill[] => {
    const [first] = pieces;
    const isLonely =
      number > 1 &&
      pieces.some(({ role }) => role === 'signature' || role === 'date') &&
      pieces.every(({ role }) => closing.has(role));
    return isLonely && first ? [[number, first]] : [];
  });
}

/** No page that holds the signature alone, in whichever program. @source GB/T 9704-2012 7.3.5.5 */
export const checkLonelySignature: Check = (subject) => {
  if (subject.pages.length === 0) return null;
  const found = judgePages(subject, findLonely, '这一页只有落款，没有正文');
  const head = {
    id: 'lonely-signature',
    title: '落款与正文同页',
    clause: 'GB/T 9704-2012 7.3.5.5',
    wanted: '落款所在的页有正文',
  };
  return createItem(head, found, head.wanted);
};

function findWidows(pages: readonly FilledPage[]): readonly Ill[] {
  return pages.slice(0, -1).flatMap(({ number, pieces }): readonly Ill[] => {
    const last = pieces.at(-1);
    return !last || !headings.has(last.role) || last.runIn > 0 ? [] : [[number, last]];
  });
}

/** No heading as the last line of a page, in whichever program. */
export const checkWidowHeadings: Check = (subject) => {
  if (subject.pages.length === 0) return null;
  const found = judgePages(subject, findWidows, '标题在页的末行，正文在下一页');
  const head = {
    id: 'widow-headings',
    title: '标题与下文同页',
    clause: 'GB/T 9704-2012 7.3.3',
    wanted: '标题不在页的末行',
  };
  return createItem(head, found, head.wanted);
};
