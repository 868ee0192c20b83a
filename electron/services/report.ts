import { fail, type Input, type OpenedReport, ok, type Result } from '../../core/api/index.ts';
import { joinPieces, type Report } from '../../core/model/index.ts';
import {
  listSnapshots,
  readPieces,
  readSnapshot,
  type StoredReport,
  savePieces,
  setStatus,
} from '../store/index.ts';
import type { createAnswerMethods } from './answers.ts';
import { checkReport, countProgress } from './check-report.ts';
import { createFromStart, previewRoll } from './create-report.ts';
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
  const { stored, report, packs, answers, confirmed, outcomes } = loaded.value;
  const progress = countLoaded(loaded.value, answers);
  keepProgress(deps, loaded.value, progress);
  return ok({
    summary: { ...stored.summary, progress },
    revision: stored.revision,
    report,
    base: openBase(deps, reportId, stored),
    answers,
    confirmed,
    outcomes,
    packs,
  });
}

function checkLoaded(deps: ServiceDeps, loaded: LoadedReport) {
  const { stored, report, packs, answers } = loaded;
  const base = openBase(deps, stored.summary.id, stored);
  const { deadlines, chain } = getSettings(deps.store);
  const result = checkReport(report, packs, answers, {
    deadlines,
    lastYear: base && {
      base: base.report,
      rolled: base.rolled,
      confirmed: loaded.confirmed,
      outcomes: loaded.outcomes,
      chain,
      places: null,
    },
  });
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

type ReportMethod = Exclude<
  Extract<keyof MethodTable, `report.${string}`>,
  'report.export' | 'report.original' | keyof ReturnType<typeof createAnswerMethods>
>;

/** `report.*` but for `report.export`, `report.original` and the answers. */
export function createReportMethods(deps: ServiceDeps): Pick<MethodTable, ReportMethod> {
  const { store, clock } = deps;
  return {
    'report.create': (input) => createFromStart(deps, input),
    'report.planRoll': (input) => previewRoll(deps, input),
    'report.open': ({ reportId }) => openReport(deps, reportId),
    'report.save': (input) => saveReport(deps, input),
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
