import {
  type ApiError,
  fail,
  type Input,
  type OpenedReport,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { joinPieces, type Report } from '../../core/model/index.ts';
import {
  listSnapshots,
  readPieces,
  readSnapshot,
  type StoredReport,
  savePieces,
  setAnswer,
  setProgress,
  setStatus,
} from '../store/index.ts';
import { checkReport, countProgress } from './check-report.ts';
import { createFromStart } from './create-report.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { countLoaded, keepProgress } from './progress.ts';
import { getSettings } from './settings.ts';

/**
 * Last year's report as it stands in the library, removed or not, and what rolling forward first
 * made of it: the snapshot then taken, which no later version of the rules can change.
 */
function openBase(
  { store }: ServiceDeps,
  reportId: string,
  { baseId }: StoredReport,
): OpenedReport['base'] {
  if (baseId === null) return null;
  const snapshot = listSnapshots(store, reportId).find(({ reason }) => reason === 'roll-forward');
  if (!snapshot) return null;
  const report: Report = joinPieces(readPieces(store, baseId));
  return { year: report.year, report, rolled: joinPieces(readSnapshot(store, snapshot.id)) };
}

function openReport(deps: ServiceDeps, reportId: string): Result<OpenedReport> {
  const loaded = loadReport(deps, reportId);
  if (!loaded.ok) return loaded;
  const { stored, report, packs, answers } = loaded.value;
  const progress = countLoaded(loaded.value, answers);
  keepProgress(deps, loaded.value, progress);
  return ok({
    summary: { ...stored.summary, progress },
    revision: stored.revision,
    report,
    base: openBase(deps, reportId, stored),
    answers,
    packs,
  });
}

function checkLoaded(deps: ServiceDeps, loaded: LoadedReport) {
  const { report, packs, answers } = loaded;
  const result = checkReport(report, packs, answers, getSettings(deps.store).deadlines);
  keepProgress(deps, loaded, countProgress(result.items, packs.checklist));
  return result;
}

function saveReport(
  { store, clock }: ServiceDeps,
  input: Input<'report.save'>,
): Result<{ readonly revision: number; readonly savedAt: string }> {
  const saved = savePieces(store, { ...input, now: clock().toISOString() });
  // the instant after the commit: only then is it true that the text is durable
  return saved.ok ? ok({ revision: saved.value, savedAt: clock().toISOString() }) : saved;
}

/** An answer belongs to a draft and to a question of its checklist; an old one may be taken back. */
function refuseAnswer(
  { stored, packs, answers }: LoadedReport,
  { itemId }: Input<'report.answer'>,
): ApiError | null {
  const { status } = stored.summary;
  if (status !== 'writing') return { code: 'report/read-only', status };
  const isKnown = packs.checklist.items.some(({ id }) => id === itemId);
  if (isKnown || Object.hasOwn(answers, itemId)) return null;
  return { code: 'input/invalid', path: 'itemId', reason: '清单里没有这一项' };
}

function answerItem(
  deps: ServiceDeps,
  input: Input<'report.answer'>,
): Result<{ readonly savedAt: string }> {
  const { store, clock } = deps;
  const loaded = loadReport(deps, input.reportId);
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

type ReportMethod = Exclude<
  Extract<keyof MethodTable, `report.${string}`>,
  'report.export' | 'report.original'
>;

/** `report.*` but for `report.export` and `report.original`. */
export function createReportMethods(deps: ServiceDeps): Pick<MethodTable, ReportMethod> {
  const { store, clock } = deps;
  return {
    'report.create': (input) => createFromStart(deps, input),
    'report.open': ({ reportId }) => openReport(deps, reportId),
    'report.save': (input) => saveReport(deps, input),
    'report.answer': (input) => answerItem(deps, input),
    'report.setStatus': ({ reportId, status }) =>
      setStatus(store, reportId, status, clock().toISOString())
        ? ok(null)
        : fail({ code: 'report/not-found', reportId }),
    'report.check': ({ reportId }) => {
      const loaded = loadReport(deps, reportId);
      return loaded.ok ? ok(checkLoaded(deps, loaded.value)) : loaded;
    },
  };
}
