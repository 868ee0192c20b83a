import { parseStoredJson } from './errors.ts';
import type { Store } from './open.ts';

/** Every setting that was ever set, by key, as JSON values; the caller knows their shapes. */
export function readSettings(store: Store): Readonly<Record<string, unknown>> {
  const rows = store
    .prepare<[], { readonly key: string; readonly value: string }>(
      'SELECT key, value FROM settings',
    )
    .all();
  return Object.fromEntries(
    rows.map(({ key, value }) => [key, parseStoredJson(value, '有一项设置读不出来')]),
  );
}

/** Sets the settings that `change` names, all or none; undefined ones are left alone. */
export function writeSettings(store: Store, change: Readonly<Record<string, unknown>>): void {
  const write = store.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  store.transact(() => {
    for (const [key, value] of Object.entries(change)) {
      if (value !== undefined) write.run(key, JSON.stringify(value));
    }
  });
}
