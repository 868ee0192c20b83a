import type { CheckItemResult, ItemState } from '../../core/api/index.ts';
import { type CheckItem, type ChecklistPack, checkItemSchema } from '../../core/packs/index.ts';

/** A question with everything a test does not speak of filled in. */
export function buildCheckItem(change: Partial<CheckItem> & Pick<CheckItem, 'id'>): CheckItem {
  return checkItemSchema.parse({
    question: `是否写明${change.id}？`,
    outlineItem: null,
    basis: '纲要（一）',
    confidence: 'verified',
    parts: ['achievements'],
    topics: ['法治'],
    answered: [],
    touched: [],
    phrases: [],
    required: true,
    ...change,
  });
}

/** A checklist of these questions. */
export function buildChecklist(items: readonly CheckItem[]): ChecklistPack {
  return {
    kind: 'checklist',
    format: 1,
    id: 'checklist',
    title: '清单',
    source: '测试',
    date: '2026-01-01',
    confidence: 'verified',
    outline: 'outline',
    items,
  };
}

/** How a text answers a question, as if the text alone had told it. */
export function buildItemResult(
  itemId: string,
  state: ItemState,
  homeId: string | null,
): CheckItemResult {
  const found = state === 'notApplicable' ? 'missing' : state;
  return { itemId, state, found, reason: '', where: [], homeId };
}
