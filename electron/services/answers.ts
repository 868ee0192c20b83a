import {
  type ApiError,
  fail,
  type Input,
  type Output,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { setAnswer, setConfirmations, setOutcome, setProgress } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
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
  const { itemId, state } = input;
  const { [itemId]: _, ...others } = loaded.value.answers;
  const answers = state === null ? others : { ...others, [itemId]: state };
  const progress = countLoaded(loaded.value, answers);
  store.transact(() => {
    setAnswer(store, input, clock().toISOString());
    setProgress(store, input.reportId, { ...progress, revision: loaded.value.stored.revision });
  });
  return ok({ savedAt: clock().toISOString() });
}

function keep<Kept extends { readonly reportId: string }>(
  deps: ServiceDeps,
  input: Kept,
  set: (store: ServiceDeps['store'], input: Kept, now: string) => void,
): Saved {
  const loaded = loadDraft(deps, input.reportId);
  if (!loaded.ok) return loaded;
  set(deps.store, input, deps.clock().toISOString());
  return ok({ savedAt: deps.clock().toISOString() });
}

/** What the writer says beside the text: of check items, of 待更新 chips, of last year's promises. */
export function createAnswerMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'report.answer' | 'report.confirm' | 'report.answerPromise'> {
  return {
    'report.answer': (input) => answerItem(deps, input),
    'report.confirm': (input) => keep(deps, input, setConfirmations),
    'report.answerPromise': (input) => keep(deps, input, setOutcome),
  };
}
