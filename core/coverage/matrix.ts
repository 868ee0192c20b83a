import type { CheckItemResult, ItemState, OutlineItemResult, Place } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import { formatHeadingLabel } from '../numbering/index.ts';
import type { AppliedPacks, CheckItem, OutlineItem, TownshipLevel } from '../packs/index.ts';
import { type Home, homeOf, listBareParts, listHomes } from './columns.ts';
import type { ReportCoverage } from './cover-report.ts';
import { decideState, listByOutlineItem } from './outline-state.ts';

/** What one place of a report says to one row. */
export interface MatrixCell {
  readonly state: ItemState;
  /** True when any of these questions is required. */
  readonly required: boolean;
  /** Questions of the row that are told of here, or are to be answered here, in the checklist's order. */
  readonly items: readonly string[];
  /** The sentences; none where a question only belongs here. */
  readonly quotes: readonly Place[];
}

/** An item of the outline, or a question that rests on another rule. */
export interface MatrixRow {
  /** Of the outline item or of the question. */
  readonly id: string;
  readonly kind: 'outline' | 'question';
  readonly title: string;
  /** Title of the outline's chapter, or of the rule the question comes from. */
  readonly chapter: string;
  /** The article in words: 纲要（十三）. */
  readonly basis: string;
  /** Whom the outline item addresses; null for a question. */
  readonly level: TownshipLevel | null;
  /** True when any of its questions is required. */
  readonly required: boolean;
  /** The very state `coverReport` gives the item or the question; `missing` for one said not to apply without a reason. */
  readonly state: ItemState;
  /** Its questions, in the checklist's order; none for an outline item only its keywords tell of. */
  readonly items: readonly string[];
  /** By the id of a column; a column that says nothing to the row has none. */
  readonly cells: Readonly<Record<string, MatrixCell>>;
}

/** The coverage of a report as a picture: what is asked × where it is told. */
export interface CoverageMatrix {
  /**
   * The preamble, the parts and the sections in reading order; a part whose sections hold its text
   * is left out while no cell stands in it.
   */
  readonly columns: readonly Home[];
  /** The outline's items in its order, then the questions of rules, by their source. */
  readonly rows: readonly MatrixRow[];
}

/** A question of a row with what was found of it. */
interface Asked {
  readonly item: CheckItem;
  readonly result: CheckItemResult;
}

/** Where a question is told, else where it is to be. Empty when the report has no fitting place. */
function listItemHomes({ where, homeId }: CheckItemResult): ReadonlySet<string> {
  if (where.length > 0) return new Set(where.map(homeOf));
  return new Set(homeId === null ? [] : [homeId]);
}

function buildCells(asked: readonly Asked[]): Readonly<Record<string, MatrixCell>> {
  const byHome = new Map<string, Asked[]>();
  for (const one of asked) {
    for (const home of listItemHomes(one.result)) {
      byHome.set(home, [...(byHome.get(home) ?? []), one]);
    }
  }
  const toCell = (home: string, here: readonly Asked[]): MatrixCell => ({
    state: decideState(here.map(({ item, result }) => ({ required: item.required, result }))),
    required: here.some(({ item }) => item.required),
    items: here.map(({ item }) => item.id),
    quotes: here.flatMap(({ result }) => result.where.filter((place) => homeOf(place) === home)),
  });
  return Object.fromEntries([...byHome].map(([home, here]) => [home, toCell(home, here)]));
}

function buildKeywordCells({ where }: OutlineItemResult): Readonly<Record<string, MatrixCell>> {
  const byHome = Map.groupBy(where, homeOf);
  const toCell = (quotes: readonly Place[]): MatrixCell => ({
    state: 'partly',
    required: false,
    items: [],
    quotes,
  });
  return Object.fromEntries([...byHome].map(([home, quotes]) => [home, toCell(quotes)]));
}

/** The articles that ask, those drawn from the row's own outline item before others. */
function nameBasis({ id, ordinal }: OutlineItem, asked: readonly Asked[]): string {
  const own = asked.filter(({ item }) => item.outlineItem === id);
  const bases = new Set((own.length > 0 ? own : asked).map(({ item }) => item.basis));
  return [...bases].join('；') || formatHeadingLabel(2, ordinal);
}

function buildOutlineRow(
  item: OutlineItem,
  chapter: string,
  found: OutlineItemResult,
  asked: readonly Asked[],
): MatrixRow {
  return {
    id: item.id,
    kind: 'outline',
    title: item.title,
    chapter,
    basis: nameBasis(item, asked),
    level: item.level,
    required: asked.some((one) => one.item.required),
    state: found.state,
    items: asked.map((one) => one.item.id),
    cells: asked.length > 0 ? buildCells(asked) : buildKeywordCells(found),
  };
}

function buildQuestionRow({ item, result }: Asked, chapter: string): MatrixRow {
  return {
    id: item.id,
    kind: 'question',
    title: item.question,
    chapter,
    basis: item.basis,
    level: null,
    required: item.required,
    state: decideState([{ required: item.required, result }]),
    items: [item.id],
    cells: buildCells([{ item, result }]),
  };
}

type MatrixPacks = Pick<AppliedPacks, 'outline' | 'checklist' | 'sources'>;

function listOutlineRows(
  packs: MatrixPacks,
  coverage: ReportCoverage,
  askedById: ReadonlyMap<string, Asked>,
): readonly MatrixRow[] {
  const found = new Map(coverage.outline.map((result) => [result.itemId, result]));
  const asked = listByOutlineItem(packs.checklist);
  return packs.outline.chapters.flatMap(({ title, items }) =>
    items.flatMap((item) => {
      const result = found.get(item.id);
      if (!result) return [];
      const here = (asked.get(item.id) ?? []).flatMap(({ id }) => askedById.get(id) ?? []);
      return [buildOutlineRow(item, title, result, here)];
    }),
  );
}

/** Questions that rest on no item of this outline: those of rules, the county's, another outline's. */
function listQuestionRows(
  { outline, sources }: MatrixPacks,
  askedById: ReadonlyMap<string, Asked>,
): readonly MatrixRow[] {
  const known = new Set(outline.chapters.flatMap(({ items }) => items.map(({ id }) => id)));
  return sources.flatMap(({ title, itemIds }) =>
    itemIds.flatMap((id) => {
      const asked = askedById.get(id);
      if (!asked || known.has(asked.item.outlineItem ?? '')) return [];
      return [buildQuestionRow(asked, title)];
    }),
  );
}

/**
 * What a report tells, place by place and row by row, as the map, the panel and the self-check sheet
 * show it. It finds nothing itself: every state and every sentence is that of `coverage`.
 * @param coverage what `coverReport` gave for this report with these packs
 */
export function buildMatrix(
  report: Report,
  packs: MatrixPacks,
  coverage: ReportCoverage,
): CoverageMatrix {
  const results = new Map(coverage.items.map((result) => [result.itemId, result]));
  const askedById = new Map(
    packs.checklist.items.flatMap((item) => {
      const result = results.get(item.id);
      return result ? [[item.id, { item, result }] as const] : [];
    }),
  );
  const rows = [
    ...listOutlineRows(packs, coverage, askedById),
    ...listQuestionRows(packs, askedById),
  ];
  const told = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const bare = new Set(listBareParts(report));
  const columns = listHomes(report).filter(({ id }) => told.has(id) || !bare.has(id));
  return { columns, rows };
}
