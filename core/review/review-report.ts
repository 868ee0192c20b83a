import type { CheckItemResult } from '../api/index.ts';
import { sectionProgress } from '../coverage/index.ts';
import { remember } from '../memory/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks } from '../packs/index.ts';
import {
  compileReviewWords,
  createIsWholePoint,
  createShortcomingsJudge,
} from '../shortcomings/index.ts';
import { findLeadersActs } from './leaders.ts';
import { countLetters, listPieces, matchPieces, measurePieces, sumPieces } from './pieces.ts';
import { hasMeasure, type Judges, remarkMissing, remarkParts, remarkPlan } from './remarks.ts';
import type { ReportReview } from './review.ts';

type ReviewPacks = Pick<AppliedPacks, 'template' | 'checklist' | 'rules' | 'unit'>;

/** Characters of each piece's counterpart in last year's report. */
function measureLastYear(
  report: Report,
  lastYear: Report | null,
  count: (text: string) => number,
): ReadonlyMap<string, number> | null {
  if (!lastYear) return null;
  const sizes = measurePieces(lastYear, count);
  return new Map(
    [...matchPieces(report, lastYear)].map(([id, before]) => [
      id,
      before.reduce((sum, one) => sum + (sizes.get(one) ?? 0), 0),
    ]),
  );
}

/** A reviewer of the drafts of one report: texts of earlier drafts are not read again. */
export function createReviewer(
  packs: ReviewPacks,
  lastYear: Report | null,
): (report: Report, items: readonly CheckItemResult[]) => ReportReview {
  const words = compileReviewWords(packs.rules);
  const count = remember(countLetters);
  const judges: Judges = {
    words,
    unit: packs.unit,
    compare: createShortcomingsJudge(packs),
    isWholePoint: createIsWholePoint(packs.template),
    leadersIn: remember((text) => findLeadersActs(text, words)),
    hasFigure: remember(hasMeasure),
  };
  const lastCharacters = lastYear && sumPieces(lastYear, measurePieces(lastYear, count));
  return (report, items) => {
    const sizes = measurePieces(report, count);
    const pieces = listPieces(report, {
      sizes,
      lastSizes: measureLastYear(report, lastYear, count),
      progress: sectionProgress(items, packs.checklist),
      template: packs.template,
    });
    return {
      characters: sumPieces(report, sizes),
      lastYear: lastCharacters,
      pieces,
      remarks: [
        ...remarkMissing(report),
        ...remarkParts(report, pieces, judges),
        ...remarkPlan(report, judges),
      ],
    };
  };
}

/**
 * How a report is built part by part, and what may be said of it: advice, which blocks nothing.
 * @param items what `coverReport` gave for this report
 * @param lastYear last year's report; null where there is none
 * @source regulations.md 9.4, 9.5 and the list of faults in 8
 */
export function reviewReport(
  report: Report,
  packs: ReviewPacks,
  items: readonly CheckItemResult[],
  lastYear: Report | null = null,
): ReportReview {
  return createReviewer(packs, lastYear)(report, items);
}
