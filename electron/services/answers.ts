import {
  type ApiError,
  fail,
  type Input,
  type OutcomePatch,
  type Output,
  ok,
  type Result,
} from '../../core/api/index.ts';
import type { Report } from '../../core/model/index.ts';
import { listPromises, type Outcome } from '../../core/promises/index.ts';
import {
  getReport,
  readOutcomes,
  setAnswer,
  setConfirmations,
  setOutcome,
  setProgress,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { readBase } from './last-year.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { countLoaded } from './progress.ts';

type Saved = Result<Output<'report.answer'>>;

/** The draft to answer about; `report/read-only` for a report nobody is writing. */
function loadDraft(deps: ServiceDeps, reportId: string): Result<LoadedReport> {
  const loaded = loadReport(deps, reportId);
  if (!loaded.ok) return loaded;
  const { status } = loaded.value.stored.summary;
  return status === 'writing' ? loaded : fail({ code: 'report/read-only', status });
}

/** An answer is to a question of the draft's checklist; an old one may be taken back. */
function refuseAnswer(
  { packs, answers }: LoadedReport,
  { itemId }: Input<'report.answer'>,
): ApiError | null {
  const isKnown = packs.checklist.items.some(({ id }) => id === itemId);
  if (isKnown || Object.hasOwn(answers, itemId)) return null;
  return { code: 'input/invalid', path: 'itemId', reason: '清单里没有这一项' };
}

function answerItem(deps: ServiceDeps, input: Input<'report.answer'>): Saved {
  const { store, clock } = deps;
  const loaded = loadDraft(deps, input.reportId);
  if (!loaded.ok) return loaded;
  const refusal = refuseAnswer(loaded.value, input);
  if (refusal) return fail(refusal);
  const { itemId, answer } = input;
  const { [itemId]: _, ...others } = loaded.value.answers;
  const answers = answer === null ? others : { ...others, [itemId]: answer };
  const progress = countLoaded(loaded.value, answers);
  store.transact(() => {
    setAnswer(store, input, clock().toISOString());
    setProgress(store, input.reportId, { ...progress, revision: loaded.value.stored.revision });
  });
  return ok({ savedAt: clock().toISOString() });
}

function confirm(deps: ServiceDeps, input: Input<'report.confirm'>): Saved {
  const loaded = loadDraft(deps, input.reportId);
  if (!loaded.ok) return loaded;
  setConfirmations(deps.store, input, deps.clock().toISOString());
  return ok({ savedAt: deps.clock().toISOString() });
}

/** What is said of a promise now, over what was said before; null while nothing tells what came of it. */
function mergeOutcome(
  kept: Outcome | null,
  { state = kept?.state, note = kept?.note ?? '', blockId = kept?.blockId ?? null }: OutcomePatch,
): Outcome | null {
  return state === undefined ? null : { state, note, blockId };
}

/** A promise is one that the draft's base made; an answer to what is none may still be taken back. */
function refuseOutcome(
  base: Report | null,
  kept: Outcome | null,
  { promiseId, outcome }: Input<'report.answerPromise'>,
): ApiError | null {
  const isKnown = base !== null && listPromises(base).some(({ id }) => id === promiseId);
  if (!isKnown && (kept === null || outcome !== null)) {
    return { code: 'input/invalid', path: 'promiseId', reason: '上年的安排里没有这一件' };
  }
  if (outcome === null || kept || outcome.state) return null;
  return { code: 'input/invalid', path: 'outcome.state', reason: '要先选落实情况' };
}

/** Merges what is said with what stands, so that two windows and two quick answers lose nothing. */
function keepOutcome(
  deps: ServiceDeps,
  input: Input<'report.answerPromise'>,
): Result<Outcome | null> {
  const { store, clock } = deps;
  const { reportId, promiseId, outcome: patch } = input;
  const stored = getReport(store, reportId);
  if (!stored || stored.deletedAt !== null) return fail({ code: 'report/not-found', reportId });
  const { status } = stored.summary;
  if (status !== 'writing') return fail({ code: 'report/read-only', status });
  const kept = new Map(Object.entries(readOutcomes(store, reportId))).get(promiseId) ?? null;
  const refusal = refuseOutcome(readBase(deps, stored), kept, input);
  if (refusal) return fail(refusal);
  const outcome = patch && mergeOutcome(kept, patch);
  setOutcome(store, { reportId, promiseId, outcome }, clock().toISOString());
  return ok(outcome);
}

function answerPromise(
  deps: ServiceDeps,
  input: Input<'report.answerPromise'>,
): Result<Output<'report.answerPromise'>> {
  const kept = deps.store.transact(() => keepOutcome(deps, input));
  return kept.ok ? ok({ savedAt: deps.clock().toISOString(), outcome: kept.value }) : kept;
}

/** What the writer says beside the text: of check items, of 待更新 chips, of last year's promises. */
export function createAnswerMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'report.answer' | 'report.confirm' | 'report.answerPromise'> {
  return {
    'report.answer': (input) => answerItem(deps, input),
    'report.confirm': (input) => confirm(deps, input),
    'report.answerPromise': (input) => answerPromise(deps, input),
  };
}
