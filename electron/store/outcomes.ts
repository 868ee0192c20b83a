import type { Outcome } from '../../core/promises/index.ts';
import type { Store } from './open.ts';

interface OutcomeRow {
  readonly promise_id: string;
  readonly state: Outcome['state'];
  readonly block_id: string | null;
  readonly note: string;
}

/** What the writer said of last year's promises, by promise id. */
export function readOutcomes(store: Store, reportId: string): Readonly<Record<string, Outcome>> {
  const rows = store
    .prepare<[string], OutcomeRow>(
      `SELECT promise_id, state, block_id, note FROM outcomes
       WHERE report_id = ? ORDER BY promise_id`,
    )
    .all(reportId);
  return Object.fromEntries(
    rows.map(({ promise_id, state, block_id, note }) => [
      promise_id,
      { state, note, blockId: block_id },
    ]),
  );
}

/** Keeps or, with null, takes back what the writer says of one promise. */
export function setOutcome(
  store: Store,
  answer: {
    readonly reportId: string;
    readonly promiseId: string;
    readonly outcome: Outcome | null;
  },
  now: string,
): void {
  const { reportId, promiseId, outcome } = answer;
  if (outcome === null) {
    store
      .prepare('DELETE FROM outcomes WHERE report_id = ? AND promise_id = ?')
      .run(reportId, promiseId);
    return;
  }
  const { state, note, blockId } = outcome;
  store
    .prepare(
      `INSERT INTO outcomes (report_id, promise_id, state, block_id, answered_at, note)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, block_id = excluded.block_id,
         answered_at = excluded.answered_at, note = excluded.note`,
    )
    .run(reportId, promiseId, state, blockId, now, note);
}
