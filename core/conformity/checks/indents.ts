import { createItem, type Found, formatNumber } from '../item.ts';
import type { Piece, Role } from '../piece.ts';
import { visibleRuns } from '../piece.ts';
import type { Subject } from '../subject.ts';
import { cellOf } from '../subject.ts';
import type { Check } from './check.ts';

const indented: ReadonlySet<Role> = new Set<Role>([
  'part',
  'section',
  'level3',
  'level4',
  'text',
  'note',
]);
const WANTED = 2;
/** A tenth of a character. */
const TOLERANCE = 0.12;

function measureIndent(piece: Piece, { document }: Subject): Found | null {
  const { indent, align } = piece.paragraph;
  const run = visibleRuns(piece.paragraph).find(({ text }) => text.trim() !== '');
  if (!run) return null;
  const cell = cellOf(run, document.sections[piece.section]);
  const typed = /^[\s\u3000]*/u.exec(piece.text)?.[0] ?? '';
  const blanks = [...typed].reduce(
    (sum, sign) => sum + (sign === '\u3000' ? 1 : sign === '\t' ? 2 : 0.5),
    0,
  );
  if (align === 'center' || align === 'right') {
    const word = align === 'center' ? '居中' : '右对齐';
    return { piece, measured: `${word}了，应首行空 2 字` };
  }
  const left = indent.left / cell;
  // an indent of the grid's own character or of the bare letter are both two characters
  const first = [cell, run.size * 20].map((unit) => indent.first / unit);
  const isFirst = first.some((chars) => Math.abs(chars - WANTED) <= TOLERANCE);
  if (isFirst && Math.abs(left) <= TOLERANCE && typed === '') return null;
  const whole = left + (first[0] ?? 0) + blanks;
  if (typed !== '' && Math.abs(whole - WANTED) <= TOLERANCE) {
    return { piece, measured: '首行的 2 字是用空格打出来的，不是缩进', isRemark: true };
  }
  const both = Math.abs(left) > TOLERANCE ? `，整段左移 ${formatNumber(left)} 字` : '';
  return {
    piece,
    measured: `首行空 ${formatNumber((first[0] ?? 0) + blanks)} 字${both}，应空 2 字`,
  };
}

/** `首行 2 字，31 段`. */
function describe({ pieces, document }: Subject): string {
  const measured = pieces
    .filter(({ role, text }) => indented.has(role) && text.trim() !== '')
    .map(({ paragraph, section }) => {
      const run = visibleRuns(paragraph).find(({ text }) => text.trim() !== '');
      const cell = run ? cellOf(run, document.sections[section]) : 1;
      return formatNumber(paragraph.indent.first / cell);
    });
  const kinds = [...new Set(measured)].toSorted();
  return measured.length === 0 ? '没有正文' : `首行 ${kinds.join('、')} 字，${measured.length} 段`;
}

/** Every paragraph begins two characters in, and its other lines at the edge. @source GB/T 9704-2012 7.3.3 */
export const checkIndents: Check = (subject) => {
  const found = subject.pieces.flatMap((piece): readonly Found[] => {
    const one = indented.has(piece.role) ? measureIndent(piece, subject) : null;
    return one ? [one] : [];
  });
  const head = {
    id: 'indents',
    title: '首行缩进',
    clause: 'GB/T 9704-2012 7.3.3',
    wanted: '首行空 2 字，回行顶格',
  };
  return createItem(head, found, describe(subject));
};
