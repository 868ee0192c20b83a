import { sectionProgress } from '../../../core/coverage/index.ts';
import type { PromiseReview } from '../../../core/promises/index.ts';
import type { DeskState } from './desk-state.ts';
import type { DraftSession } from './draft-session.ts';
import type { OpenPoints } from './tell.ts';

/** Last year's promises that the writer has not answered. */
export function listUnanswered({
  analysis,
  outcomes,
}: Pick<DeskState, 'analysis' | 'outcomes'>): readonly PromiseReview[] {
  return (analysis?.promises ?? []).filter(({ promise }) => !Object.hasOwn(outcomes, promise.id));
}

/** What is open in a report as it stands on the desk. */
export function countOpenPoints({
  store,
  opened,
}: Pick<DraftSession, 'store' | 'opened'>): OpenPoints {
  const state = store.getState();
  const { analysis, chips } = state;
  if (!analysis) return { stale: chips.length, promises: 0, findings: 0, questions: 0 };
  const { answered, total } = sectionProgress(analysis.items, opened.packs.checklist);
  return {
    stale: chips.length,
    promises: listUnanswered(state).length,
    findings: analysis.findings.length,
    questions: total - answered,
  };
}
