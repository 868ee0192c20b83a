import type { StaleChip, StaleKind } from '../../../core/stale/index.ts';
import type { OutlineRow } from './outline-rows.ts';

/** What each kind of 待更新 chip is called. */
export const staleKindNames: Readonly<Record<StaleKind, string>> = {
  year: '年份',
  date: '日期',
  figure: '数字',
  percent: '比例',
  ordinal: '届次',
  period: '规划期',
  title: '文件名称',
  place: '地名',
  award: '荣誉',
};

/** Words within a sentence: quoted, unless they are in quotes or title marks of their own. */
export function quoteWords(words: string): string {
  if (/^“[^“”]*”$|^《[^《》]*》$/u.test(words)) return words;
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** What chips that are answered together have in common: 62件 · 办理行政处罚案件. */
export function describeAlike({ text, matter }: StaleChip): string {
  return matter === '' ? text : `${text} · ${matter}`;
}

/** Id of the outline stop that a chip stands under. */
export function homeOf({ place, target }: StaleChip): string {
  const ownHeading = target.id === 'front' || target.id === 'closing' ? target.id : null;
  return place.sectionId ?? place.partId ?? ownHeading ?? 'front';
}

/** How many chips stand under each outline stop. */
export function countByHome(chips: readonly StaleChip[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const chip of chips) counts.set(homeOf(chip), (counts.get(homeOf(chip)) ?? 0) + 1);
  return counts;
}

/** Chips under one outline stop. */
export interface StaleGroup {
  readonly id: string;
  readonly name: string;
  readonly chips: readonly StaleChip[];
}

/** Chips under the outline's rows, in its order; rows without any are left out. */
export function groupByHome(
  chips: readonly StaleChip[],
  rows: readonly Pick<OutlineRow, 'stop' | 'name'>[],
): readonly StaleGroup[] {
  const byHome = Map.groupBy(chips, homeOf);
  return rows.flatMap(({ stop, name }) => {
    const own = byHome.get(stop.id);
    return own ? [{ id: stop.id, name, chips: own }] : [];
  });
}
