import { createItem, type Found, type ItemHead } from '../item.ts';
import type { Piece, Role } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** Lines by which air of another kind may differ from blank lines. */
const TOLERANCE = 0.6;

const aboveTitle: ReadonlySet<Role> = new Set<Role>(['mark', 'number', 'signers']);
const afterTitle: ReadonlySet<Role> = new Set<Role>(['addressee']);

/** Blank lines between two pieces; null where other blocks stand between them. */
function countBlanks(from: number, to: number, { pieces }: Subject): number {
  const isFree = ({ role, paragraph, isBoxed }: Piece) =>
    role === 'blank' && paragraph.borders.bottom === null && isBoxed !== true;
  return pieces.slice(from + 1, to).filter(isFree).length;
}

function lineOf(piece: Piece, { pages }: Subject, end: 'first' | 'last') {
  const page = pages.find(({ number }) => number === piece.page);
  const own = (page?.lines ?? []).filter(
    ({ source }) => source?.section === piece.section && source.block === piece.block,
  );
  return end === 'first' ? own[0] : own.at(-1);
}

/** Lines of air between two pieces of one page; null without pages. */
function measureAir(above: Piece, below: Piece, subject: Subject): number | null {
  if (above.page !== below.page) return null;
  const [upper, lower] = [lineOf(above, subject, 'last'), lineOf(below, subject, 'first')];
  if (!upper || !lower) return null;
  return (lower.top - upper.top - upper.height) / subject.metrics.linePitch;
}

function judgeGap(from: number, to: number, wanted: number, subject: Subject): string | null {
  const [above, below] = [subject.pieces[from], subject.pieces[to]];
  if (!above || !below || above.isBoxed) return null;
  const blanks = countBlanks(from, to, subject);
  if (blanks === wanted) return null;
  const air = measureAir(above, below, subject);
  if (blanks === 0 && air !== null && Math.abs(air - wanted) <= TOLERANCE) return null;
  return `空 ${blanks} 行，应空 ${wanted} 行`;
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly wanted: number;
}

function createGapCheck(head: ItemHead, find: (subject: Subject) => Gap | null): Check {
  return (subject) => {
    const gap = find(subject);
    if (!gap) return null;
    const words = judgeGap(gap.from, gap.to, gap.wanted, subject);
    const piece = subject.pieces[gap.to] ?? null;
    const found: readonly Found[] = words === null ? [] : [{ piece, measured: words }];
    return createItem(head, found, `空 ${countBlanks(gap.from, gap.to, subject)} 行`);
  };
}

const firstOf = ({ pieces }: Subject, role: Role): number =>
  pieces.findIndex((piece) => piece.role === role);

/** Two blank lines under the red rule. @source GB/T 9704-2012 7.3.1 */
export const checkTitleGap: Check = createGapCheck(
  {
    id: 'title-gap',
    title: '标题之上的空行',
    clause: 'GB/T 9704-2012 7.3.1',
    wanted: '红色分隔线之下空 2 行',
  },
  (subject) => {
    const to = firstOf(subject, 'title');
    const from = subject.pieces
      .slice(0, Math.max(0, to))
      .findLastIndex((one) => aboveTitle.has(one.role));
    return subject.layout.form === 'official' && from >= 0 ? { from, to, wanted: 2 } : null;
  },
);

/** One blank line under the title. @source GB/T 9704-2012 7.3.2 */
export const checkAddresseeGap: Check = createGapCheck(
  {
    id: 'addressee-gap',
    title: '主送机关之上的空行',
    clause: 'GB/T 9704-2012 7.3.2',
    wanted: '标题之下空 1 行',
  },
  (subject) => {
    const to = subject.pieces.findIndex(({ role }) => afterTitle.has(role));
    const from = subject.pieces
      .slice(0, Math.max(0, to))
      .findLastIndex(({ role }) => role === 'title');
    return from >= 0 ? { from, to, wanted: 1 } : null;
  },
);

/** One blank line above the list of attachments. @source GB/T 9704-2012 7.3.4 */
export const checkAttachmentGap: Check = createGapCheck(
  {
    id: 'attachment-gap',
    title: '附件说明之上的空行',
    clause: 'GB/T 9704-2012 7.3.4',
    wanted: '正文之下空 1 行',
  },
  (subject) => {
    const to = firstOf(subject, 'attachment');
    const from = subject.pieces
      .slice(0, Math.max(0, to))
      .findLastIndex(({ role }) => role !== 'blank');
    return from >= 0 ? { from, to, wanted: 1 } : null;
  },
);
