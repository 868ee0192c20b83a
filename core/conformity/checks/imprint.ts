import type { PrintedBlock, PrintedBorder, PrintedParagraph } from '../../printed/index.ts';
import { createItem, type Found } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** Points: 0.35 mm outside, 0.25 mm between. @source GB/T 9704-2012 7.4.1 */
const OUTER = 1;
const INNER = 0.75;

function bordersOf(block: PrintedBlock): readonly PrintedBorder[] {
  const list =
    block.type === 'paragraph'
      ? [block.borders.top, block.borders.between, block.borders.bottom]
      : [block.borders.outer, block.borders.inner];
  return list.filter((border) => border !== null);
}

/** The blocks of the imprint with the rules above and below it. */
function listBlocks(lines: readonly Piece[], { document }: Subject): readonly PrintedBlock[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  const blocks = document.sections[first.section]?.blocks ?? [];
  // a table beside it is one of the text
  return blocks.filter(
    (block, index) =>
      (index >= first.block && index <= last.block) ||
      (block.type === 'paragraph' && (index === first.block - 1 || index === last.block + 1)),
  );
}

function judgeRules(lines: readonly Piece[], subject: Subject): readonly Found[] {
  const rules = listBlocks(lines, subject).flatMap(bordersOf);
  const drawn = subject.document.drawnLines?.length ?? 0;
  const [first] = lines;
  const piece = first ?? null;
  if (rules.length === 0) {
    return drawn >= 2 ? [] : [{ piece, measured: '版记没有分隔线' }];
  }
  const off = rules.filter(
    ({ width }) => Math.abs(width - OUTER) > 0.13 && Math.abs(width - INNER) > 0.13,
  );
  return off.length === 0
    ? []
    : [{ piece, measured: '版记分隔线的粗细不是 0.35、0.25 毫米', isRemark: true }];
}

function isFramedAtFoot({ frame }: PrintedParagraph): boolean {
  return frame?.vertical.align === 'bottom';
}

function judgePlace(
  lines: readonly Piece[],
  { pages, metrics, document }: Subject,
): readonly Found[] {
  const last = lines.at(-1);
  if (!last || isFramedAtFoot(last.paragraph) || pages.length === 0) return [];
  const block = document.sections[last.section]?.blocks[last.block];
  if (block?.type === 'table' && block.frame?.vertical.align === 'bottom') return [];
  const page = pages.find(({ number }) => number === last.page);
  const line = page?.lines.findLast(
    ({ source }) => source?.section === last.section && source.block === last.block,
  );
  if (!page || !line) return [];
  const foot = page.height - metrics.bottom;
  const gap = foot - (line.top + line.height);
  return gap > 1.5 * metrics.linePitch ? [{ piece: last, measured: '版记不在最后一页的底部' }] : [];
}

const rightPrinted = /\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日印发$/u;

function judgeCopies(lines: readonly Piece[]): readonly Found[] {
  const copies = lines.filter(({ role }) => role === 'copies');
  return copies.flatMap((piece, index): readonly Found[] => {
    const text = piece.text.trim();
    const isParted =
      copies[index + 1] && !/^(?:主送|抄送)/u.test(copies[index + 1]?.text.trim() ?? '');
    const isClosed = isParted || text.endsWith('。');
    const isColon = /^(?:主送|抄送)：/u.test(text) || !/^(?:主送|抄送)/u.test(text);
    return isClosed && isColon ? [] : [{ piece, measured: '抄送后应用全角冒号，末尾用句号' }];
  });
}

/** The date may stand in a cell of its own beside the name. */
function judgePrinted(lines: readonly Piece[]): readonly Found[] {
  const printed = lines.filter(({ role }) => role === 'printed');
  const dated = printed.filter(({ text }) => /\d|印发/u.test(text));
  return (dated.length > 0 ? dated : printed.slice(0, 1))
    .filter(({ text }) => !rightPrinted.test(text.replaceAll(/\s/gu, '')))
    .map((piece) => ({ piece, measured: '印发日期写法不对，应如“2026年2月6日印发”' }));
}

/** 抄送 above 印发. @source GB/T 9704-2012 7.4.2, 7.4.3 */
function judgeOrder(lines: readonly Piece[]): readonly Found[] {
  const printed = lines.findIndex(({ role }) => role === 'printed');
  const late = printed < 0 ? -1 : lines.findLastIndex(({ role }) => role === 'copies');
  const piece = late > printed ? lines[late] : undefined;
  return piece ? [{ piece, measured: '抄送机关在印发机关之下，应在其上' }] : [];
}

/** Copies, printer and rules at the foot of the last page. @source GB/T 9704-2012 7.4 */
export const checkImprint: Check = (subject) => {
  if (subject.layout.form !== 'official') return null;
  const lines = subject.pieces.filter(({ role }) => role === 'copies' || role === 'printed');
  if (lines.length === 0) return null;
  const found = [
    ...judgeRules(lines, subject),
    ...judgePlace(lines, subject),
    ...judgeCopies(lines),
    ...judgePrinted(lines),
    ...judgeOrder(lines),
  ];
  const head = {
    id: 'imprint',
    title: '版记',
    clause: 'GB/T 9704-2012 7.4',
    wanted: '在最后一页底部，首末分隔线 0.35 毫米、中间 0.25 毫米',
  };
  return createItem(head, found, head.wanted);
};
