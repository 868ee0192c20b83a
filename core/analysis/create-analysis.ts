import type {
  Answer,
  CheckItemResult,
  Finding,
  OutlineItemResult,
  Settings,
} from '../api/index.ts';
import { coverReport } from '../coverage/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks, ChecklistPack } from '../packs/index.ts';
import type { PlaceList } from '../places/index.ts';
import { createPromiseReviewer, type Outcome, type PromiseReview } from '../promises/index.ts';
import { createProofreader } from '../proofread/index.ts';
import { createReviewer, type ReportReview } from '../review/index.ts';
import { createShareMeter, type ReportShares } from '../roll-forward/index.ts';
import { createStaleFinder, type StaleChip } from '../stale/index.ts';
import { type FoundBlank, listReportBlanks } from './blanks.ts';
import { type Settled, settle } from './chips-and-findings.ts';

/** What drafts are looked through against: the same as long as a report is open. */
export interface AnalysisContext {
  readonly packs: Omit<AppliedPacks, 'checklistIsOwn'>;
  /** The county's own deadlines, `MM-DD` by the template's deadline id; those of the template when absent. */
  readonly deadlines?: Settings['deadlines'];
  /** The list of places; names of other places are not looked for while it is absent. */
  readonly places?: PlaceList | null;
  /** The unit's own chain of places, as settings hold it; read off the report when empty. */
  readonly chain?: Settings['chain'];
  /** Last year's report, and what rolling forward made of it; null for a draft begun blank. */
  readonly lastYear?: {
    readonly base: Report;
    readonly rolled: Report;
    /** What its writer said of its questions; nothing where absent. */
    readonly answers?: Said['answers'];
  } | null;
}

/** What the writer has said of a draft. */
export interface Said {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Keys of 待更新 chips that are right as they stand. */
  readonly confirmed: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** Everything that is found in a draft. */
export interface Analysis {
  readonly coverage: readonly OutlineItemResult[];
  readonly items: readonly CheckItemResult[];
  readonly findings: readonly Finding[];
  /** 待更新 chips not yet confirmed, in reading order; none in a draft begun blank. */
  readonly stale: readonly StaleChip[];
  /** Those that were confirmed and still stand. */
  readonly confirmedStale: readonly StaleChip[];
  /** Last year's promises; none for a draft begun blank. */
  readonly promises: readonly PromiseReview[];
  /** What is carried over, rewritten and new; null for a draft begun blank. */
  readonly shares: ReportShares | null;
  /** Sizes and progress piece by piece, and advice on the whole. */
  readonly review: ReportReview;
  /** How last year's report answers this year's questions, by its text and its writer's word; null for a draft begun blank. */
  readonly lastYearItems: readonly CheckItemResult[] | null;
  /** Places still to be filled in, in reading order. */
  readonly blanks: readonly FoundBlank[];
}

/** Looks a draft through; what it was told of earlier drafts it remembers, and answers the sooner. */
export type Analyse = (report: Report, said: Said) => Analysis;

function createProofreading(context: AnalysisContext): (report: Report) => readonly Finding[] {
  const { lastYear, ...known } = context;
  return createProofreader({ ...known, base: lastYear?.rolled ?? null });
}

function createSettling(context: AnalysisContext): (report: Report) => Settled {
  const { packs, places = null, chain = [], lastYear } = context;
  const read = createProofreading(context);
  if (!lastYear) return (report) => ({ chips: [], findings: read(report) });
  const { base, rolled } = lastYear;
  const find = createStaleFinder({ base: { year: base.year, rolled }, packs, places, chain });
  return (report) => settle(find(report, new Set()), read(report));
}

type Comparison = Pick<Analysis, 'promises' | 'shares'>;

function createComparison({
  lastYear,
}: AnalysisContext): (report: Report, outcomes: Said['outcomes']) => Comparison {
  if (!lastYear) return () => ({ promises: [], shares: null });
  const review = createPromiseReviewer(lastYear.base);
  const measure = createShareMeter(lastYear.rolled);
  return (report, outcomes) => ({
    promises: review(report, outcomes),
    shares: measure(report),
  });
}

/** What a report was looked through with, and what that gave. */
interface Covered {
  readonly checklist: ChecklistPack;
  readonly answers: Said['answers'];
  readonly items: readonly CheckItemResult[];
}
const coveredBefore = new WeakMap<Report, Covered>();
const noAnswers: Said['answers'] = {};

/** A base never changes: it is looked through once for a checklist. */
function coverLastYear(
  { base, answers = noAnswers }: NonNullable<AnalysisContext['lastYear']>,
  packs: AnalysisContext['packs'],
): readonly CheckItemResult[] {
  const { checklist } = packs;
  const known = coveredBefore.get(base);
  if (known?.checklist === checklist && known.answers === answers) return known.items;
  const { items } = coverReport(base, packs, answers);
  coveredBefore.set(base, { checklist, answers, items });
  return items;
}

/**
 * The analysis of the drafts of one report, wherever it is asked for: beside the page, by the check
 * and from the command line. It holds what is remembered from one question to the next.
 * @source DESIGN.md 3.5
 */
export function createAnalysis(context: AnalysisContext): Analyse {
  const { packs, lastYear } = context;
  const find = createSettling(context);
  const compare = createComparison(context);
  const review = createReviewer(packs, lastYear?.base ?? null);
  const lastYearItems = lastYear ? coverLastYear(lastYear, packs) : null;
  return (report, { answers, confirmed, outcomes }) => {
    const { outline, items } = coverReport(report, packs, answers);
    const { chips, findings } = find(report);
    const said = new Set(confirmed);
    return {
      coverage: outline,
      items,
      findings,
      stale: chips.filter(({ key }) => !said.has(key)),
      confirmedStale: chips.filter(({ key }) => said.has(key)),
      ...compare(report, outcomes),
      review: review(report, items),
      lastYearItems,
      blanks: listReportBlanks(report),
    };
  };
}
