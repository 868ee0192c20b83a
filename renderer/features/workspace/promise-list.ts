import type { Report } from '../../../core/model/index.ts';
import type { PlanPromise, PromiseReview } from '../../../core/promises/index.ts';
import { listPromises, type Outcome } from '../../../core/promises/index.ts';

/** Which of last year's promises are shown. */
export type PromiseFilter = 'all' | 'open' | 'unkept';

type Outcomes = Readonly<Record<string, Outcome>>;

/** How many promises there are, and what has been said of them. */
export interface PromiseCounts {
  readonly total: number;
  readonly answered: number;
  /** Answered as kept in part or not at all. */
  readonly unkept: number;
}

const isUnkept = (outcome: Outcome | undefined) =>
  outcome !== undefined && outcome.state !== 'done';

/** Counts the answers to `promises`. */
export function countPromises(promises: readonly PlanPromise[], outcomes: Outcomes): PromiseCounts {
  return {
    total: promises.length,
    answered: promises.filter(({ id }) => Object.hasOwn(outcomes, id)).length,
    unkept: promises.filter(({ id }) => isUnkept(outcomes[id])).length,
  };
}

/** “上年安排了 12 件事：已答 7，还有 5。” */
export function describeCounts({ total, answered }: PromiseCounts): string {
  if (answered === total) return `上年安排的 ${total} 件事，都有了交代。`;
  if (answered === 0) return `上年安排了 ${total} 件事，还都没有答。`;
  return `上年安排了 ${total} 件事：已答 ${answered}，还有 ${total - answered}。`;
}

/** The reviews of an analysis; before there is one, the promises alone. */
export function listReviews(
  base: Report,
  analysed: readonly PromiseReview[] | undefined,
): readonly PromiseReview[] {
  if (analysed && analysed.length > 0) return analysed;
  return listPromises(base).map((promise) => ({ promise, outcome: null, suggestions: [] }));
}

/** The promises to show, parted into those in hand and those that were answered before. */
export interface PromiseGroups {
  readonly inHand: readonly PromiseReview[];
  readonly folded: readonly PromiseReview[];
}

/**
 * Sorts reviews by a filter. What is in `folded` was answered before this visit and lies folded; an
 * answer given just now stays where it is, so that nothing moves under the writer's hand.
 */
export function groupPromises(
  reviews: readonly PromiseReview[],
  outcomes: Outcomes,
  options: { readonly filter: PromiseFilter; readonly folded: ReadonlySet<string> },
): PromiseGroups {
  const { filter, folded } = options;
  const isFolded = ({ promise: { id } }: PromiseReview) =>
    folded.has(id) && Object.hasOwn(outcomes, id);
  switch (filter) {
    case 'all':
      return {
        inHand: reviews.filter((review) => !isFolded(review)),
        folded: reviews.filter(isFolded),
      };
    case 'open':
      return { inHand: reviews.filter((review) => !isFolded(review)), folded: [] };
    case 'unkept':
      return {
        inHand: reviews.filter(({ promise }) => isUnkept(outcomes[promise.id])),
        folded: [],
      };
  }
}

/** True for reviews that a card shows alike: each analysis brings them as new objects. */
export function isSameReview(before: PromiseReview, after: PromiseReview): boolean {
  return (
    before.promise.id === after.promise.id &&
    before.suggestions.length === after.suggestions.length &&
    before.suggestions.every(({ blockId, quote }, index) => {
      const other = after.suggestions[index];
      return other?.blockId === blockId && other.quote === quote;
    })
  );
}
