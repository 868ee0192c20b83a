import type { CheckItemResult, ItemState } from '../../../core/api/index.ts';
import {
  buildMatrix,
  type CoverageMatrix,
  decideState,
  type MatrixRow,
} from '../../../core/coverage/index.ts';
import type { AppliedPacks, CheckItem, ChecklistPack } from '../../../core/packs/index.ts';
import type { Check } from './use-check.ts';

/** What rows are shown. */
export const mapFilters = ['all', 'missing', 'partly', 'notApplicable', 'required'] as const;
export type MapFilter = (typeof mapFilters)[number];

export const filterNames: Readonly<Record<MapFilter, string>> = {
  all: '全部',
  missing: '未答',
  partly: '部分',
  notApplicable: '不适用',
  required: '必答',
};

/** Whether a filter lets a row through. */
export function passes(row: MatrixRow, filter: MapFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'required' ? row.required : row.state === filter;
}

/** Rows that stand together, under one chapter or one rule. */
export interface MapGroup {
  readonly title: string;
  readonly rows: readonly MatrixRow[];
}

/** Rows by chapter, in their order. */
export function groupRows(rows: readonly MatrixRow[]): readonly MapGroup[] {
  const byChapter = Map.groupBy(rows, ({ chapter }) => chapter);
  return [...byChapter].map(([title, own]) => ({ title, rows: own }));
}

/** True when no question of a row, of which there are some, was read at its source. */
export function isUnconfirmed(row: MatrixRow, items: ReadonlyMap<string, CheckItem>): boolean {
  const asked = row.items.flatMap((id) => items.get(id) ?? []);
  return asked.length > 0 && asked.every(({ confidence }) => confidence === 'unconfirmed');
}

/** Questions by their id. */
export function indexItems({ items }: ChecklistPack): ReadonlyMap<string, CheckItem> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The map of the draft, drawn from the analysis the panel shows. */
export function drawMap({ report, analysis }: Check, packs: AppliedPacks): CoverageMatrix {
  return buildMatrix(report, packs, { items: analysis.items, outline: analysis.coverage });
}

/**
 * How last year's report answers this year's rows, by row, as the panel says it of their questions; an
 * item without questions has no last year. Empty where there is no last year at all.
 */
export function readLastYear(
  rows: readonly MatrixRow[],
  last: readonly CheckItemResult[] | null,
  items: ReadonlyMap<string, CheckItem>,
): ReadonlyMap<string, ItemState> {
  const results = new Map((last ?? []).map((result) => [result.itemId, result]));
  const states = rows.flatMap((row) => {
    const traced = row.items.flatMap((id) => {
      const [item, result] = [items.get(id), results.get(id)];
      return item && result ? [{ required: item.required, result }] : [];
    });
    return traced.length > 0 ? [[row.id, decideState(traced)] as const] : [];
  });
  return new Map(states);
}
