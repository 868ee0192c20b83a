import type {
  CheckItemResult,
  CoverageState,
  ItemState,
  OutlineItemResult,
  Place,
} from '../api/index.ts';
import type { CheckItem, ChecklistPack, OutlineItem, OutlinePack } from '../packs/index.ts';
import { lacksReason } from './progress.ts';
import { splitSentences } from './sentences.ts';
import type { Spot } from './spots.ts';

/** Places named for an outline item that no question traces to. */
const maxKeywordPlaces = 5;

function findKeywordPlaces(item: OutlineItem, spots: readonly Spot[]): readonly Place[] {
  const places: Place[] = [];
  for (const { partId, sectionId, texts } of spots) {
    for (const { blockId, text } of texts) {
      if (!item.keywords.some((word) => text.includes(word))) continue;
      const quote = splitSentences(text).find((sentence) =>
        item.keywords.some((word) => sentence.includes(word)),
      );
      if (quote !== undefined) places.push({ partId, sectionId, blockId, quote });
      if (places.length === maxKeywordPlaces) return places;
    }
  }
  return places;
}

/** A question with what was found of it. */
export interface Traced {
  readonly required: boolean;
  readonly result: CheckItemResult;
}

/** The questions of each outline item, in the checklist's order. */
export function listByOutlineItem(
  checklist: ChecklistPack,
): ReadonlyMap<string, readonly CheckItem[]> {
  const byItem = new Map<string, CheckItem[]>();
  for (const item of checklist.items) {
    const { outlineItem, under } = item;
    for (const one of new Set(outlineItem === null ? under : [outlineItem, ...under])) {
      const items = byItem.get(one);
      if (items) items.push(item);
      else byItem.set(one, [item]);
    }
  }
  return byItem;
}

/**
 * How several questions stand together. Required ones decide; where there is none, one that is
 * answered is enough. Those that do not apply count for nothing, unless all do not; one said so without
 * a reason is still to be answered.
 */
export function decideState(traced: readonly Traced[]): ItemState {
  const asked = traced.filter(
    ({ result }) => result.state !== 'notApplicable' || lacksReason(result),
  );
  if (asked.length === 0) return 'notApplicable';
  const required = asked.filter((one) => one.required);
  const isAnswered = (one: Traced) => one.result.state === 'answered';
  const answered = required.length > 0 ? required.every(isAnswered) : asked.some(isAnswered);
  if (answered) return 'answered';
  const isTold = ({ result }: Traced) => result.state === 'answered' || result.state === 'partly';
  return asked.some(isTold) ? 'partly' : 'missing';
}

function listPlaces(traced: readonly Traced[]): readonly Place[] {
  const byKey = new Map(
    traced
      .flatMap(({ result }) => result.where)
      .map((place) => [
        `${place.blockId ?? place.sectionId ?? place.partId}\n${place.quote}`,
        place,
      ]),
  );
  return [...byKey.values()];
}

/**
 * Each outline item as its questions answer it, in the outline's order. An item without questions
 * is `partly` at most, when its keywords occur. Items addressed to county level and above are left
 * out unless the text speaks of them.
 */
export function coverOutline(
  packs: { readonly outline: OutlinePack; readonly checklist: ChecklistPack },
  results: readonly CheckItemResult[],
  spots: readonly Spot[],
): readonly OutlineItemResult[] {
  const resultsById = new Map(results.map((result) => [result.itemId, result]));
  const itemsByOutline = listByOutlineItem(packs.checklist);
  const trace = (items: readonly CheckItem[]): readonly Traced[] =>
    items.flatMap(({ id, required }) => {
      const result = resultsById.get(id);
      return result ? [{ required, result }] : [];
    });
  return packs.outline.chapters
    .flatMap((chapter) => chapter.items)
    .flatMap((item): OutlineItemResult[] => {
      const traced = trace(itemsByOutline.get(item.id) ?? []);
      const isAsked = traced.length > 0;
      const where = isAsked ? listPlaces(traced) : findKeywordPlaces(item, spots);
      const byKeywords: CoverageState = where.length > 0 ? 'partly' : 'missing';
      const state = isAsked ? decideState(traced) : byKeywords;
      if (item.level === 'county' && state === 'missing') return [];
      return [{ itemId: item.id, title: item.title, state, where }];
    });
}
