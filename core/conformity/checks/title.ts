import { sizes } from '../../layout/index.ts';
import { createItem, type Found, formatNumber } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

const isNarrow = (sign: string): boolean => sign >= ' ' && sign <= '~';
const cells = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (isNarrow(sign) ? 0.5 : 1), 0);

/** Lines as they are broken by hand, and where a line is too long, by the program. */
function breakLines(
  titles: readonly Piece[],
  room: number,
): readonly { piece: Piece; text: string; wraps: boolean }[] {
  return titles.flatMap((piece) =>
    piece.text.split('\n').flatMap((line) => {
      const text = line.trim();
      if (text === '') return [];
      if (cells(text) <= room) return [{ piece, text, wraps: false }];
      const broken: { piece: Piece; text: string; wraps: boolean }[] = [];
      let rest = Array.from(text);
      while (rest.length > 0) {
        let [count, width] = [0, 0];
        while (count < rest.length && width + cells(rest[count] ?? '') <= room) {
          width += cells(rest[count] ?? '');
          count += 1;
        }
        broken.push({ piece, text: rest.slice(0, Math.max(1, count)).join(''), wraps: true });
        rest = rest.slice(Math.max(1, count));
      }
      return broken;
    }),
  );
}

/** Characters of a title that one line holds. */
const roomOf = ({ metrics }: Subject): number => Math.floor(metrics.textWidth / (sizes.title * 20));

function findBreaks(titles: readonly Piece[], subject: Subject): readonly Found[] {
  const lines = breakLines(titles, roomOf(subject));
  if (lines.length < 2) return [];
  return lines.flatMap(({ piece, text, wraps }, index): readonly Found[] => {
    if (cells(text) < 2 || /^(?:报告|的报告|总结)$/u.test(text)) {
      return [{ piece, measured: `“${text}”独占一行` }];
    }
    if (/^[，。、；：）》的]/u.test(text)) return [{ piece, measured: `“${text}”断行不当` }];
    const follows = wraps && lines[index - 1]?.piece === piece;
    return follows ? [{ piece, measured: '太长，由程序自动断行', isRemark: true }] : [];
  });
}

/** Centred, and broken by meaning. @source GB/T 9704-2012 7.3.1 */
export const checkTitle: Check = (subject) => {
  const titles = subject.pieces.filter(({ role }) => role === 'title');
  const head = {
    id: 'title',
    title: '标题',
    clause: 'GB/T 9704-2012 7.3.1',
    wanted: '居中，按词意断行',
  };
  if (titles.length === 0) {
    return createItem(head, [{ piece: null, measured: '没有找到标题', isRemark: true }], '');
  }
  const misplaced = titles.flatMap((piece): readonly Found[] => {
    const { align, indent } = piece.paragraph;
    if (align !== 'center') return [{ piece, measured: '没有居中' }];
    const shift = indent.left + indent.first - indent.right;
    return Math.abs(shift) > 120 ? [{ piece, measured: '有缩进，偏离了中线' }] : [];
  });
  const lines = breakLines(titles, roomOf(subject)).map(({ text }) => formatNumber(cells(text)));
  const measured = `居中，${lines.length} 行，${lines.join('、')} 字`;
  return createItem(head, [...misplaced, ...findBreaks(titles, subject)], measured);
};

/** Flush left, with a full-width colon. @source GB/T 9704-2012 7.3.2 */
export const checkAddressee: Check = ({ pieces }) => {
  const addressees = pieces.filter(({ role }) => role === 'addressee');
  if (addressees.length === 0) return null;
  const found = addressees.flatMap((piece): readonly Found[] => {
    const { indent, align } = piece.paragraph;
    const isMoved = /^[\s\u3000]/u.test(piece.text) || indent.left + indent.first > 40;
    const words = [
      isMoved || align === 'center' || align === 'right' ? '没有顶格' : '',
      piece.text.trim().endsWith('：') ? '' : '末尾没有全角冒号',
    ].filter(Boolean);
    return words.length === 0 ? [] : [{ piece, measured: words.join('，') }];
  });
  const head = {
    id: 'addressee',
    title: '主送机关',
    clause: 'GB/T 9704-2012 7.3.2',
    wanted: '顶格，末尾用全角冒号',
  };
  const last = addressees.at(-1);
  const indent = last ? last.paragraph.indent.left + last.paragraph.indent.first : 0;
  const measured = `左空 ${formatNumber(indent / (sizes.text * 20))} 字，末尾是“${last?.text.trim().at(-1) ?? ''}”`;
  return createItem(head, found, measured);
};
