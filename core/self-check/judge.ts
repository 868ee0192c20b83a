import { countOpen, type OpenRow } from './list-open.ts';
import type { SelfCheck } from './self-check.ts';

const say = (rows: readonly OpenRow[]) =>
  countOpen(rows)
    .map(({ text }) => text)
    .join('、');

/** Whether a report may be filed, and the sentence that says so. `total` counts its required questions. */
export function judgeFiling(
  rows: readonly OpenRow[],
  total: number,
): Pick<SelfCheck, 'canFile' | 'verdict'> {
  const blocking = rows.filter(({ isBlocking }) => isBlocking);
  if (blocking.length > 0) {
    return { canFile: false, verdict: `还不能报送：${say(blocking)}，请先办完。` };
  }
  if (rows.length > 0) {
    return { canFile: true, verdict: `可以报送；${say(rows)}，报送前请再看一遍。` };
  }
  return { canFile: true, verdict: `可以报送：必答 ${total} 项都有了着落，没有未了的事项。` };
}
