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

/** What a report is checked against, besides the packs. */
export interface CheckContext {
  /** The county's own deadlines, as settings hold them; none by default. */
  readonly deadlines?: Settings['deadlines'];
  /** The list of places; names of other places are not looked for while it is absent. */
  readonly places?: StaleContext['places'];
  /** The unit's own chain of places, as settings hold it; read off the report by default. */
  readonly chain?: Settings['chain'];
  /** Last year's report and what the writer has said of it; null for a report begun blank. */
  readonly lastYear?: {
    readonly base: Report;
    readonly rolled: Report;
    readonly confirmed: readonly string[];
    readonly outcomes: Readonly<Record<string, Outcome>>;
  } | null;
}

/** What comparing with last year's report gives. */
export type CheckedLastYear = Pick<CheckResult, 'stale' | 'promises'>;

/** Everything the check page shows of a report, from its text and the writer's answers. */
export function checkReport(
  report: Report,
  packs: AppliedPacks,
  answers: Readonly<Record<string, AnswerState>>,
  context: CheckContext = {},
): CheckResult {
  const { deadlines = {}, places = null, chain = [], lastYear = null } = context;
  const coverage = coverReport(report, packs, answers);
  const base = lastYear?.rolled ?? null;
  return {
    coverage: coverage.outline,
    items: coverage.items,
    findings: proofread(report, { packs, year: report.year, deadlines, places, chain, base }),
    figures: listFigures(report),
    ...checkAgainstLastYear(report, packs, context),
  };
}

/** The 待更新 chips and the promises of a draft; none of either where there is no last year. */
export function checkAgainstLastYear(
  report: Report,
  packs: AppliedPacks,
  { places = null, chain = [], lastYear = null }: CheckContext,
): CheckedLastYear {
  if (!lastYear) return { stale: [], promises: [] };
  const { base, rolled, confirmed, outcomes } = lastYear;
  const context = { base: { year: base.year, rolled }, packs, places, chain };
  return {
    stale: findStale(report, context, new Set(confirmed)),
    promises: reviewPromises(base, report, outcomes),
  };
}
