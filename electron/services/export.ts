import { type Delivery, type Input, type Notice, ok, type Result } from '../../core/api/index.ts';
import { listExpected, tellFacts } from '../../core/conformity/index.ts';
import { type ClosingHold, closingHolds, composeDocument } from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { WriteOptions, WrittenDocx } from '../docx/write/index.ts';
import { takeSnapshot } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { type ExportPlan, planExport } from './export-plan.ts';
import { nameUnits } from './file-name.ts';
import { readOpenLeft } from './last-year.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { type MeasuredFile, measureFile } from './measure-file.ts';
import { toFault } from './reading/reading-fault.ts';

/** A finished file, with what was measured in it. */
export interface ExportedFile extends MeasuredFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly notices: readonly Notice[];
}

/** The name an exported report gets: `青石镇人民政府2025年法治政府建设年度报告.docx`. */
export function nameExport(report: Pick<Report, 'issuers' | 'year'>): string {
  return `${nameUnits(report.issuers)}${report.year}年法治政府建设年度报告.docx`;
}

/** What a file is measured against: red head and imprint of an office's own document are its own. */
function toMeasured(options: WriteOptions): WriteOptions {
  const { layout, template } = options;
  return template === null ? options : { ...options, layout: { ...layout, form: 'plain' } };
}

interface WrittenFile extends MeasuredFile, WrittenDocx {}

async function writeHeld(
  { report, options: asked }: ExportPlan,
  closing?: ClosingHold,
): Promise<WrittenFile> {
  // loaded when first needed: the window must not wait for it
  const { writeDocx } = await import('../docx/write/index.ts');
  const options = { ...asked, closing };
  const written = await writeDocx(report, options);
  const setting = toMeasured(options);
  const composed = composeDocument(report, setting);
  const measured = await measureFile(written.bytes, setting.layout, {
    paragraphs: listExpected(composed),
    mayHoldMore: options.template !== null,
    ...(options.template === null ? { facts: tellFacts(composed, setting.facts) } : {}),
  });
  return { ...measured, ...written };
}

/** Pages that hold the signature alone. */
function countLonely({ certificate: { items } }: MeasuredFile): number {
  return items.find(({ id }) => id === 'lonely-signature')?.departures.length ?? 0;
}

/**
 * Writes and measures, and where a page holds the signature alone, again with the text held more firmly.
 * The first file without such a page counts; where none is, the first with the fewest.
 * @source GB/T 9704-2012 7.3.5.5
 */
async function writeMeasured(plan: ExportPlan): Promise<WrittenFile> {
  let best = await writeHeld(plan);
  for (const hold of closingHolds) {
    if (countLonely(best) === 0) return best;
    const file = await writeHeld(plan, hold);
    if (countLonely(file) < countLonely(best)) best = file;
  }
  return best;
}

/**
 * A planned copy as a .docx with the name it should get, opened again and measured. Nothing is stored
 * or written to disk.
 */
export async function exportPlanned(plan: ExportPlan): Promise<ExportedFile> {
  const file = await writeMeasured(plan);
  return {
    ...file,
    fileName: nameExport(plan.report),
    notices: [...plan.notices, ...file.notices],
  };
}

function openNotices({ stale, promises }: Awaited<ReturnType<typeof readOpenLeft>>) {
  const notices: readonly Extract<Notice, { readonly count: number }>[] = [
    { code: 'export/stale-left', count: stale },
    { code: 'export/promises-left', count: promises },
  ];
  return notices.filter(({ count }) => count > 0);
}

/** What is still open, told of a file that is written already: not being able to count undoes nothing. */
export async function countOpen(
  deps: ServiceDeps,
  loaded: LoadedReport,
): Promise<readonly Notice[]> {
  try {
    return openNotices(await readOpenLeft(deps, loaded));
  } catch (error) {
    const at = deps.clock().toISOString();
    const reference = deps.createId().slice(0, 8);
    deps.log({ at, reference, where: 'report.export', ...toFault(error) });
    return [{ code: 'export/not-counted' }];
  }
}

async function exportStored(
  deps: ServiceDeps,
  { reportId, copy, countOpen: isAsked = true }: Input<'report.export'>,
): Promise<Result<Delivery>> {
  const { store, clock } = deps;
  // one transaction: the snapshot is of the very text that is written
  const planned = store.transact(() => {
    const loaded = loadReport(deps, reportId);
    if (!loaded.ok) return loaded;
    const plan = planExport(deps, loaded.value, copy);
    if (!plan.ok) return plan;
    takeSnapshot(store, reportId, 'export', clock().toISOString());
    return ok({ loaded: loaded.value, plan: plan.value });
  });
  if (!planned.ok) return planned;
  const { loaded, plan } = planned.value;
  const file = await exportPlanned(plan);
  const delivered = await deps.deliver(file.fileName, file.bytes);
  if (!delivered.ok) return delivered;
  const { value } = delivered;
  if (value.kind === 'cancelled') return ok(value);
  // behind the delivery: the file must not wait for what is only told of it
  const open = isAsked ? await countOpen(deps, loaded) : [];
  const { certificate, notices } = file;
  return ok({ ...value, certificate, notices: [...notices, ...open] });
}

/** `report.export`. */
export function createExportMethods(deps: ServiceDeps): Pick<MethodTable, 'report.export'> {
  return { 'report.export': (input) => exportStored(deps, input) };
}
