import {
  type FileDelivery,
  fail,
  type Input,
  ok,
  type Preview,
  type Result,
} from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { exportPlanned, nameExport } from './export.ts';
import { planExport } from './export-plan.ts';
import { loadReport } from './load-report.ts';

async function previewReport(
  deps: ServiceDeps,
  { reportId, copy }: Input<'report.preview'>,
): Promise<Result<Preview>> {
  const loaded = loadReport(deps, reportId);
  if (!loaded.ok) return loaded;
  const plan = planExport(deps, loaded.value, copy, 'look');
  if (!plan.ok) return plan;
  const { pages, certificate, notices } = await exportPlanned(plan.value);
  return ok({ pages, certificate, notices, revision: loaded.value.stored.revision });
}

/** The pages that the window shows, as a PDF. Whoever asks shows the preview of that very copy. */
async function exportPdf(
  { printPdf, ...deps }: ServiceDeps,
  { reportId, copy }: Input<'report.exportPdf'>,
): Promise<Result<FileDelivery>> {
  if (!printPdf) return fail({ code: 'print/by-browser' });
  const loaded = loadReport(deps, reportId);
  if (!loaded.ok) return loaded;
  const plan = planExport(deps, loaded.value, copy);
  if (!plan.ok) return plan;
  const name = nameExport(plan.value.report).replace(/\.docx$/u, '.pdf');
  return deps.deliver(name, await printPdf());
}

/** `report.preview`, `report.exportPdf`. */
export function createPreviewMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'report.preview' | 'report.exportPdf'> {
  return {
    'report.preview': (input) => previewReport(deps, input),
    'report.exportPdf': (input) => exportPdf(deps, input),
  };
}
