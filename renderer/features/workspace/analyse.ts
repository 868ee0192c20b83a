import type { AnswerState, CheckItemResult, Finding } from '../../../core/api/index.ts';
import { coverReport } from '../../../core/coverage/index.ts';
import type { Report } from '../../../core/model/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { estimatePages } from './estimate-pages.ts';

/** A draft to look through. `ticket` tells answers apart; packs are sent once, with the first. */
export interface AnalysisRequest {
  readonly ticket: number;
  readonly report: Report;
  readonly answers: Readonly<Record<string, AnswerState>>;
  readonly packs: Pick<AppliedPacks, 'outline' | 'checklist'>;
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
export function analyse({ ticket, report, answers, packs }: AnalysisRequest): Analysis {
  const { outline, checklist } = packs;
  return {
    ticket,
    items: coverReport(report, { outline, checklist }, answers).items,
    findings: proofread(report, { outline, year: report.year }),
    pages: estimatePages(report),
  };
}
