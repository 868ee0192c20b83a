import type { PrintedParagraph } from '../../printed/index.ts';
import { createItem, type Found } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';
import { judgeIndents } from './imprint-indents.ts';
import { describeRules, judgeRules } from './imprint-rules.ts';
import { judgeMissing } from './signature.ts';

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
  const head = {
    id: 'imprint',
    title: '版记',
    clause: 'GB/T 9704-2012 7.4',
    wanted: '在最后一页底部，首末分隔线 0.35 毫米、中间 0.25 毫米，左右各空 1 字',
  };
  if (lines.length === 0) {
    return createItem(head, judgeMissing('没有版记', subject.facts?.hasImprint), '');
  }
  const found = [
    ...judgeRules(lines, subject),
    ...judgeIndents(lines, subject),
    ...judgePlace(lines, subject),
    ...judgeCopies(lines),
    ...judgePrinted(lines),
    ...judgeOrder(lines),
  ];
  return createItem(head, found, describeRules(lines, subject));
};
