import type { FigurePair, FigureSide } from '../../../core/compare/index.ts';

const write = (value: number) => String(Math.round(value * 100) / 100);
const sign = (value: number) => (value > 0 ? '+' : '−');

/** A value as the table shows it; — where the year has none. */
export function formatFigure(side: FigureSide | null, unit: string): string {
  if (!side) return '—';
  return unit === '%' ? `${write(side.value)}%` : write(side.value);
}

/** What has changed: “+50（25%）”, “+1 个百分点”, 持平; nothing without both years. */
export function describeChange({ difference, percent, unit }: FigurePair): string {
  if (difference === null) return '';
  if (difference === 0) return '持平';
  const change = `${sign(difference)}${write(Math.abs(difference))}`;
  if (unit === '%') return `${change} 个百分点`;
  if (percent === null) return change;
  const share = Math.abs(percent);
  return `${change}（${share < 10 ? Math.round(share * 10) / 10 : Math.round(share)}%）`;
}
