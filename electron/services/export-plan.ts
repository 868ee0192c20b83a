import { type Notice, ok, type Result } from '../../core/api/index.ts';
import type { CopyKind } from '../../core/layout/index.ts';
import { standardLayout } from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { WriteOptions } from '../docx/write/index.ts';
import type { ServiceDeps } from './deps.ts';
import { getFiling } from './filing.ts';
import { findTemplateBytes } from './layout-templates.ts';
import { findLayout } from './layouts.ts';
import type { LoadedReport } from './load-report.ts';
import { hashReport } from './self-check.ts';
import { getSettings } from './settings.ts';

/** What is written of a stored report, and how: the same for preview, export and submission. */
export interface ExportPlan {
  /** The draft, or what is published of it. */
  readonly report: Report;
  readonly options: WriteOptions;
  readonly notices: readonly Notice[];
}

/**
 * Plans a copy of a loaded report by what was chosen for it. A layout that is no longer there gives
 * way to the standard's.
 */
export function planExport(
  { store, library }: Pick<ServiceDeps, 'store' | 'library'>,
  { stored, report }: LoadedReport,
  copy: CopyKind,
): Result<ExportPlan> {
  const { faces } = getSettings(store);
  const { facts, layouts, templateId, annexes } = getFiling(store, stored.summary.id);
  const layout = findLayout(library, layouts[copy], faces) ?? standardLayout('plain', faces);
  const shown = copy === 'public' ? annexes.filter(({ isPublic }) => isPublic) : annexes;
  // an office's own document is what a filing copy is written into; a public copy is for the web
  const template = findTemplateBytes(store, copy === 'filing' ? templateId : null);
  const mark = hashReport(report);
  return ok({
    report,
    options: { copy, layout, facts, annexes: shown, template, mark },
    notices: copy === 'public' ? [{ code: 'export/public-unchecked' }] : [],
  });
}
