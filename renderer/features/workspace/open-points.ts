import type { Node } from '@tiptap/pm/model';
import type { Finding } from '../../../core/api/index.ts';
import { sectionProgress } from '../../../core/coverage/index.ts';
import type { PromiseReview } from '../../../core/promises/index.ts';
import { isOnlyBlanks } from '../../../core/proofread/index.ts';
import { findBlanks } from '../../editor/index.ts';
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

const noFindings: readonly Finding[] = [];
const knownFindings = new WeakMap<readonly Finding[], readonly Finding[]>();

/**
 * What 校对 lists and counts. Blanks 〔…〕 are counted and led to by themselves, and parts nobody has
 * begun stand in the outline and on the check page; neither is told once more here.
 */
export function listFindings(found: readonly Finding[] | undefined): readonly Finding[] {
  if (!found) return noFindings;
  const known = knownFindings.get(found);
  if (known) return known;
  const listed = found.filter(
    ({ rule, text }) => rule !== 'empty-part' && (rule !== 'placeholder' || !isOnlyBlanks(text)),
  );
  knownFindings.set(found, listed);
  return listed;
}

/** All blanks of the draft. */
export function sumBlanks(blanks: DeskState['blanks']): number {
  return [...blanks.values()].reduce((sum, count) => sum + count, 0);
}

/** True for a draft whose date of signing is still empty. */
export function hasNoDate(doc: Node): boolean {
  const field = doc.children.find(({ type }) => type.name === 'signedDate');
  return field !== undefined && !field.attrs['date'];
}

/** What is open in a report as it stands on the desk. */
export function countOpenPoints(
  session: Pick<DraftSession, 'store' | 'opened' | 'isReadOnly' | 'getState'>,
): OpenPoints {
  const state = session.store.getState();
  const { analysis, analysisState, chips } = state;
  const { doc } = session.getState();
  const isUndated = hasNoDate(doc);
  const blanks = findBlanks(doc).length;
  if (!analysis) {
    const none = { promises: 0, findings: 0, questions: 0 };
    return { stale: chips.length, blanks, ...none, isUndated, isCounted: false };
  }
  const { answered, total } = sectionProgress(analysis.items, session.opened.packs.checklist);
  return {
    // a page that cannot be written on shows no chips
    stale: session.isReadOnly ? analysis.stale.length : chips.length,
    blanks,
    promises: listUnanswered(state).length,
    findings: listFindings(analysis.findings).length,
    questions: total - answered,
    isUndated,
    isCounted: analysisState === 'running',
  };
}
