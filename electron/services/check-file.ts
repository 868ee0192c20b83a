import {
  type CheckResult,
  fail,
  type ItemState,
  type Notice,
  ok,
  type Place,
  type Result,
} from '../../core/api/index.ts';
import { createCountingIds, listBlocks, type Report } from '../../core/model/index.ts';
import { type ChecklistPack, choosePacks, packNotices } from '../../core/packs/index.ts';
import type { Remark } from '../../core/review/index.ts';
import { linkToBase, rollForward } from '../../core/roll-forward/index.ts';
import { type CheckContext, checkReport } from './check-report.ts';
import type { ReadingDeps } from './reading/read-content.ts';
import { datedBefore, type ReportFile } from './report-file.ts';

/** What checking a file gives, in the shape that scripts rely on. */
export interface CheckedFile
  extends Pick<CheckResult, 'findings' | 'figures' | 'stale' | 'promises'> {
  readonly coverage: readonly {
    readonly item: string;
    readonly title: string;
    readonly state: ItemState;
    readonly where: readonly Place[];
  }[];
  /** Every question that is asked of the report, with what it rests on. */
  readonly items: readonly {
    readonly item: string;
    readonly question: string;
    readonly basis: string;
    readonly required: boolean;
    readonly state: ItemState;
    readonly where: readonly Place[];
  }[];
  /** Advice on the parts as wholes. */
  readonly remarks: readonly Remark[];
  /** That an outline or a checklist stands in for one of the report's year that is not known. */
  readonly notices: readonly Notice[];
}

/** What a file is checked against. */
export interface CheckFileOptions
  extends Pick<ReadingDeps, 'packs'>,
    Required<Pick<CheckContext, 'places'>> {
  /** The year whose packs count, and which last year's report is rolled to; null for the report's own. */
  readonly year: number | null;
  /** Last year's report; without it nothing is stale and nothing was promised. */
  readonly base: ReportFile | null;
}

/** Whether blocks of a report name blocks that `rolled` was carried from as their source. */
function namesSourcesOf(report: Report, rolled: Report): boolean {
  const known = new Set(listBlocks(rolled).map(({ block }) => block.source?.blockId ?? null));
  return listBlocks(report).some(({ block }) => block.source && known.has(block.source.blockId));
}

interface LastYear {
  readonly report: Report;
  readonly lastYear: NonNullable<CheckContext['lastYear']>;
}

/** The report beside last year's: with the sources it has, else with those that likeness tells. */
function compareWithBase(
  report: Report,
  file: ReportFile,
  packs: CheckFileOptions['packs'],
): Result<LastYear> {
  const base = datedBefore(file, report.year);
  if (report.year <= base.year) {
    return fail({ code: 'roll/year-not-later', from: base.year, to: report.year });
  }
  const { report: rolled } = rollForward(base, {
    toYear: report.year,
    baseId: 'base',
    createId: createCountingIds('rolled-'),
    packs: choosePacks(packs, report.year, { issuers: report.issuers }),
  });
  const linked = namesSourcesOf(report, rolled) ? report : linkToBase(report, rolled);
  return ok({ report: linked, lastYear: { base, rolled, confirmed: [], outcomes: {} } });
}

function listItems(results: CheckResult['items'], checklist: ChecklistPack): CheckedFile['items'] {
  const byId = new Map(results.map((result) => [result.itemId, result]));
  return checklist.items.flatMap(({ id, question, basis, required }) => {
    const result = byId.get(id);
    if (!result) return [];
    const { state, where } = result;
    return [{ item: id, question, basis, required, state, where }];
  });
}

/**
 * Checks a report against the packs of a year, the list of places and last year's report. Gives
 * `roll/year-not-later` for a base that is not of an earlier year.
 */
export function checkReportFile(
  { report }: Pick<ReportFile, 'report'>,
  { packs, places, year, base }: CheckFileOptions,
): Result<CheckedFile> {
  const asked = { ...report, year: year ?? report.year };
  const compared = base
    ? compareWithBase(asked, base, packs)
    : ok({ report: asked, lastYear: null });
  if (!compared.ok) return compared;
  const context = { places, lastYear: compared.value.lastYear };
  const applied = choosePacks(packs, asked.year, { issuers: asked.issuers });
  const checked = checkReport(compared.value.report, applied, {}, context);
  const { coverage, findings, figures, stale, promises, review } = checked;
  const shown = coverage.map(({ itemId, title, state, where }) => ({
    item: itemId,
    title,
    state,
    where,
  }));
  const items = listItems(checked.items, applied.checklist);
  const { remarks } = review;
  const notices = packNotices(applied, asked.year);
  return ok({ coverage: shown, findings, figures, stale, promises, items, remarks, notices });
}
