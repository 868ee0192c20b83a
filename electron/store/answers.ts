import type { Answer } from '../../core/api/index.ts';
import type { Store } from './open.ts';

interface Row {
  readonly item_id: string;
  readonly state: Answer['state'];
  readonly reason: string;
}

/** What the writer said of check items, by item id. */
export function readAnswers(store: Store, reportId: string): Readonly<Record<string, Answer>> {
  const rows = store
    .prepare<[string], Row>(
      'SELECT item_id, state, reason FROM answers WHERE report_id = ? ORDER BY item_id',
    )
    .all(reportId);
  return Object.fromEntries(rows.map(({ item_id, state, reason }) => [item_id, { state, reason }]));
}

/** Keeps or, with null, takes back what the writer says of one check item. */
export function setAnswer(
  store: Store,
  said: {
    readonly reportId: string;
    readonly itemId: string;
    readonly answer: Answer | null;
  },
  now: string,
): void {
  const { reportId, itemId, answer } = said;
  if (answer === null) {
    store.prepare('DELETE FROM answers WHERE report_id = ? AND item_id = ?').run(reportId, itemId);
    return;
  }
  store
    .prepare(
      `INSERT INTO answers (report_id, item_id, state, reason, answered_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         state = excluded.state, reason = excluded.reason, answered_at = excluded.answered_at`,
    )
    .run(reportId, itemId, answer.state, answer.reason, now);
}
