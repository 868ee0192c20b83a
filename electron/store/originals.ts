import { hash } from 'node:crypto';
import { StoredValueError } from './errors.ts';
import type { Store } from './open.ts';

/** The file a report was imported from, untouched. */
export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly sha256: string;
}

/** Keeps the untouched original of an imported report; a report has one. */
export function keepOriginal(
  store: Store,
  reportId: string,
  original: Omit<Original, 'sha256'>,
  now: string,
): void {
  store
    .prepare(
      'INSERT INTO originals (report_id, name, sha256, kept_at, bytes) VALUES (?, ?, ?, ?, ?)',
    )
    .run(reportId, original.name, hash('sha256', original.bytes, 'hex'), now, original.bytes);
}

/**
 * The original of an imported report; null when it was begun here. Throws `StoredValueError` when
 * its bytes are not those that were kept.
 */
export function readOriginal(store: Store, reportId: string): Original | null {
  const original = store
    .prepare<[string], Original>('SELECT name, bytes, sha256 FROM originals WHERE report_id = ?')
    .get(reportId);
  if (!original) return null;
  if (hash('sha256', original.bytes, 'hex') === original.sha256) return original;
  throw new StoredValueError('导入时的原件不完整');
}
