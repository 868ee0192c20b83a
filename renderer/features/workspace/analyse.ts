import {
  type Analyse,
  createAnalysis as createDraftAnalysis,
  type Analysis as DraftAnalysis,
  type AnalysisContext as DraftContext,
  listWarmUps,
  type Said,
} from '../../../core/analysis/index.ts';
import type { Report } from '../../../core/model/index.ts';
import type { PlaceList } from '../../../core/places/index.ts';
import { estimatePages } from './estimate-pages.ts';

/** What drafts are looked through against, but for the list of places, which comes behind it. */
export type AnalysisContext = Omit<DraftContext, 'places'>;

/** A draft to look through, and what the writer has said of it so far. `ticket` tells answers apart. */
export interface AnalysisRequest extends Said {
  readonly ticket: number;
  readonly report: Report;
}

/** What is said to the analysis. What does not change is said once. */
export type AnalysisMessage =
  | { readonly kind: 'context'; readonly context: AnalysisContext }
  | { readonly kind: 'places'; readonly places: PlaceList }
  | { readonly kind: 'draft'; readonly request: AnalysisRequest };

/** What the analysis says. */
export type AnalysisReply =
  | {
      readonly kind: 'analysis';
      readonly analysis: Analysis;
      /** True when the answers of last year's report are those told before, and left out this time. */
      readonly keepsLastYear: boolean;
    }
  /** One of our own bugs: its class and where it was thrown, but not its message, which may quote the draft. */
  | { readonly kind: 'fault'; readonly name: string; readonly frames: readonly string[] };

/** What the panel and the outline show of a draft. */
export interface Analysis extends DraftAnalysis {
  readonly ticket: number;
  /** About how many pages the export will have. */
  readonly pages: number;
}

function answer(analyse: Analyse, { ticket, report, ...said }: AnalysisRequest): Analysis {
  return { ticket, pages: estimatePages(report), ...analyse(report, said) };
}

const nothingSaid: Said = { answers: {}, confirmed: [], outcomes: {} };

/** Looks through the next little of what is worth knowing beforehand; false when nothing is left. */
export type WarmUp = () => boolean;

/**
 * The analysis of one open report: answers each draft once it was given the context, and holds the
 * list of places when that was given. Knows no worker: the worker only carries it.
 * @param onIdle given what may be done until the first draft comes, bit by bit; a draft ends it
 */
export function createAnalysis(
  onIdle: (warmUp: WarmUp) => void = () => undefined,
): (message: AnalysisMessage) => Analysis | null {
  let context: AnalysisContext | null = null;
  let analyse: Analyse | null = null;
  let current: Generator<Report> | null = null;
  const begin = (known: DraftContext) => {
    const look = createDraftAnalysis(known);
    const waiting = listWarmUps(known);
    analyse = look;
    current = waiting;
    onIdle(() => {
      const { value, done } = current === waiting ? waiting.next() : { value: null, done: true };
      if (value) look(value, nothingSaid);
      return !done;
    });
  };
  return (message) => {
    switch (message.kind) {
      case 'context':
        ({ context } = message);
        begin(context);
        return null;
      case 'places':
        if (context) begin({ ...context, places: message.places });
        return null;
      case 'draft':
        current = null;
        return analyse && answer(analyse, message.request);
    }
  };
}

/**
 * Makes replies of answers: what last year's report answers is told once and stays the same, and
 * copying it after every key would be a quarter of all that is copied.
 */
export function createReplies(): (analysis: Analysis) => AnalysisReply {
  let told: Analysis['lastYearItems'] = null;
  return (analysis) => {
    const keepsLastYear = told !== null && analysis.lastYearItems === told;
    told = analysis.lastYearItems;
    const shown = keepsLastYear ? { ...analysis, lastYearItems: null } : analysis;
    return { kind: 'analysis', analysis: shown, keepsLastYear };
  };
}
