import type { Report } from '../model/index.ts';
import { listPromises } from './list-promises.ts';
import type { Outcome, PromiseReview } from './promise.ts';
import { listTellingSentences, suggestPlaces } from './suggest-places.ts';

/**
 * Last year's promises with what the writer says of them and where this year's text, its plan left
 * aside, may tell of them.
 */
export function reviewPromises(
  base: Report,
  report: Report,
  outcomes: Readonly<Record<string, Outcome>>,
): readonly PromiseReview[] {
  const promises = listPromises(base);
  if (promises.length === 0) return [];
  const suggestions = suggestPlaces(
    promises,
    listTellingSentences(base),
    listTellingSentences(report),
  );
  return promises.map((promise, index) => ({
    promise,
    outcome: outcomes[promise.id] ?? null,
    suggestions: suggestions[index] ?? [],
  }));
}
