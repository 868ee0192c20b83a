import type { Report } from '../model/index.ts';
import { listPromises } from './list-promises.ts';
import type { Outcome, PromiseReview } from './promise.ts';
import { createPlaceSuggester } from './suggest-places.ts';

/** Reviews last year's promises against a draft, with what the writer says of them by their ids. */
export type ReviewPromises = (
  report: Report,
  outcomes: Readonly<Record<string, Outcome>>,
) => readonly PromiseReview[];

/**
 * Last year's promises with what the writer says of them and where this year's text, its plan left
 * aside, may tell of them; asked about one draft after another, what stayed is not read again.
 */
export function createPromiseReviewer(base: Report): ReviewPromises {
  const promises = listPromises(base);
  if (promises.length === 0) return () => [];
  const suggest = createPlaceSuggester(promises, base);
  return (report, outcomes) => {
    const suggestions = suggest(report);
    return promises.map((promise, index) => ({
      promise,
      outcome: outcomes[promise.id] ?? null,
      suggestions: suggestions[index] ?? [],
    }));
  };
}

/** Last year's promises against one draft: see {@link createPromiseReviewer}. */
export function reviewPromises(
  base: Report,
  report: Report,
  outcomes: Readonly<Record<string, Outcome>>,
): readonly PromiseReview[] {
  return createPromiseReviewer(base)(report, outcomes);
}
