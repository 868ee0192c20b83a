import { parseStoredJson } from './errors.ts';
import type { Store } from './open.ts';

/** How a report is filed, as it was stored; null where nothing was chosen. The caller knows its shape. */
export function readFiling(store: Store, reportId: string): unknown {
  const row = store
    .prepare<[string], { readonly value: string }>('SELECT value FROM filings WHERE report_id = ?')
    .get(reportId);
  return row ? parseStoredJson(row.value, '报送设置读不出来') : null;
}

/** Keeps how a report is filed. */
export function saveFiling(store: Store, reportId: string, value: unknown, now: string): void {
  store
    .prepare(
      `INSERT INTO filings (report_id, value, updated_at) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    )
    .run(reportId, JSON.stringify(value), now);
}
