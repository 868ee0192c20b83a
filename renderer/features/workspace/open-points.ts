import type { Node } from '@tiptap/pm/model';
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

function hasNoDate(doc: Node): boolean {
  const field = doc.children.find(({ type }) => type.name === 'signedDate');
  return field !== undefined && !field.attrs['date'];
}

/** What is open in a report as it stands on the desk. */
export function countOpenPoints(
  session: Pick<DraftSession, 'store' | 'opened' | 'isReadOnly' | 'getState'>,
): OpenPoints {
  const state = session.store.getState();
  const { analysis, analysisState, chips } = state;
  const isUndated = hasNoDate(session.getState().doc);
  if (!analysis) {
    const none = { promises: 0, findings: 0, questions: 0 };
    return { stale: chips.length, ...none, isUndated, isCounted: false };
  }
  const { answered, total } = sectionProgress(analysis.items, session.opened.packs.checklist);
  return {
    // a page that cannot be written on shows no chips
    stale: session.isReadOnly ? analysis.stale.length : chips.length,
    promises: listUnanswered(state).length,
    findings: analysis.findings.length,
    questions: total - answered,
    isUndated,
    isCounted: analysisState === 'running',
  };
}
