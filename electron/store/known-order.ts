import type { Piece } from '../../core/model/index.ts';
import type { Store } from './open.ts';

/** A piece's place in its report. */
export interface Placed {
  readonly id: string;
  readonly kind: Piece['kind'];
}

interface Known {
  readonly revision: number;
  readonly placed: readonly Placed[];
}

const known = new WeakMap<Store, Map<string, Known>>();

/**
 * The pieces of a report in order. What the last save of this process left is remembered: it holds
 * as long as the revision does, since nothing moves a piece without raising it.
 * @param revision the revision that stands in the file, read in the same transaction
 */
export function readOrder(store: Store, reportId: string, revision: number): readonly Placed[] {
  const last = known.get(store)?.get(reportId);
  if (last?.revision === revision) return last.placed;
  return store
    .prepare<[string], Placed>(
      'SELECT id, kind FROM sections WHERE report_id = ? ORDER BY position',
    )
    .all(reportId);
}

/** Remembers the order a save has left, once it is durable. */
export function rememberOrder(
  store: Store,
  reportId: string,
  revision: number,
  placed: readonly Placed[],
): void {
  const reports = known.get(store) ?? new Map<string, Known>();
  known.set(store, reports.set(reportId, { revision, placed }));
}
