import type { Store } from './open.ts';

/** Keys of the 待更新 chips of a report that the writer confirmed. */
export function readConfirmations(store: Store, reportId: string): readonly string[] {
  return store
    .prepare<[string], { readonly key: string }>(
      'SELECT key FROM confirmations WHERE report_id = ? ORDER BY key',
    )
    .all(reportId)
    .map(({ key }) => key);
}

/** Keeps or takes back confirmations, all or none. */
export function setConfirmations(
  store: Store,
  change: {
    readonly reportId: string;
    readonly keys: readonly string[];
    readonly confirmed: boolean;
  },
  now: string,
): void {
  const { reportId, keys, confirmed } = change;
  const add = store.prepare<[string, string, string]>(
    `INSERT INTO confirmations (report_id, key, confirmed_at) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const remove = store.prepare<[string, string]>(
    'DELETE FROM confirmations WHERE report_id = ? AND key = ?',
  );
  store.transact(() => {
    for (const key of keys) {
      if (confirmed) add.run(reportId, key, now);
      else remove.run(reportId, key);
    }
  });
}
