import type { AnswerState, CheckItemResult, Finding, Settings } from '../../../core/api/index.ts';
import { coverReport } from '../../../core/coverage/index.ts';
import type { Report } from '../../../core/model/index.ts';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import type { PlaceList } from '../../../core/places/index.ts';
import { type Outcome, type PromiseReview, reviewPromises } from '../../../core/promises/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { createShareMeter, type ReportShares } from '../../../core/roll-forward/index.ts';
import { findStale, type StaleChip, type StaleContext } from '../../../core/stale/index.ts';
import { estimatePages } from './estimate-pages.ts';

/** What drafts are looked through against: the same as long as a report is open. */
export interface AnalysisContext {
  readonly packs: Omit<AppliedPacks, 'checklistIsOwn'>;
  /** The county's own deadlines, `MM-DD` by the template's deadline id. */
  readonly deadlines?: Settings['deadlines'];
  /** Last year's report; null for a draft begun blank. */
  readonly lastYear?: LastYear | null;
}

/** What a draft was rolled forward from. */
export interface LastYear {
  readonly base: Report;
  /** The same as rolling forward made this year's text of it. */
  readonly rolled: Report;
  /** The unit's own chain of places. */
  readonly chain: readonly string[];
}

/** A draft to look through, and what the writer has said of it so far. `ticket` tells answers apart. */
export interface AnalysisRequest {
  readonly ticket: number;
  readonly report: Report;
  readonly answers: Readonly<Record<string, AnswerState>>;
  /** Keys of 待更新 chips that are right as they stand. */
  readonly confirmed: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** What is said to the analysis. What does not change is said once. */
export type AnalysisMessage =
  | { readonly kind: 'context'; readonly context: AnalysisContext }
  | { readonly kind: 'places'; readonly places: PlaceList }
  | { readonly kind: 'draft'; readonly request: AnalysisRequest };

/** What the analysis says. */
export type AnalysisReply =
  | { readonly kind: 'analysis'; readonly analysis: Analysis }
  /** One of our own bugs: its class and where it was thrown, but not its message, which may quote the draft. */
  | { readonly kind: 'fault'; readonly name: string; readonly frames: readonly string[] };

/** What the panel and the outline show of a draft. */
export interface Analysis {
  readonly ticket: number;
  readonly items: readonly CheckItemResult[];
  readonly findings: readonly Finding[];
  /** About how many pages the export will have. */
  readonly pages: number;
  /** 待更新 chips not yet confirmed, in reading order. */
  readonly stale: readonly StaleChip[];
  /** Those that were confirmed and still stand. */
  readonly confirmedStale: readonly StaleChip[];
  readonly promises: readonly PromiseReview[];
  /** What is carried over, rewritten and new; null for a draft begun blank. */
  readonly shares: ReportShares | null;
}

type Comparison = Pick<Analysis, 'stale' | 'confirmedStale' | 'promises' | 'shares'>;

const noComparison: Comparison = { stale: [], confirmedStale: [], promises: [], shares: null };

function createComparison({
  packs,
  lastYear,
}: AnalysisContext): (request: AnalysisRequest, places: PlaceList | null) => Comparison {
  if (!lastYear) return () => noComparison;
  const { base, rolled, chain } = lastYear;
  const measure = createShareMeter(rolled);
  let context: StaleContext = { base: { year: base.year, rolled }, packs, places: null, chain };
  return ({ report, confirmed, outcomes }, places) => {
    // the same object as long as it says the same, so that what was found may be remembered by it
    if (context.places !== places) context = { ...context, places };
    const said = new Set(confirmed);
    const chips = findStale(report, context, new Set());
    return {
      stale: chips.filter(({ key }) => !said.has(key)),
      confirmedStale: chips.filter(({ key }) => said.has(key)),
      promises: reviewPromises(base, report, outcomes),
      shares: measure(report),
    };
  };
}

function createLook(context: AnalysisContext) {
  const { packs, deadlines = {} } = context;
  const compare = createComparison(context);
  return (request: AnalysisRequest, places: PlaceList | null): Analysis => {
    const { ticket, report, answers } = request;
    return {
      ticket,
      items: coverReport(report, packs, answers).items,
      findings: proofread(report, { packs, year: report.year, deadlines }),
      pages: estimatePages(report),
      ...compare(request, places),
    };
  };
}

/**
 * The analysis of one open report: answers each draft once it was given the context, and holds the
 * list of places when that was given. Knows no worker: the worker only carries it.
 */
export function createAnalysis(): (message: AnalysisMessage) => Analysis | null {
  let look: ReturnType<typeof createLook> | null = null;
  let places: PlaceList | null = null;
  return (message) => {
    switch (message.kind) {
      case 'context':
        look = createLook(message.context);
        return null;
      case 'places':
        ({ places } = message);
        return null;
      case 'draft':
        return look?.(message.request, places) ?? null;
    }
  };
}
