import { formatHeadingLabel } from '../../numbering/index.ts';
import { createItem, type Found } from '../item.ts';
import { type Label, readLabel } from '../labels.ts';
import type { Piece, Role } from '../piece.ts';
import type { Check } from './check.ts';

const levels: Readonly<Partial<Record<Role, 1 | 2 | 3 | 4>>> = {
  part: 1,
  section: 2,
  level3: 3,
  level4: 4,
};

/** Headings on lines of their own have the outline level of their number: the navigation pane shows them. */
export const checkHeadings: Check = ({ pieces }) => {
  const headings = pieces.filter(({ role, runIn }) => levels[role] !== undefined && runIn === 0);
  if (headings.length === 0) return null;
  const found = headings.flatMap((piece): readonly Found[] => {
    const wanted = levels[piece.role];
    const { outlineLevel } = piece.paragraph;
    if (wanted === undefined || outlineLevel === wanted) return [];
    if (outlineLevel === null) {
      const isRemark = wanted > 2;
      return [
        { piece, measured: `不是标题样式，导航窗格里看不到`, ...(isRemark ? { isRemark } : {}) },
      ];
    }
    return [{ piece, measured: `大纲级别是 ${outlineLevel}，应为 ${wanted}` }];
  });
  const head = {
    id: 'headings',
    title: '各级标题',
    clause: 'GB/T 9704-2012 7.3.3',
    wanted: '标题样式，大纲级别与层次相符',
  };
  return createItem(head, found, `${headings.length} 个标题，级别相符`);
};

/** Numbers so far, by level. */
type Counters = [number, number, number, number];

function judgeNumber(label: Label, level: number, counters: Counters): string | null {
  const wanted = formatHeadingLabel(label.level, label.ordinal);
  if (label.level !== level) return `编号“${label.written}”与标题级别不符`;
  if (!label.isRight) return `编号写作“${label.written}”，应为“${wanted}”`;
  const last = counters[level - 1] ?? 0;
  const next = formatHeadingLabel(label.level, last + 1);
  // the third and fourth levels begin anew wherever the text wants it
  const isNext = label.ordinal === last + 1 || (level > 2 && label.ordinal === 1);
  if (isNext) return null;
  return `编号是“${label.written}”，前后不连续，应为“${next}”`;
}

function countIn(ordinal: number, level: number, counters: Counters): void {
  counters[level - 1] = ordinal;
  for (let below = level; below < 4; below += 1) counters[below] = 0;
}

function judgeHeading(piece: Piece, counters: Counters): Found | null {
  const level = levels[piece.role];
  if (level === undefined) return null;
  const label = readLabel(piece.text);
  if (!label) {
    countIn((counters[level - 1] ?? 0) + 1, level, counters);
    return { piece, measured: '标题没有编号', isRemark: true };
  }
  const measured = judgeNumber(label, level, counters);
  countIn(label.ordinal, level, counters);
  return measured === null ? null : { piece, measured };
}

/** 一、（一）1.（1）, each going on from the one before. @source GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3 */
export const checkNumbering: Check = ({ pieces }) => {
  const counters: Counters = [0, 0, 0, 0];
  const found = pieces.flatMap((piece): readonly Found[] => {
    const one = judgeHeading(piece, counters);
    return one ? [one] : [];
  });
  const head = {
    id: 'numbering',
    title: '标题编号',
    clause: 'GB/T 9704-2012 7.3.3',
    wanted: '一、（一）1.（1），连续',
  };
  return createItem(head, found, '连续，写法正确');
};
