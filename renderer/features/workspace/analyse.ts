import type { AnswerState, CheckItemResult, Finding, Settings } from '../../../core/api/index.ts';
import { coverReport } from '../../../core/coverage/index.ts';
import type { Report } from '../../../core/model/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import type { PlaceList } from '../../../core/places/index.ts';
import { type Outcome, type PromiseReview, reviewPromises } from '../../../core/promises/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { findStale, type StaleChip } from '../../../core/stale/index.ts';
import { estimatePages } from './estimate-pages.ts';

/** A draft to look through. `ticket` tells answers apart. */
export interface AnalysisRequest {
  readonly ticket: number;
  readonly report: Report;
  readonly answers: Readonly<Record<string, AnswerState>>;
  readonly packs: Omit<AppliedPacks, 'checklistIsOwn'>;
  /** The county's own deadlines, `MM-DD` by the template's deadline id. */
  readonly deadlines?: Settings['deadlines'];
  /** Last year's report; null for a draft begun blank. */
  readonly lastYear?: LastYear | null;
}

/** What a rolled draft is looked through against, and what the writer has said of it so far. */
export interface LastYear {
  readonly base: Report;
  /** The same as rolling forward made this year's text of it. */
  readonly rolled: Report;
  readonly places: PlaceList | null;
  readonly chain: readonly string[];
  readonly confirmed: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** What the panel and the outline show of a draft. */
export interface Analysis {
  readonly ticket: number;
  readonly items: readonly CheckItemResult[];
  readonly findings: readonly Finding[];
  /** About how many pages the export will have. */
  readonly pages: number;
  /** 待更新 chips not yet confirmed, in reading order. */
  readonly stale: readonly StaleChip[];
  readonly promises: readonly PromiseReview[];
}

function compareWithLastYear(
  { report, packs }: AnalysisRequest,
  lastYear: LastYear | null,
): Pick<Analysis, 'stale' | 'promises'> {
  if (!lastYear) return { stale: [], promises: [] };
  const { base, rolled, places, chain, confirmed, outcomes } = lastYear;
  const context = { base: { year: base.year, rolled }, packs, places, chain };
  return {
    stale: findStale(report, context, new Set(confirmed)),
    promises: reviewPromises(base, report, outcomes),
  };
}

/** Check items and findings of a draft. Pure: the worker only carries it. */
export function analyse(request: AnalysisRequest): Analysis {
  const { ticket, report, answers, packs, deadlines = {} } = request;
  return {
    ticket,
    items: coverReport(report, packs, answers).items,
    findings: proofread(report, { packs, year: report.year, deadlines }),
    pages: estimatePages(report),
    ...compareWithLastYear(request, request.lastYear ?? null),
  };
}
