import type { CheckItemResult, ItemState } from '../api/index.ts';
import { isSettled, lacksReason } from './progress.ts';

/** A question with how it stands. */
export interface Tallied {
  readonly item: { readonly required: boolean };
  readonly result: Pick<CheckItemResult, 'state' | 'reason'>;
}

/** How many questions stand how. Required ones count; the optional ones are counted beside them. */
export interface Tally {
  /** Required questions asked. */
  readonly total: number;
  /** Required questions that nothing more is to be written to. */
  readonly settled: number;
  /** Required questions by state; together they are `total`. */
  readonly byState: Readonly<Record<ItemState, number>>;
  /** Optional questions by state. */
  readonly optionalByState: Readonly<Record<ItemState, number>>;
  /** Optional questions asked. */
  readonly optional: number;
}

/** The state a question counts in: one said not to apply without a reason is unanswered still. */
export function standingOf(result: Tallied['result']): ItemState {
  return lacksReason(result) ? 'missing' : result.state;
}

function countStates(questions: readonly Tallied[]): Readonly<Record<ItemState, number>> {
  const counts = { answered: 0, partly: 0, missing: 0, notApplicable: 0 };
  for (const { result } of questions) counts[standingOf(result)] += 1;
  return counts;
}

/** Counts questions for every place that shows a number of them, so that all numbers are of one kind. */
export function tallyQuestions(questions: readonly Tallied[]): Tally {
  const required = questions.filter(({ item }) => item.required);
  const optional = questions.filter(({ item }) => !item.required);
  return {
    total: required.length,
    settled: required.filter(({ result }) => isSettled(result)).length,
    byState: countStates(required),
    optionalByState: countStates(optional),
    optional: optional.length,
  };
}
