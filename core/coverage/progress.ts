import type { CheckItemResult } from '../api/index.ts';
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

/** How a question stands, and the reason the writer gave. */
type Standing = Pick<CheckItemResult, 'state' | 'reason'>;

/** True for a question said not to apply without a word on why: it stays open. */
export function lacksReason({ state, reason }: Standing): boolean {
  return state === 'notApplicable' && reason.trim() === '';
}

/** What is said of a question that {@link lacksReason}. */
export const lackingReason = '不适用，还没有写理由';

/** True for a question nothing more is to be written to. */
export function isSettled(standing: Standing): boolean {
  const { state } = standing;
  return state === 'answered' || (state === 'notApplicable' && !lacksReason(standing));
}

const nothing: Progress = { answered: 0, total: 0 };

const count = ({ answered, total }: Progress, result: CheckItemResult): Progress => ({
  answered: answered + (isSettled(result) ? 1 : 0),
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
