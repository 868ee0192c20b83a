import type { ItemState } from '../../../core/api/index.ts';
import {
  buildMatrix,
  type CoverageMatrix,
  coverReport,
  type MatrixRow,
} from '../../../core/coverage/index.ts';
import type { Report } from '../../../core/model/index.ts';
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

/** The rows a filter lets through, by chapter; chapters without any are left out. */
export function groupRows(rows: readonly MatrixRow[], filter: MapFilter): readonly MapGroup[] {
  const byChapter = Map.groupBy(
    rows.filter((row) => passes(row, filter)),
    ({ chapter }) => chapter,
  );
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

/** How last year's report answers this year's rows, by row; nothing said beside it counts. */
export function coverLastYear(
  base: Report | null,
  packs: AppliedPacks,
): ReadonlyMap<string, ItemState> {
  if (!base) return new Map();
  const { items, outline } = coverReport(base, packs);
  return new Map([...items, ...outline].map(({ itemId, state }) => [itemId, state]));
}
