import type { Analysis } from '../analysis/index.ts';
import type { CheckItemResult, Finding, Place } from '../api/index.ts';
import { lackingReason, lacksReason } from '../coverage/index.ts';
import { type CheckItem, type ChecklistPack, listBlanks } from '../packs/index.ts';
import { type OpenKind, type OpenPoint, openKinds } from './self-check.ts';

/** What of an analysis the self-check reads. */
export type CheckedAnalysis = Pick<Analysis, 'items' | 'findings' | 'stale' | 'promises'>;

/** One thing that is still open, with where it is. */
export interface OpenRow {
  /** Its own among the rows of one analysis. */
  readonly key: string;
  readonly kind: OpenKind;
  /** What is open: the question, the words, the promise. */
  readonly text: string;
  /** On what it rests, or why it is open; may be empty. */
  readonly detail: string;
  /** The words concerned; null where there are none yet. */
  readonly place: Place | null;
  /** The words found at the place that `text` is part of; the same as `text` where it stands alone. */
  readonly within: string;
  /** From which UTF-16 unit of `within` on `text` stands. */
  readonly offset: number;
  /** The section or part it belongs under; null when it has a place, or when no section fits. */
  readonly homeId: string | null;
  /** Id of the question or the promise, key of the chip; null for other kinds. */
  readonly refId: string | null;
  /** False for what may be filed as it is: half an answer, a question whose source is unconfirmed. */
  readonly isBlocking: boolean;
}

type Draft = Omit<OpenRow, 'key' | 'within' | 'offset'> &
  Partial<Pick<OpenRow, 'within' | 'offset'>>;

const plain = { detail: '', place: null, homeId: null, refId: null, isBlocking: true } as const;

/** The rules of proofreading that have a kind of their own here. */
const kindOfRule: ReadonlyMap<string, OpenKind> = new Map([
  ['placeholder', 'blank'],
  ['missing-part', 'part'],
  ['empty-part', 'emptyPart'],
]);

function openItem(item: CheckItem, result: CheckItemResult): readonly Draft[] {
  const { where, homeId } = result;
  const isUnreasoned = lacksReason(result);
  const state = isUnreasoned ? 'missing' : result.state;
  if (!item.required || (state !== 'missing' && state !== 'partly')) return [];
  return [
    {
      ...plain,
      kind: state,
      text: item.question,
      detail: isUnreasoned ? `${lackingReason}；${item.basis}` : item.basis,
      place: where[0] ?? null,
      homeId,
      refId: item.id,
      isBlocking: state === 'missing' && item.confidence !== 'unconfirmed',
    },
  ];
}

const isPart = (kind: OpenKind) => kind === 'part' || kind === 'emptyPart';

/** A finding; one of several blanks in a paragraph counts as many. */
function openFinding({ rule, severity, text, message, place }: Finding): readonly Draft[] {
  if (severity !== 'error') return [];
  const kind = kindOfRule.get(rule) ?? 'finding';
  const draft: Draft = {
    ...plain,
    kind,
    text: text || message,
    detail: text ? message : '',
    place,
  };
  const blanks = kind === 'blank' ? listBlanks(text) : [];
  if (blanks.length === 0) return [isPart(kind) ? { ...draft, text: message, detail: '' } : draft];
  return blanks.map(({ start, end }) => ({
    ...draft,
    text: text.slice(start, end),
    within: text,
    offset: start,
    detail: place.quote,
  }));
}

function listItems(items: readonly CheckItemResult[], checklist: ChecklistPack): readonly Draft[] {
  const byId = new Map(checklist.items.map((item) => [item.id, item]));
  return items.flatMap((result) => {
    const item = byId.get(result.itemId);
    return item ? openItem(item, result) : [];
  });
}

function listDrafts(
  { items, findings, stale, promises }: CheckedAnalysis,
  checklist: ChecklistPack,
  isUndated: boolean,
): readonly Draft[] {
  return [
    ...listItems(items, checklist),
    ...stale.map(
      ({ key, text, why, place }): Draft => ({
        ...plain,
        kind: 'stale',
        text,
        detail: why,
        place,
        refId: key,
      }),
    ),
    ...promises
      .filter(({ outcome }) => outcome === null)
      .map(
        ({ promise, suggestions }): Draft => ({
          ...plain,
          kind: 'promise',
          text: promise.text,
          detail: promise.heading,
          refId: promise.id,
          place: suggestions[0] ?? null,
        }),
      ),
    ...findings.flatMap(openFinding),
    ...(isUndated ? [{ ...plain, kind: 'date', text: '成文日期没有填' } as const] : []),
  ];
}

/** Keys that tell equal rows apart by their order, so that one that goes changes no other kind's. */
function withKeys(drafts: readonly Draft[]): readonly OpenRow[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const { kind, refId, place, text } = draft;
    const base = [kind, refId ?? text, place?.blockId ?? place?.sectionId ?? ''].join('|');
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return { within: text, offset: 0, ...draft, key: `${base}|${count}` };
  });
}

/**
 * Everything that is still open in a report, kind by kind in the order of `openKinds` and within a
 * kind in reading order. Optional questions, and findings that are no errors, are not open points.
 * @param isUndated whether the report lacks its date of signing
 */
export function listOpen(
  analysis: CheckedAnalysis,
  { checklist }: { readonly checklist: ChecklistPack },
  isUndated: boolean,
): readonly OpenRow[] {
  const byKind = Map.groupBy(listDrafts(analysis, checklist, isUndated), ({ kind }) => kind);
  return withKeys(openKinds.flatMap((kind) => byKind.get(kind) ?? []));
}

/** What is said of a question that advises and does not block. */
export const unreadBasis = '依据还没有核对原文';

/** What a kind is called, and how its points are counted. */
export const openKindNames: Readonly<
  Record<OpenKind, { readonly name: string; readonly unit: string }>
> = {
  missing: { name: '未答必答项', unit: '项' },
  partly: { name: '只答了一部分', unit: '项' },
  stale: { name: '待更新', unit: '处' },
  promise: { name: '承诺未回应', unit: '项' },
  blank: { name: '空格未填', unit: '处' },
  finding: { name: '校对错误', unit: '处' },
  part: { name: '缺少的部分', unit: '个' },
  emptyPart: { name: '空的部分', unit: '个' },
  date: { name: '无成文日期', unit: '处' },
};

function sayCount(kind: OpenKind, count: number): string {
  const { name, unit } = openKindNames[kind];
  return kind === 'date' ? name : `${name} ${count} ${unit}`;
}

/** How much is open by kind; kinds with nothing open are left out. */
export function countOpen(rows: readonly OpenRow[]): readonly OpenPoint[] {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  return openKinds.flatMap((kind) => {
    const count = byKind.get(kind)?.length ?? 0;
    return count === 0 ? [] : [{ kind, count, text: sayCount(kind, count) }];
  });
}
