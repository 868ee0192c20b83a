import type { AnswerState } from '../../core/api/index.ts';
import type { Store } from './open.ts';

/** What the writer said of check items, by item id. */
export function readAnswers(store: Store, reportId: string): Readonly<Record<string, AnswerState>> {
  const rows = store
    .prepare<[string], { readonly item_id: string; readonly state: AnswerState }>(
      'SELECT item_id, state FROM answers WHERE report_id = ? ORDER BY item_id',
    )
    .all(reportId);
  return Object.fromEntries(rows.map(({ item_id, state }) => [item_id, state]));
}

/** Keeps or, with null, takes back what the writer says of one check item. */
export function setAnswer(
  store: Store,
  answer: {
    readonly reportId: string;
    readonly itemId: string;
    readonly state: AnswerState | null;
  },
  now: string,
): void {
  const { reportId, itemId, state } = answer;
  if (state === null) {
    store.prepare('DELETE FROM answers WHERE report_id = ? AND item_id = ?').run(reportId, itemId);
    return;
  }
  store
    .prepare(
      `INSERT INTO answers (report_id, item_id, state, answered_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, answered_at = excluded.answered_at`,
    )
    .run(reportId, itemId, state, now);
}
