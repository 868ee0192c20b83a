import type { RollChange } from '../../../core/roll-forward/index.ts';
import { listReasons } from './words.ts';

/** Changes with one reason, in reading order. */
export interface ReasonGroup {
  readonly verdict: RollChange['verdict'];
  readonly reason: RollChange['reason'];
  readonly changes: readonly RollChange[];
}

/** Changes by reason, those of one verdict. */
export function groupByReason(
  changes: readonly RollChange[],
  verdict: RollChange['verdict'],
): readonly ReasonGroup[] {
  const own = Map.groupBy(
    changes.filter((change) => change.verdict === verdict),
    ({ reason }) => reason,
  );
  const order = listReasons(verdict);
  return [...own]
    .map(([reason, list]) => ({ verdict, reason, changes: list }))
    .toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
}
