import {
  type Analysis,
  type AnalysisContext,
  createAnalysis,
  type Said,
} from '../../core/analysis/index.ts';
import type { CheckItemResult, CheckResult } from '../../core/api/index.ts';
import { type Progress, sectionProgress } from '../../core/coverage/index.ts';
import { listFigures } from '../../core/figures/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { AppliedPacks, ChecklistPack } from '../../core/packs/index.ts';

/** The report's progress as the library shows it. */
export function countProgress(
  items: readonly CheckItemResult[],
  checklist: ChecklistPack,
): Progress {
  const { answered, total } = sectionProgress(items, checklist);
  return { answered, total };
}

/** What a report is checked against, besides the packs. */
export interface CheckContext extends Pick<AnalysisContext, 'deadlines' | 'places' | 'chain'> {
  /** Last year's report and what the writer has said of it; null for a report begun blank. */
  readonly lastYear?:
    | (NonNullable<AnalysisContext['lastYear']> & Pick<Said, 'confirmed' | 'outcomes'>)
    | null;
}

/** What comparing with last year's report gives. */
export type CheckedLastYear = Pick<CheckResult, 'stale' | 'promises'>;

/** Everything that is found in a stored report, with what the writer has said of it. */
export function analyseLoaded(
  report: Report,
  packs: AppliedPacks,
  answers: Said['answers'],
  { lastYear = null, ...context }: CheckContext,
): Analysis {
  const { confirmed = [], outcomes = {} } = lastYear ?? {};
  const look = createAnalysis({ ...context, packs, lastYear });
  return look(report, { answers, confirmed, outcomes });
}

/** Everything the check page shows of a report, from its text and the writer's answers. */
export function checkReport(
  report: Report,
  packs: AppliedPacks,
  answers: Said['answers'],
  context: CheckContext = {},
): CheckResult {
  const { coverage, items, findings, stale, promises, review, lastYearItems } = analyseLoaded(
    report,
    packs,
    answers,
    context,
  );
  const figures = listFigures(report);
  return { coverage, items, findings, figures, stale, promises, review, lastYearItems };
}

/** The 待更新 chips and the promises of a draft; none of either where there is no last year. */
export function checkAgainstLastYear(
  report: Report,
  packs: AppliedPacks,
  context: CheckContext,
): CheckedLastYear {
  if (!context.lastYear) return { stale: [], promises: [] };
  const { stale, promises } = analyseLoaded(report, packs, {}, context);
  return { stale, promises };
}
