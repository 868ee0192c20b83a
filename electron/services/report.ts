import { fail, type Input, type OpenedReport, ok, type Result } from '../../core/api/index.ts';
import { savePieces, setStatus } from '../store/index.ts';
import { checkReport, countProgress } from './check-report.ts';
import { createFromStart, previewRoll } from './create-report.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { openBase, readCheckContext } from './last-year.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { countLoaded, keepProgress } from './progress.ts';

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
    base: openBase(deps, loaded.value),
    answers,
    confirmed,
    outcomes,
    packs,
  });
}

async function checkLoaded(deps: ServiceDeps, loaded: LoadedReport) {
  const { report, packs, answers } = loaded;
  const context = await readCheckContext(deps, loaded);
  const result = checkReport(report, packs, answers, context);
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

type ReportMethod =
  | 'report.create'
  | 'report.planRoll'
  | 'report.open'
  | 'report.save'
  | 'report.setStatus'
  | 'report.check';

/** The methods by which a draft is made, opened, saved and checked. */
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
    'report.check': async ({ reportId }) => {
      const loaded = loadReport(deps, reportId);
      return loaded.ok ? ok(await checkLoaded(deps, loaded.value)) : loaded;
    },
  };
}
