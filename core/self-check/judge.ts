import { countOpen, type OpenRow, unreadBasis } from './list-open.ts';
import type { SelfCheck } from './self-check.ts';

const say = (rows: readonly OpenRow[]) => countOpen(rows).map(({ text }) => text);

/** What does not keep a report from being filed, in words. A question is soft only for its source. */
function saySoft(rows: readonly OpenRow[]): string {
  return countOpen(rows)
    .map(({ kind, text }) => (kind === 'missing' ? `${text}（${unreadBasis}）` : text))
    .join('、');
}

/** Whether a report may be filed, and the sentence that says so. `total` counts its required questions. */
export function judgeFiling(
  rows: readonly OpenRow[],
  total: number,
): Pick<SelfCheck, 'canFile' | 'verdict'> {
  const blocking = rows.filter(({ isBlocking }) => isBlocking);
  const soft = saySoft(rows.filter(({ isBlocking }) => !isBlocking));
  if (blocking.length > 0) {
    const rest = soft === '' ? '。' : `；另有${soft}，请一并斟酌。`;
    return { canFile: false, verdict: `还不能报送：${say(blocking).join('、')}，请先办完${rest}` };
  }
  if (soft !== '') {
    return { canFile: true, verdict: `可以报送；还有${soft}，报送前请再看一遍。` };
  }
  return { canFile: true, verdict: `可以报送：必答 ${total} 项都有了着落，没有未了的事项。` };
}
