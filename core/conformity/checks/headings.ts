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

/** A heading on a line of its own has no closing mark. @source GB/T 9704-2012 7.3.3 */
export const checkHeadingEnds: Check = ({ pieces }) => {
  const headings = pieces.filter(
    ({ role, runIn, paragraph }) =>
      levels[role] !== undefined && runIn === 0 && paragraph.outlineLevel !== null,
  );
  if (headings.length === 0) return null;
  const found = headings.flatMap((piece): readonly Found[] => {
    const end = piece.text.trim().at(-1) ?? '';
    return /[。；，、：]/u.test(end) ? [{ piece, measured: `标题末尾有“${end}”` }] : [];
  });
  const head = {
    id: 'heading-ends',
    title: '标题末尾',
    clause: 'GB/T 9704-2012 7.3.3',
    wanted: '独占一行的标题末尾不加标点',
  };
  return createItem(head, found, `${headings.length} 个标题，末尾都没有标点`);
};

/** Numbers met so far, by level, since the last heading above. */
type Met = readonly [Set<number>, Set<number>, Set<number>, Set<number>];

function judgeNumber(label: Label, level: number, met: Met): string | null {
  const wanted = formatHeadingLabel(label.level, label.ordinal);
  if (label.level !== level) return `编号“${label.written}”与标题级别不符`;
  if (!label.isRight) return `编号写作“${label.written}”，应为“${wanted}”`;
  const known = met[label.level - 1] ?? new Set();
  // the third and fourth levels begin anew wherever the text wants it
  const begins = label.ordinal === 1 && (level > 2 || known.size === 0);
  if (begins || (known.has(label.ordinal - 1) && (level > 2 || !known.has(label.ordinal)))) {
    return null;
  }
  const next = formatHeadingLabel(label.level, Math.max(0, ...known) + 1);
  return `编号是“${label.written}”，前后不连续，应为“${next}”`;
}

function countIn(ordinal: number, level: number, met: Met): void {
  met[level - 1]?.add(ordinal);
  for (const below of met.slice(level)) below.clear();
}

function judgeHeading(piece: Piece, met: Met): Found | null {
  const level = levels[piece.role];
  const label = readLabel(piece.text);
  if (level === undefined) {
    // headings of these levels often share their line with text
    if (piece.role === 'text' && label && label.level > 2) {
      countIn(label.ordinal, label.level, met);
    }
    return null;
  }
  if (!label) {
    countIn(Math.max(0, ...(met[level - 1] ?? [])) + 1, level, met);
    return { piece, measured: '标题没有编号', isRemark: true };
  }
  const measured = judgeNumber(label, level, met);
  countIn(label.ordinal, level, met);
  return measured === null ? null : { piece, measured };
}

/** 一、（一）1.（1）, each going on from the one before. @source GB/T 9704-2012 7.3.3; GB/T 15834-2011 B.3 */
export const checkNumbering: Check = ({ pieces }) => {
  const met: Met = [new Set(), new Set(), new Set(), new Set()];
  const found = pieces.flatMap((piece): readonly Found[] => {
    const one = judgeHeading(piece, met);
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
