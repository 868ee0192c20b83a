import { parseStoredJson } from './errors.ts';
import type { Store } from './open.ts';

/** A recorded 保密审查. The caller knows what its conclusion may be. */
export interface StoredReview {
  readonly id: number;
  readonly reviewer: string;
  /** ISO day. */
  readonly reviewedOn: string;
  readonly conclusion: string;
  readonly basis: string;
  /** Of the words that were reviewed. */
  readonly contentHash: string;
  /** ISO instant. */
  readonly recordedAt: string;
  /** ISO instant; null while it stands. */
  readonly withdrawnAt: string | null;
}

/** What was decided of the public copy of a report, by the key of the hit. The caller knows its shape. */
export function readDisclosureDecisions(
  store: Store,
  reportId: string,
): Readonly<Record<string, unknown>> {
  const rows = store
    .prepare<[string], { readonly key: string; readonly value: string }>(
      'SELECT key, value FROM disclosure_decisions WHERE report_id = ?',
    )
    .all(reportId);
  return Object.fromEntries(
    rows.map(({ key, value }) => [key, parseStoredJson(value, '公开审查的决定读不出来')]),
  );
}

/** Keeps one decision in place of what was decided before; null takes it back. */
export function setDisclosureDecision(
  store: Store,
  change: { readonly reportId: string; readonly key: string; readonly value: unknown },
  now: string,
): void {
  const { reportId, key, value } = change;
  if (value === null) {
    store
      .prepare('DELETE FROM disclosure_decisions WHERE report_id = ? AND key = ?')
      .run(reportId, key);
    return;
  }
  store
    .prepare(
      `INSERT INTO disclosure_decisions (report_id, key, value, decided_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, decided_at = excluded.decided_at`,
    )
    .run(reportId, key, JSON.stringify(value), now);
}

/** Every 保密审查 of a report, those that were withdrawn too, the oldest first. */
export function listDisclosureReviews(store: Store, reportId: string): readonly StoredReview[] {
  return store
    .prepare<[string], StoredReview>(
      `SELECT id, reviewer, reviewed_on AS reviewedOn, conclusion, basis,
         content_hash AS contentHash, recorded_at AS recordedAt, withdrawn_at AS withdrawnAt
       FROM disclosure_reviews WHERE report_id = ? ORDER BY id`,
    )
    .all(reportId);
}

/** Adds a 保密审查; those before it stay as they are. */
export function addDisclosureReview(
  store: Store,
  reportId: string,
  review: Omit<StoredReview, 'id' | 'recordedAt' | 'withdrawnAt'>,
  now: string,
): void {
  const { reviewer, reviewedOn, conclusion, basis, contentHash } = review;
  store
    .prepare(
      `INSERT INTO disclosure_reviews
         (report_id, reviewer, reviewed_on, conclusion, basis, content_hash, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(reportId, reviewer, reviewedOn, conclusion, basis, contentHash, now);
}

/** Notes that the records of a report do not stand any more; none is deleted. */
export function withdrawDisclosureReviews(store: Store, reportId: string, now: string): void {
  store
    .prepare(
      'UPDATE disclosure_reviews SET withdrawn_at = ? WHERE report_id = ? AND withdrawn_at IS NULL',
    )
    .run(now, reportId);
}
