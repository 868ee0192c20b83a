import type { AnswerState, CheckItemResult, CheckResult, Settings } from '../../core/api/index.ts';
import { coverReport, type Progress, sectionProgress } from '../../core/coverage/index.ts';
import { listFigures } from '../../core/figures/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { AppliedPacks, ChecklistPack } from '../../core/packs/index.ts';
import { type Outcome, reviewPromises } from '../../core/promises/index.ts';
import { proofread } from '../../core/proofread/index.ts';
import { findStale, type StaleContext } from '../../core/stale/index.ts';

/** The report's progress as the library shows it. */
export function countProgress(
  items: readonly CheckItemResult[],
  checklist: ChecklistPack,
): Progress {
  const { answered, total } = sectionProgress(items, checklist);
  return { answered, total };
}

/** What a draft is compared with, besides the packs. */
export interface CheckContext {
  /** The county's own deadlines, as settings hold them; none by default. */
  readonly deadlines?: Settings['deadlines'];
  /** Last year's report and what the writer has said of it; null for a report begun blank. */
  readonly lastYear?:
    | (Pick<StaleContext, 'places' | 'chain'> & {
        readonly base: Report;
        readonly rolled: Report;
        readonly confirmed: readonly string[];
        readonly outcomes: Readonly<Record<string, Outcome>>;
      })
    | null;
}

/** Everything the check page shows of a report, from its text and the writer's answers. */
export function checkReport(
  report: Report,
  packs: AppliedPacks,
  answers: Readonly<Record<string, AnswerState>>,
  { deadlines = {}, lastYear = null }: CheckContext = {},
): CheckResult {
  const coverage = coverReport(report, packs, answers);
  return {
    coverage: coverage.outline,
    items: coverage.items,
    findings: proofread(report, { packs, year: report.year, deadlines }),
    figures: listFigures(report),
    ...checkAgainstLastYear(report, packs, lastYear),
  };
}

function checkAgainstLastYear(
  report: Report,
  packs: AppliedPacks,
  lastYear: NonNullable<CheckContext['lastYear']> | null,
): Pick<CheckResult, 'stale' | 'promises'> {
  if (!lastYear) return { stale: [], promises: [] };
  const { base, rolled, places, chain, confirmed, outcomes } = lastYear;
  const context = { base: { year: base.year, rolled }, packs, places, chain };
  return {
    stale: findStale(report, context, new Set(confirmed)),
    promises: reviewPromises(base, report, outcomes),
  };
}
