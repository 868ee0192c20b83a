import {
  fail,
  type Input,
  type Output,
  ok,
  type Result,
  type StateRef,
} from '../../core/api/index.ts';
import { type ChangeCounts, describeCounts } from '../../core/changes/index.ts';
import { type FaceProfile, standardLayout } from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { nameExport } from './export.ts';
import { loadReport } from './load-report.ts';
import { type FoundState, listStates } from './report-states.ts';
import { getSettings } from './settings.ts';

/** What changed, as a .docx, with how much it is. */
export interface ComparedReports {
  readonly bytes: Uint8Array;
  readonly counts: ChangeCounts;
}

function formatLocalTime(date: Date): string {
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${formatLocalDate(date)}T${time}`;
}

/**
 * What changed from one report to another, as a .docx with tracked changes.
 * @param date when the changes are said to be made: its local date and time
 * @param faces names of the faces to write; by default those of the county's standard PC
 */
export async function compareReportFiles(
  before: Report,
  after: Report,
  date: Date,
  faces: FaceProfile = 'gb2312',
): Promise<ComparedReports> {
  // loaded when first needed: the window must not wait for it
  const { writeChanges } = await import('../docx/changes/index.ts');
  return writeChanges(before, after, {
    layout: standardLayout('plain', faces),
    at: formatLocalTime(date),
  });
}

function isSame(a: StateRef, b: StateRef): boolean {
  if (a.kind === 'base' || b.kind === 'base') return a.kind === b.kind;
  return a.snapshotId === b.snapshotId;
}

/** `青石镇人民政府2025年法治政府建设年度报告修订稿（对照上年报告）.docx`. */
function nameChanges(report: Report, { state }: FoundState): string {
  const against = state.since.kind === 'base' ? '上年报告' : state.title;
  return nameExport(report).replace(/\.docx$/u, `修订稿（对照${against}）.docx`);
}

/** The present text and the state it is held against. */
interface BothStates {
  readonly before: Report;
  readonly after: Report;
  readonly found: FoundState;
}

/** Both as they stand at one moment. */
function loadBoth(
  deps: ServiceDeps,
  { reportId, since }: Input<'report.exportChanges'>,
): Result<BothStates> {
  return deps.store.transact((): Result<BothStates> => {
    const loaded = loadReport(deps, reportId);
    if (!loaded.ok) return loaded;
    const found = listStates(deps, loaded.value).find(({ state }) => isSame(state.since, since));
    if (!found) return fail({ code: 'report/no-state', reportId });
    return ok({ after: loaded.value.report, before: found.read(), found });
  });
}

async function exportChanges(
  deps: ServiceDeps,
  input: Input<'report.exportChanges'>,
): Promise<Result<Output<'report.exportChanges'>>> {
  const both = loadBoth(deps, input);
  if (!both.ok) return both;
  const { before, after, found } = both.value;
  const { faces } = getSettings(deps.store);
  const { bytes, counts } = await compareReportFiles(before, after, deps.clock(), faces);
  const delivered = await deps.deliver(nameChanges(after, found), bytes);
  if (!delivered.ok) return delivered;
  const summary = `与${found.state.title}相比：${describeCounts(counts)}。`;
  return ok({ ...delivered.value, summary });
}

/** `report.states`, `report.exportChanges`. */
export function createChangeMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'report.states' | 'report.exportChanges'> {
  return {
    'report.states': ({ reportId }) => {
      const loaded = loadReport(deps, reportId);
      if (!loaded.ok) return loaded;
      return ok(listStates(deps, loaded.value).map(({ state }) => state));
    },
    'report.exportChanges': (input) => exportChanges(deps, input),
  };
}
