import type { CheckItemResult, ItemState } from '../../../core/api/index.ts';
import { isSettled, standingOf } from '../../../core/coverage/index.ts';
import type { AppliedPacks, CheckItem, ChecklistSource } from '../../../core/packs/index.ts';
import type { OutlineRow } from './outline-rows.ts';

/** How the 清单 is looked at; remembered while the draft is open. */
export interface ChecklistView {
  /** 本条 or 全文. */
  readonly scope: 'here' | 'whole';
  /** Only what stands so; null for all. */
  readonly state: ItemState | null;
  readonly requiredOnly: boolean;
  readonly grouping: 'section' | 'chapter';
  /** Questions answered by hand since the filter was set: they stay in sight until it is set anew. */
  readonly kept: readonly string[];
}

/** The view of a draft just opened. */
export const firstView: ChecklistView = {
  scope: 'here',
  state: null,
  requiredOnly: true,
  grouping: 'section',
  kept: [],
};

/** A question with everything that its card shows. */
export interface Question {
  readonly item: CheckItem;
  readonly result: CheckItemResult;
  /** How last year's report answered it; null where there is none. */
  readonly lastYear: CheckItemResult | null;
  readonly source: ChecklistSource | null;
}

type Packs = Pick<AppliedPacks, 'checklist' | 'sources' | 'outline'>;

/** The questions of a report in the checklist's order. */
export function listQuestions(
  { checklist, sources }: Packs,
  results: readonly CheckItemResult[],
  lastYear: readonly CheckItemResult[],
): readonly Question[] {
  const items = new Map(checklist.items.map((item) => [item.id, item]));
  const before = new Map(lastYear.map((result) => [result.itemId, result]));
  const sourceOf = new Map(
    sources.flatMap((source) => source.itemIds.map((id) => [id, source] as const)),
  );
  return results.flatMap((result) => {
    const item = items.get(result.itemId);
    const [was = null, source = null] = [before.get(result.itemId), sourceOf.get(result.itemId)];
    return item ? [{ item, result, lastYear: was, source }] : [];
  });
}

/** The questions a view shows. */
export function filterQuestions(
  questions: readonly Question[],
  { state, requiredOnly, kept }: ChecklistView,
): readonly Question[] {
  return questions.filter(
    ({ item, result }) =>
      (!requiredOnly || item.required) &&
      (state === null || standingOf(result) === state || kept.includes(item.id)),
  );
}

/** Questions under one heading of the panel. */
export interface QuestionGroup {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly Question[];
  /** Required questions that are not settled. */
  readonly open: number;
}

const toGroup = (id: string, name: string, questions: readonly Question[]): QuestionGroup => ({
  id,
  name,
  questions,
  open: questions.filter(({ item, result }) => item.required && !isSettled(result)).length,
});

function groupBySection(
  questions: readonly Question[],
  rows: readonly Pick<OutlineRow, 'stop' | 'name'>[],
): readonly QuestionGroup[] {
  const byHome = Map.groupBy(questions, ({ result }) => result.homeId);
  const homeless = byHome.get(null) ?? [];
  return [
    ...rows.map(({ stop, name }) => toGroup(stop.id, name, byHome.get(stop.id) ?? [])),
    toGroup('homeless', '本报告还没有谈到', homeless),
  ];
}

function groupByChapter(
  questions: readonly Question[],
  { outline, sources }: Packs,
): readonly QuestionGroup[] {
  const chapterOf = new Map(
    outline.chapters.flatMap((chapter) =>
      chapter.items.map(({ id }) => [id, `chapter-${chapter.ordinal}`] as const),
    ),
  );
  const keyOf = ({ item, source }: Question) =>
    chapterOf.get(item.outlineItem ?? '') ?? source?.id ?? 'other';
  const byKey = Map.groupBy(questions, keyOf);
  const named = [
    ...outline.chapters.map(({ ordinal, title }) => [`chapter-${ordinal}`, title] as const),
    ...sources.map(({ id, title }) => [id, title] as const),
    ['other', '其他'] as const,
  ];
  return named.map(([id, name]) => toGroup(id, name, byKey.get(id) ?? []));
}

/** Questions under the sections of the report or the chapters of the outline, in order; none empty. */
export function groupQuestions(
  questions: readonly Question[],
  grouping: ChecklistView['grouping'],
  around: { readonly rows: readonly Pick<OutlineRow, 'stop' | 'name'>[]; readonly packs: Packs },
): readonly QuestionGroup[] {
  const groups =
    grouping === 'section'
      ? groupBySection(questions, around.rows)
      : groupByChapter(questions, around.packs);
  return groups.filter((group) => group.questions.length > 0);
}

const samePlaces = (a: CheckItemResult, b: CheckItemResult) =>
  a.where.length === b.where.length &&
  a.where.every(({ blockId, sectionId, partId, quote }, index) => {
    const other = b.where[index];
    return (
      other?.quote === quote &&
      other.blockId === blockId &&
      other.sectionId === sectionId &&
      other.partId === partId
    );
  });

/** True when two results of one question show the same: its card is then not drawn anew. */
export function isSameResult(a: CheckItemResult, b: CheckItemResult): boolean {
  return a.state === b.state && a.found === b.found && a.homeId === b.homeId && samePlaces(a, b);
}
