import type { CheckItemResult, ItemState } from '../../../core/api/index.ts';
import {
  buildMatrix,
  type CoverageMatrix,
  decideState,
  type MatrixRow,
  standingOf,
  type Tallied,
  type Tally,
} from '../../../core/coverage/index.ts';
import type { AppliedPacks, CheckItem, ChecklistPack } from '../../../core/packs/index.ts';
import type { Check } from './use-check.ts';

/** What rows are shown: by what required questions there stand so, or all. */
export const mapFilters = ['required', 'missing', 'partly', 'notApplicable', 'all'] as const;
export type MapFilter = (typeof mapFilters)[number];

const filterNames: Readonly<Record<MapFilter, string>> = {
  required: '必答',
  missing: '未答',
  partly: '部分',
  notApplicable: '不适用',
  all: '全部',
};

/** What a filter says: how many required questions it holds, and beside them the optional ones. */
export function nameFilter(filter: MapFilter, { total, byState, optional }: Tally): string {
  const name = filterNames[filter];
  if (filter === 'all') return optional > 0 ? `${name}（另有选答 ${optional} 项）` : name;
  return `${name} ${filter === 'required' ? total : byState[filter]}`;
}

/** Questions with how they stand, by their id. */
export type StandingItems = ReadonlyMap<string, Tallied>;

/** Every question asked, with how it stands. */
export function listStanding(
  results: readonly CheckItemResult[],
  items: ReadonlyMap<string, CheckItem>,
): StandingItems {
  const standing = results.flatMap((result) => {
    const item = items.get(result.itemId);
    return item ? [[item.id, { item, result }] as const] : [];
  });
  return new Map(standing);
}

/** Whether a filter lets a row through: all, or those with a required question that stands so. */
export function passes(row: MatrixRow, filter: MapFilter, standing: StandingItems): boolean {
  if (filter === 'all') return true;
  return row.items.some((id) => {
    const asked = standing.get(id);
    if (!asked?.item.required) return false;
    return filter === 'required' || standingOf(asked.result) === filter;
  });
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
