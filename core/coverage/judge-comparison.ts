import type { CoverageState, Place } from '../api/index.ts';
import type { CheckItem } from '../packs/index.ts';
import type { Comparison } from '../shortcomings/index.ts';

/** What a report says to a question, and where. */
export interface Found {
  readonly found: CoverageState;
  readonly where: readonly Place[];
}

function grade(open: number, all: number): CoverageState {
  if (open === 0) return 'answered';
  return open < all ? 'partly' : 'missing';
}

/**
 * How a question with a judge of its own stands. Null for any other, and while the report names no
 * shortcoming to compare with: then its patterns decide.
 */
export function judgeComparison(
  judge: CheckItem['judge'],
  compared: Comparison | null,
): Found | null {
  if (!judge || !compared || compared.problems.length === 0) return null;
  const isPlan = judge === 'plan-answers-shortcomings';
  const open = isPlan ? compared.unanswered : compared.causeless;
  const found = grade(open.length, compared.problems.length);
  const where = isPlan ? compared.measures : compared.causes;
  return { found, where: found === 'missing' ? [] : where };
}
