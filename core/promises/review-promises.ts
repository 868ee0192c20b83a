import type { Report } from '../model/index.ts';
import { listPromises } from './list-promises.ts';
import type { Outcome, PromiseReview } from './promise.ts';

/** Last year's promises with what the writer says of them and where this year's text may tell of them. */
export function reviewPromises(
  base: Report,
  _report: Report,
  outcomes: Readonly<Record<string, Outcome>>,
): readonly PromiseReview[] {
  return listPromises(base).map((promise) => ({
    promise,
    outcome: outcomes[promise.id] ?? null,
    suggestions: [],
  }));
}
