import { type Answer, fail, ok, type Result } from '../../core/api/index.ts';
import { joinPieces, type Report } from '../../core/model/index.ts';
import { type AppliedPacks, choosePacks } from '../../core/packs/index.ts';
import type { Outcome } from '../../core/promises/index.ts';
import {
  getReport,
  readAnswers,
  readConfirmations,
  readOutcomes,
  readPieces,
  type StoredReport,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import { chosenUnitKind } from './packs.ts';

/** A report of the library with what is needed to analyse it. */
export interface LoadedReport {
  readonly stored: StoredReport;
  readonly report: Report;
  readonly packs: AppliedPacks;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Keys of confirmed 待更新 chips. */
  readonly confirmed: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** Loads a report with its packs and answers; `report/not-found` for one that is removed too. */
export function loadReport(
  { store, library }: Pick<ServiceDeps, 'store' | 'library'>,
  reportId: string,
): Result<LoadedReport> {
  const stored = getReport(store, reportId);
  if (!stored || stored.deletedAt !== null) return fail({ code: 'report/not-found', reportId });
  const report = joinPieces(readPieces(store, reportId));
  const packs = choosePacks(library.packs, report.year, {
    templateId: stored.templateId ?? undefined,
    issuers: report.issuers,
    unitKind: chosenUnitKind(store),
  });
  return ok({
    stored,
    report,
    packs,
    answers: readAnswers(store, reportId),
    confirmed: readConfirmations(store, reportId),
    outcomes: readOutcomes(store, reportId),
  });
}
