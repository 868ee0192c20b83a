import type { Piece } from '../../core/model/index.ts';
import type { Store } from './open.ts';
import { decodePiece } from './pieces.ts';

/** Why a snapshot was taken. */
export type SnapshotReason =
  | 'import'
  | 'roll-forward'
  /** Last year's report, for a draft that was rolled forward from it. */
  | 'base'
  | 'export'
  | 'before-overwrite'
  | 'before-restore'
  | 'time';

/**
 * A restorable state of a report. One that a draft names as its `baseSnapshotId` can not be deleted:
 * the database refuses it.
 */
export interface Snapshot {
  readonly id: number;
  readonly reason: SnapshotReason;
  readonly revision: number;
  /** ISO instant in UTC. */
  readonly takenAt: string;
}

const insertSnapshot = `
  INSERT INTO snapshots (report_id, reason, revision, taken_at)
  SELECT id, ?, revision, ? FROM reports WHERE id = ?`;

const insertNewContents = `
  INSERT INTO snapshot_contents (hash, content)
  SELECT hash, content FROM sections s WHERE report_id = ?
    AND NOT EXISTS (SELECT 1 FROM snapshot_contents c WHERE c.hash = s.hash)
  GROUP BY hash`;

const insertOrder = `
  INSERT INTO snapshot_pieces (snapshot_id, position, hash)
  SELECT ?, position, hash FROM sections WHERE report_id = ?`;

/**
 * Keeps the report's present state and gives the snapshot's id. Contents are kept by the hash of
 * a piece's JSON, so that a piece that did not change since any other snapshot costs nothing.
 */
export function takeSnapshot(
  store: Store,
  reportId: string,
  reason: SnapshotReason,
  now: string,
): number {
  return store.transact(() => {
    const { lastInsertRowid } = store.prepare(insertSnapshot).run(reason, now, reportId);
    store.prepare(insertNewContents).run(reportId);
    store.prepare(insertOrder).run(lastInsertRowid, reportId);
    return Number(lastInsertRowid);
  });
}

/** The snapshots of a report, first taken first. */
export function listSnapshots(store: Store, reportId: string): readonly Snapshot[] {
  return store
    .prepare<[string], Snapshot>(
      `SELECT id, reason, revision, taken_at AS takenAt FROM snapshots
       WHERE report_id = ? ORDER BY id`,
    )
    .all(reportId);
}

/** The pieces of a snapshot in order; none when there is no such snapshot. */
export function readSnapshot(store: Store, snapshotId: number): readonly Piece[] {
  return store
    .prepare<[number], { readonly content: string }>(
      `SELECT c.content FROM snapshot_pieces p JOIN snapshot_contents c ON c.hash = p.hash
       WHERE p.snapshot_id = ? ORDER BY p.position`,
    )
    .all(snapshotId)
    .map(({ content }) => decodePiece(content));
}
