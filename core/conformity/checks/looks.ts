import { sizes } from '../../layout/index.ts';
import { createItem, type Found, formatNumber } from '../item.ts';
import { readLabel } from '../labels.ts';
import type { Role } from '../piece.ts';
import { isLaidOut, type Subject } from '../subject.ts';
import type { Check } from './check.ts';

const sizeNames: Readonly<Record<number, string>> = { 22: '二号', 16: '三号', 14: '四号' };

/** `三号（16 磅）`. */
export function describeSize(points: number): string {
  const name = sizeNames[points];
  return name ? `${name}（${points} 磅）` : `${formatNumber(points)} 磅`;
}

const free: ReadonlySet<Role> = new Set<Role>(['mark', 'cell', 'annex', 'blank', 'boxed']);
const sizeOfRole: Readonly<Partial<Record<Role, number>>> = {
  title: sizes.title,
  annexTitle: sizes.title,
  copies: sizes.pageNumber,
  printed: sizes.pageNumber,
};

/** Size of a role; null where the standard leaves it open. */
function wantedSize(role: Role): number | null {
  return free.has(role) ? null : (sizeOfRole[role] ?? sizes.text);
}

/** @source GB/T 9704-2012 5.2.2, 7.3.1 */
export const checkSizes: Check = ({ stretches, layout }) => {
  const found = stretches.flatMap(({ role, run, piece }): readonly Found[] => {
    const wanted = isLaidOut(role, layout) ? wantedSize(role) : null;
    if (wanted === null || Math.abs(run.size - wanted) < 0.25) return [];
    return [{ piece, measured: `字号是 ${describeSize(run.size)}，应为 ${describeSize(wanted)}` }];
  });
  const head = {
    id: 'sizes',
    title: '字号',
    clause: 'GB/T 9704-2012 5.2.2、7.3.1',
    wanted: '标题二号，其余三号，版记四号',
  };
  const groups: readonly (readonly [string, readonly Role[]])[] = [
    ['标题', ['title', 'annexTitle']],
    ['正文', ['text', 'part', 'section', 'level3', 'level4']],
    ['版记', ['copies', 'printed']],
  ];
  const measured = groups.flatMap(([name, roles]) => {
    const own = stretches.filter(({ role }) => roles.includes(role));
    const points = [...new Set(own.map(({ run }) => formatNumber(run.size)))];
    return points.length === 0 ? [] : [`${name} ${points.join('、')} 磅`];
  });
  return createItem(head, found, measured.join('，'));
};

type Bold = Subject['layout']['bold'];

const boldOfRole: Readonly<Partial<Record<Role, keyof Bold>>> = {
  title: 'title',
  annexTitle: 'title',
  part: 'part',
  preambleHeading: 'part',
  section: 'section',
  level3: 'level3',
};

/** Whether a role is bold; null where nothing is asked. */
function wantedBold(role: Role, bold: Bold, text: string): boolean | null {
  if (free.has(role)) return null;
  // a heading of level 3 may share its line with its text
  if (role === 'text' && bold.level3 && readLabel(text)?.level === 3) return null;
  const name = boldOfRole[role];
  return name === undefined ? false : bold[name];
}

/** Bold where the layout wants it, and nowhere else; italics and lines nowhere. */
export const checkEmphasis: Check = ({ stretches, layout }) => {
  const found = stretches.flatMap(({ role, run, piece }): readonly Found[] => {
    const wanted = wantedBold(role, layout.bold, piece.text);
    if (wanted === null) return [];
    const words = [
      run.bold === wanted ? '' : wanted ? '没有加粗，应加粗' : '加粗了，应不加粗',
      run.italic ? '是斜体' : '',
      run.underlined ? '有下划线' : '',
    ].filter(Boolean);
    return words.length === 0 ? [] : [{ piece, measured: words.join('，') }];
  });
  const { title, part, section, level3 } = layout.bold;
  const names = [
    title ? '标题' : '',
    part ? '一级标题' : '',
    section ? '二级标题' : '',
    level3 ? '三级标题' : '',
  ].filter(Boolean);
  const wanted = names.length === 0 ? '不加粗' : `${names.join('、')}加粗`;
  const judged = stretches.filter(({ role }) => !free.has(role));
  const count = judged.filter(({ run }) => run.bold).length;
  const measured = `${judged.length} 处文字里加粗 ${count} 处`;
  const head = { id: 'bold', title: '加粗、斜体和下划线', clause: '', wanted };
  return createItem(head, found, measured);
};

const isBlack = (color: string): boolean => color === 'auto' || color === '000000';

/** Black but for mark and rule. @source GB/T 9704-2012 5.2.2 */
export const checkColor: Check = ({ stretches }) => {
  const found = stretches.flatMap(({ role, run, piece }): readonly Found[] => {
    if (role === 'mark' || isBlack(run.color)) return [];
    return [{ piece, measured: `文字是 #${run.color} 色，应为黑色` }];
  });
  const head = {
    id: 'color',
    title: '文字颜色',
    clause: 'GB/T 9704-2012 5.2.2',
    wanted: '黑色',
  };
  const count = stretches.filter(({ role, run }) => role !== 'mark' && isBlack(run.color)).length;
  return createItem(head, found, `黑色，${count} 处文字`);
};
