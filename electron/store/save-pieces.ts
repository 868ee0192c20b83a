import { type ApiError, fail, ok, type Result } from '../../core/api/index.ts';
import { findPiecesFault, type Piece, type PiecesFault } from '../../core/model/index.ts';
import { type Placed, readOrder, rememberOrder } from './known-order.ts';
import type { Store } from './open.ts';
import { encodePiece, insertPiece, type StoredPiece } from './pieces.ts';
import { takeSnapshot } from './snapshots.ts';

/** One save: the pieces that changed, and the ids of all pieces in order. */
export interface PieceSave {
  readonly reportId: string;
  readonly baseRevision: number;
  readonly changed: readonly Piece[];
  readonly order: readonly string[];
  /** True where this takes the place of what somebody else saved: that is kept as a snapshot. */
  readonly overwrite?: boolean | undefined;
  /** ISO instant in UTC. */
  readonly now: string;
}

/** Why a save was refused; nothing was written then. */
export type SaveError = Extract<
  ApiError,
  {
    readonly code: 'report/not-found' | 'report/read-only' | 'report/conflict' | 'report/malformed';
  }
>;

/** A fault of a draft's structure in words. */
const faultWords: Readonly<Record<PiecesFault, string>> = {
  'front-missing': '缺少开头',
  'closing-missing': '缺少落款',
  'section-without-part': '有一条不属于任何部分',
  'repeated-id': '有两段用了同一个编号',
};

const malformed = (detail: string): Result<never, SaveError> =>
  fail({ code: 'report/malformed', detail });

/**
 * What keeps pieces from being kept, in words; null when nothing does. Half a character in an id is
 * another one once it is stored, so that the piece would not be found under it again.
 */
export function findKeepingFault(placed: readonly Placed[]): string | null {
  const fault = findOrderFault(placed);
  if (fault) return faultWords[fault];
  return placed.every(({ id }) => id.isWellFormed()) ? null : '有一段的编号不合规则';
}

/**
 * `findPiecesFault` asked of ids and kinds alone: it looks at nothing else of a piece, and
 * reading every piece's text for it would cost more than the save.
 */
function findOrderFault(placed: readonly Placed[]): PiecesFault | null {
  return findPiecesFault(placed as readonly Piece[]);
}

function placeOrder(
  save: PieceSave,
  before: readonly Placed[],
): Result<readonly Placed[], SaveError> {
  const kinds = new Map<string, Piece['kind']>(before.map(({ id, kind }) => [id, kind]));
  const changedIds = new Set(save.changed.map(({ id }) => id));
  if (changedIds.size !== save.changed.length) return malformed('同一段改动送来了两次');
  const ordered = new Set(save.order);
  for (const { id, kind } of save.changed) {
    if (!ordered.has(id)) return malformed('有一段改动不在目录里');
    kinds.set(id, kind);
  }
  const placed: Placed[] = [];
  for (const id of save.order) {
    const kind = kinds.get(id);
    if (!kind) return malformed('目录里有一段没有内容');
    placed.push({ id, kind });
  }
  const fault = findKeepingFault(placed);
  return fault === null ? ok(placed) : malformed(fault);
}

interface StoredSize {
  readonly rowid: number;
  readonly kind: Piece['kind'];
  readonly characters: number;
}

/** Writes one changed piece and gives by how many characters the report grew. */
function writePiece(store: Store, reportId: string, piece: StoredPiece, position: number): number {
  const before = store
    .prepare<[string, string], StoredSize>(
      'SELECT rowid, kind, characters FROM sections WHERE report_id = ? AND id = ?',
    )
    .get(reportId, piece.id);
  if (!before) {
    insertPiece(store, reportId, position, piece);
    return piece.characters;
  }
  store
    .prepare('UPDATE sections SET characters = ?, hash = ?, content = ? WHERE rowid = ?')
    .run(piece.characters, piece.hash, piece.content, before.rowid);
  // the kind stands in an index: writing it again at every save would cost a page more
  if (before.kind !== piece.kind) {
    store.prepare('UPDATE sections SET kind = ? WHERE rowid = ?').run(piece.kind, before.rowid);
  }
  return piece.characters - before.characters;
}

/** Removes pieces that `order` no longer names; gives by how many characters the report grew. */
function removePieces(store: Store, reportId: string, ids: readonly string[]): number {
  const remove = store.prepare<[string, string], { readonly characters: number }>(
    'DELETE FROM sections WHERE report_id = ? AND id = ? RETURNING characters',
  );
  return ids.reduce((sum, id) => sum - (remove.get(reportId, id)?.characters ?? 0), 0);
}

function writePositions(
  store: Store,
  reportId: string,
  before: readonly Placed[],
  placed: readonly Placed[],
): void {
  const move = store.prepare('UPDATE sections SET position = ? WHERE report_id = ? AND id = ?');
  placed.forEach(({ id }, position) => {
    if (before[position]?.id !== id) move.run(position, reportId, id);
  });
}

function writeReportRow(store: Store, save: PieceSave, growth: number): void {
  store
    .prepare(
      `UPDATE reports SET revision = revision + 1, characters = characters + ?, updated_at = ?
       WHERE id = ?`,
    )
    .run(growth, save.now, save.reportId);
  const front = save.changed.find((piece) => piece.kind === 'front');
  if (!front) return;
  store
    .prepare('UPDATE reports SET year = ?, issuers = ?, title = ? WHERE id = ?')
    .run(front.year, JSON.stringify(front.issuers), front.title, save.reportId);
}

/** True when a save neither adds nor removes nor moves a piece, as nearly every one. */
function keepsOrder(save: PieceSave, before: readonly Placed[]): boolean {
  const kinds = new Map(save.changed.map(({ id, kind }) => [id, kind]));
  return (
    kinds.size === save.changed.length &&
    save.order.length === before.length &&
    before.every(({ id, kind }, index) => {
      const changed = kinds.get(id);
      kinds.delete(id);
      return save.order[index] === id && (changed === undefined || changed === kind);
    }) &&
    kinds.size === 0
  );
}

function applyOrder(
  store: Store,
  save: PieceSave,
  before: readonly Placed[],
  placed: readonly Placed[],
  stored: readonly StoredPiece[],
): number {
  const positions = new Map(placed.map(({ id }, position) => [id, position]));
  const removed = before.filter(({ id }) => !positions.has(id)).map(({ id }) => id);
  let growth = removePieces(store, save.reportId, removed);
  for (const piece of stored) {
    growth += writePiece(store, save.reportId, piece, positions.get(piece.id) ?? 0);
  }
  writePositions(store, save.reportId, before, placed);
  return growth;
}

/** Writes a save that may be written and gives the order it leaves. */
function applySave(
  store: Store,
  save: PieceSave,
  stored: readonly StoredPiece[],
): Result<readonly Placed[], SaveError> {
  const before = readOrder(store, save.reportId, save.baseRevision);
  const inPlace = keepsOrder(save, before);
  const placed = inPlace ? ok(before) : placeOrder(save, before);
  if (!placed.ok) return placed;
  if (save.overwrite) takeSnapshot(store, save.reportId, 'before-overwrite', save.now);
  const growth = inPlace
    ? stored.reduce((sum, piece) => sum + writePiece(store, save.reportId, piece, 0), 0)
    : applyOrder(store, save, before, placed.value, stored);
  writeReportRow(store, save, growth);
  return placed;
}

function findRefusal(store: Store, save: PieceSave): SaveError | null {
  const { reportId } = save;
  const row = store
    .prepare<[string], { readonly revision: number; readonly status: string }>(
      'SELECT revision, status FROM reports WHERE id = ? AND deleted_at IS NULL',
    )
    .get(reportId);
  if (!row) return { code: 'report/not-found', reportId };
  if (row.status !== 'writing') return { code: 'report/read-only', status: row.status };
  if (row.revision !== save.baseRevision) {
    return { code: 'report/conflict', revision: row.revision };
  }
  return null;
}

/**
 * Saves the pieces that changed and the order of all, in one immediate transaction, and gives the
 * new revision. Pieces that `order` does not name are removed. With `overwrite` the state before is
 * kept in the same transaction as a snapshot, `before-overwrite`. Nothing is written on
 * `report/not-found` (also when removed), `report/read-only`, `report/conflict` (with the revision
 * that stands) or `report/malformed` (the resulting list would be no report).
 */
export function savePieces(store: Store, save: PieceSave): Result<number, SaveError> {
  const stored = save.changed.map(encodePiece);
  const applied = store.transact(() => {
    const refusal = findRefusal(store, save);
    return refusal ? fail(refusal) : applySave(store, save, stored);
  });
  if (!applied.ok) return applied;
  const revision = save.baseRevision + 1;
  rememberOrder(store, save.reportId, revision, applied.value);
  return ok(revision);
}
