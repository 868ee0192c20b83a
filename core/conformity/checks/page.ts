import { paper, type Twip, twipToMm } from '../../layout/index.ts';
import type { PrintedSection } from '../../printed/index.ts';
import { createItem, type Found, formatNumber } from '../item.ts';
import type { Check } from './check.ts';

/** @source GB/T 9704-2012 5.2.1: each margin ± 1 mm; the text block follows from them. */
const TOLERANCE_MM = 1.05;

const mmOf = (length: number): number => twipToMm(length as Twip);
const isLandscape = ({ paper: { width, height } }: PrintedSection): boolean => width > height;

function describeSize(width: number, height: number): string {
  return `${formatNumber(mmOf(width))} × ${formatNumber(mmOf(height))} 毫米`;
}

/** A4, upright or, for wide tables, across. @source GB/T 9704-2012 5.2.1 */
export const checkPaper: Check = ({ document, main }) => {
  if (!main) return null;
  const found = document.sections.flatMap((section): readonly Found[] => {
    const { width, height } = section.paper;
    const short = mmOf(Math.min(width, height));
    const long = mmOf(Math.max(width, height));
    const isA4 =
      Math.abs(short - paper.widthMm) <= TOLERANCE_MM &&
      Math.abs(long - paper.heightMm) <= TOLERANCE_MM;
    return isA4 ? [] : [{ piece: null, measured: `纸张是 ${describeSize(width, height)}` }];
  });
  const head = {
    id: 'paper',
    title: '纸张',
    clause: 'GB/T 9704-2012 5.2.1',
    wanted: 'A4，210 × 297 毫米',
  };
  return createItem(head, found, describeSize(main.paper.width, main.paper.height));
};

const sides = [
  ['top', '上'],
  ['bottom', '下'],
  ['left', '左'],
  ['right', '右'],
] as const;

/** @source GB/T 9704-2012 5.2.1, 5.2.2 */
export const checkMargins: Check = ({ document, layout, main }) => {
  if (!main) return null;
  const { marginsMm } = layout;
  const found = document.sections
    .filter((section) => !isLandscape(section))
    .flatMap(({ margins }) =>
      sides.flatMap(([side, name]): readonly Found[] => {
        const measured = mmOf(margins[side]);
        if (Math.abs(measured - marginsMm[side]) <= TOLERANCE_MM) return [];
        const words = `${name}边距是 ${formatNumber(measured)} 毫米，应为 ${marginsMm[side]} 毫米`;
        return [{ piece: null, measured: words }];
      }),
    );
  const list = (lengths: readonly number[]) =>
    lengths.map((length) => formatNumber(length)).join('、');
  const head = {
    id: 'margins',
    title: '页边距（上、下、左、右）',
    clause: 'GB/T 9704-2012 5.2.1、5.2.2',
    wanted: `${list(sides.map(([side]) => marginsMm[side]))} 毫米，各 ±1 毫米`,
  };
  return createItem(head, found, `${list(sides.map(([side]) => mmOf(main.margins[side])))} 毫米`);
};

/** The text block, judged where paper and margins do not already say what is amiss. */
export const checkTextBlock: Check = (subject) => {
  const { main, metrics } = subject;
  if (!main) return null;
  const { paper: sheet, margins } = main;
  const width = sheet.width - margins.left - margins.right;
  const height = sheet.height - margins.top - margins.bottom;
  const isTold =
    checkPaper(subject)?.verdict === 'wrong' || checkMargins(subject)?.verdict === 'wrong';
  const isOff =
    Math.abs(mmOf(width - metrics.textWidth)) > 2 ||
    Math.abs(mmOf(height - metrics.textHeight)) > 2;
  const head = {
    id: 'text-block',
    title: '版心',
    clause: 'GB/T 9704-2012 5.2.2',
    wanted: `${formatNumber(mmOf(metrics.textWidth), 0)} × ${formatNumber(mmOf(metrics.textHeight), 0)} 毫米`,
  };
  const measured = describeSize(width, height);
  const found = isOff ? [{ piece: null, measured, isRemark: isTold }] : [];
  return createItem(head, found, measured);
};
