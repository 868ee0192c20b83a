import type { AnswerState, CheckItemResult, Finding, Settings } from '../../../core/api/index.ts';
import { coverReport } from '../../../core/coverage/index.ts';
import type { Report } from '../../../core/model/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { estimatePages } from './estimate-pages.ts';

/** A draft to look through. `ticket` tells answers apart. */
export interface AnalysisRequest {
  readonly ticket: number;
  readonly report: Report;
  readonly answers: Readonly<Record<string, AnswerState>>;
  readonly packs: Omit<AppliedPacks, 'checklistIsOwn'>;
  /** The county's own deadlines, `MM-DD` by the template's deadline id. */
  readonly deadlines?: Settings['deadlines'];
}

/** What the panel and the outline show of a draft. */
export interface Analysis {
  readonly ticket: number;
  readonly items: readonly CheckItemResult[];
  readonly findings: readonly Finding[];
  /** About how many pages the export will have. */
  readonly pages: number;
}

/** Check items and findings of a draft. Pure: the worker only carries it. */
export function analyse(request: AnalysisRequest): Analysis {
  const { ticket, report, answers, packs, deadlines = {} } = request;
  return {
    ticket,
    items: coverReport(report, packs, answers).items,
    findings: proofread(report, { packs, year: report.year, deadlines }),
    pages: estimatePages(report),
  };
}
