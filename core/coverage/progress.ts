import type { CheckItemResult, ItemState } from '../api/index.ts';
import type { ChecklistPack } from '../packs/index.ts';

/** Required questions settled, of those asked: answered, or found not to apply. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
}

/** Progress of a whole report and of each place questions belong under. */
export interface ReportProgress extends Progress {
  /** By the id of a section or part, or `front` for the preamble. */
  readonly byHome: Readonly<Record<string, Progress>>;
  /** Questions that no section of the report fits. */
  readonly homeless: Progress;
}

/** True for a question nothing more is to be written to. */
export function isSettled(state: ItemState): boolean {
  return state === 'answered' || state === 'notApplicable';
}

const nothing: Progress = { answered: 0, total: 0 };

const count = ({ answered, total }: Progress, { state }: CheckItemResult): Progress => ({
  answered: answered + (isSettled(state) ? 1 : 0),
  total: total + 1,
});

/** Counts the required questions of `checklist` in `items`; optional ones count nowhere. */
export function sectionProgress(
  items: readonly CheckItemResult[],
  checklist: ChecklistPack,
): ReportProgress {
  const required = new Set(checklist.items.filter((item) => item.required).map(({ id }) => id));
  const counted = items.filter(({ itemId }) => required.has(itemId));
  const byHome = new Map<string, Progress>();
  for (const item of counted) {
    if (item.homeId === null) continue;
    byHome.set(item.homeId, count(byHome.get(item.homeId) ?? nothing, item));
  }
  return {
    ...counted.reduce(count, nothing),
    byHome: Object.fromEntries(byHome),
    homeless: counted.filter(({ homeId }) => homeId === null).reduce(count, nothing),
  };
}
