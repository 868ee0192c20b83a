import type { AnswerState, CheckItemResult, CheckResult, Settings } from '../../core/api/index.ts';
import { coverReport, type Progress, sectionProgress } from '../../core/coverage/index.ts';
import { listFigures } from '../../core/figures/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { AppliedPacks, ChecklistPack } from '../../core/packs/index.ts';
import { proofread } from '../../core/proofread/index.ts';

/** The report's progress as the library shows it. */
export function countProgress(
  items: readonly CheckItemResult[],
  checklist: ChecklistPack,
): Progress {
  const { answered, total } = sectionProgress(items, checklist);
  return { answered, total };
}

/**
 * Everything the check page shows of a report, from its text and the writer's answers.
 * @param deadlines the county's own, as settings hold them; none by default
 */
export function checkReport(
  report: Report,
  packs: AppliedPacks,
  answers: Readonly<Record<string, AnswerState>>,
  deadlines: Settings['deadlines'] = {},
): CheckResult {
  const coverage = coverReport(report, packs, answers);
  return {
    coverage: coverage.outline,
    items: coverage.items,
    findings: proofread(report, { packs, year: report.year, deadlines }),
    figures: listFigures(report),
  };
}
