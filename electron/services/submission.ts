import { type Input, type Notice, type Output, ok, type Result } from '../../core/api/index.ts';
import { takeSnapshot } from '../store/index.ts';
import { formatLocalDate, type NamedFile, type ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { countOpen, exportPlanned, nameExport } from './export.ts';
import { type ExportPlan, planExport } from './export-plan.ts';
import { nameUnits } from './file-name.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { joinMarks, MARK_DIGITS, type PackMarks } from './pack-marks.ts';
import { hashReport, stampLoaded } from './self-check.ts';
import { getSettings } from './settings.ts';
import { type SubmissionFile, writeSubmissionList } from './submission-list.ts';
import { writeWebText } from './web-text.ts';

async function exportText(
  deps: ServiceDeps,
  { reportId, copy, format }: Input<'report.exportText'>,
): Promise<Result<Output<'report.exportText'>>> {
  const loaded = loadReport(deps, reportId);
  if (!loaded.ok) return loaded;
  const plan = planExport(deps, loaded.value, copy);
  if (!plan.ok) return plan;
  const fileName = nameExport(loaded.value.report).replace(/\.docx$/u, `（网页文字）.${format}`);
  return deps.deliver(fileName, writeWebText(plan.value, format));
}

/** One state of a report with what is written of it for either copy. */
interface PlannedSubmission {
  readonly loaded: LoadedReport;
  readonly filing: ExportPlan;
  readonly published: ExportPlan;
  readonly marks: PackMarks;
}

/**
 * Everything from one state, in one transaction with the snapshot of it. Where the public copy is
 * refused, all is: a pack without it would look complete.
 */
function planSubmission(deps: ServiceDeps, reportId: string): Result<PlannedSubmission> {
  const { store, clock } = deps;
  return store.transact((): Result<PlannedSubmission> => {
    const loaded = loadReport(deps, reportId);
    if (!loaded.ok) return loaded;
    const filing = planExport(deps, loaded.value, 'filing');
    if (!filing.ok) return filing;
    const published = planExport(deps, loaded.value, 'public');
    if (!published.ok) return published;
    takeSnapshot(store, reportId, 'export', clock().toISOString());
    const common = hashReport(published.value.report);
    const marks = { common, draft: hashReport(loaded.value.report) };
    const { options } = filing.value;
    return ok({
      loaded: loaded.value,
      filing: { ...filing.value, options: { ...options, mark: joinMarks(marks) } },
      published: { ...published.value, options: { ...published.value.options, mark: common } },
      marks,
    });
  });
}

/** The five files, and what is told of them. */
interface Made {
  readonly files: readonly SubmissionFile[];
  readonly notices: readonly Notice[];
}

async function makeFiles(
  deps: ServiceDeps,
  { loaded, filing, published, marks }: PlannedSubmission,
): Promise<Made> {
  const { writeSelfCheck } = await import('../docx/write/index.ts');
  const { faces } = getSettings(deps.store);
  const filed = await exportPlanned(filing);
  const shown = await exportPlanned(published);
  const stamped = { ...(await stampLoaded(deps, loaded)), packMark: marks.common };
  const sheet = await writeSelfCheck(stamped, { faces, mark: joinMarks(marks) });
  const short = marks.common.slice(0, MARK_DIGITS);
  const name = (what: string, ending: string) => `${what}-${short}.${ending}`;
  const make = (what: string, ending: string, purpose: string, bytes: Uint8Array) => ({
    fileName: name(what, ending),
    purpose,
    bytes,
  });
  return {
    files: [
      make('报送版', 'docx', '报上级机关', filed.bytes),
      make('公开版', 'docx', '向社会公布', shown.bytes),
      make('网页文字', 'txt', '粘贴到网站后台的文字', writeWebText(published, 'txt')),
      make('网页文字', 'html', '网站用的网页', writeWebText(published, 'html')),
      make('自查表', 'docx', '留存备查', sheet),
    ],
    notices: [...filed.notices, ...shown.notices],
  };
}

/** The same thing is told once, whichever copies it is told of. */
function tellOnce(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

async function exportSubmission(
  deps: ServiceDeps,
  reportId: string,
): Promise<Result<Output<'report.exportSubmission'>>> {
  const planned = planSubmission(deps, reportId);
  if (!planned.ok) return planned;
  const { loaded, marks } = planned.value;
  const { files, notices } = await makeFiles(deps, planned.value);
  const { issuers, year } = loaded.report;
  const title = `${nameUnits(issuers)}${year}年度报告`;
  const head = { title: `${title}报送材料`, marks, date: formatLocalDate(deps.clock()) };
  const list: NamedFile = {
    fileName: `材料清单-${marks.common.slice(0, MARK_DIGITS)}.txt`,
    bytes: writeSubmissionList(head, files),
  };
  const named = files.map(({ fileName, bytes }) => ({ fileName, bytes }));
  const delivery = await deps.deliverAll(`${title}-报送材料`, [...named, list]);
  if (!delivery.ok) return delivery;
  // behind the delivery: the files must not wait for what is only told of them
  const open = delivery.value.kind === 'cancelled' ? [] : await countOpen(deps, loaded);
  const told = tellOnce([...notices, ...open]);
  return ok({ delivery: delivery.value, mark: marks.common, notices: told });
}

/** `report.exportText`, `report.exportSubmission`. */
export function createSubmissionMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'report.exportText' | 'report.exportSubmission'> {
  return {
    'report.exportText': (input) => exportText(deps, input),
    'report.exportSubmission': ({ reportId }) => exportSubmission(deps, reportId),
  };
}
