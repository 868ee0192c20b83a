import { fail, type Notice, ok, type Result } from '../../core/api/index.ts';
import {
  type CopyKind,
  emptyFacts,
  type Filing,
  type OfficialFacts,
  standardLayout,
} from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { WriteOptions } from '../docx/write/index.ts';
import type { ServiceDeps } from './deps.ts';
import { readPublication, refusePublication } from './disclosure.ts';
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

/** `look`: it stays in the window. `deliver`: it leaves the program. */
export type ExportPurpose = 'look' | 'deliver';

/** What a public copy may say outside its text: neither who signed it nor how secret or urgent it was. */
export function publicFacts({
  mark,
  number,
  printedBy,
  printedOn,
  sealed,
}: OfficialFacts): OfficialFacts {
  return { ...emptyFacts, mark, number, printedBy, printedOn, sealed };
}

/** The notice of attachments that a public copy does not list; none where it lists all. */
export function tellLeftOut(titles: readonly string[]): readonly Notice[] {
  return titles.length > 0 ? [{ code: 'export/attachments-left-out', titles }] : [];
}

/** What a copy is made of. */
type CopyContent = Pick<ExportPlan, 'report' | 'notices'> & Pick<WriteOptions, 'facts' | 'annexes'>;

function planContent(
  deps: Pick<ServiceDeps, 'store' | 'library'>,
  loaded: LoadedReport,
  { copy, purpose, filing }: { copy: CopyKind; purpose: ExportPurpose; filing: Filing },
): Result<CopyContent> {
  const { facts, annexes } = filing;
  if (copy === 'filing') return ok({ report: loaded.report, facts, annexes, notices: [] });
  const publication = readPublication(deps, loaded);
  const { report, annexes: published, secrecy, leftOut } = publication;
  const refusal = refusePublication(publication);
  // what may be published is looked at before it is reviewed; what is secret is not laid out at all
  if (refusal && (purpose === 'deliver' || secrecy !== null)) return fail(refusal);
  return ok({
    report,
    facts: publicFacts(facts),
    annexes: published,
    notices: tellLeftOut(leftOut),
  });
}

/**
 * Plans a copy of a loaded report by what was chosen for it. A layout that is no longer there gives
 * way to the standard's. A public copy is the draft with what was decided in the 公开审查; it is
 * refused with `export/secret`, and where it is to leave the program with `export/not-reviewed` or
 * `export/closed`. Either copy carries the mark of its own text: that of the draft would tell whoever
 * tries out words which one was replaced.
 */
export function planExport(
  deps: Pick<ServiceDeps, 'store' | 'library'>,
  loaded: LoadedReport,
  copy: CopyKind,
  purpose: ExportPurpose = 'deliver',
): Result<ExportPlan> {
  const { store, library } = deps;
  const { faces } = getSettings(store);
  const filing = getFiling(store, loaded.stored.summary.id);
  const { layouts, templateId } = filing;
  const layout = findLayout(library, layouts[copy], faces) ?? standardLayout('plain', faces);
  const content = planContent(deps, loaded, { copy, purpose, filing });
  if (!content.ok) return content;
  const { report, facts, annexes, notices } = content.value;
  // an office's own document is what a filing copy is written into; a public copy is for the web
  const template = findTemplateBytes(store, copy === 'filing' ? templateId : null);
  const mark = hashReport(report);
  return ok({
    report,
    options: { copy, layout, facts, annexes, template, mark },
    notices,
  });
}
