import type { ReportStatus, ReportSummary } from '../../core/api/index.ts';
import type { Piece } from '../../core/model/index.ts';
import { parseStoredJson, StoredValueError } from './errors.ts';
import type { Store } from './open.ts';
import { encodePiece, insertPiece } from './pieces.ts';

/** What a new report begins with. `now` is an ISO instant in UTC. */
export interface NewReport {
  readonly id: string;
  readonly status: ReportStatus;
  readonly baseId: string | null;
  /** The snapshot of the base that it was rolled forward from; null or absent without a base. */
  readonly baseSnapshotId?: number | null;
  readonly templateId: string | null;
  /** Must be a report: ask core's `findPiecesFault` first. */
  readonly pieces: readonly Piece[];
  readonly now: string;
}

/** A report without its text. */
export interface StoredReport {
  readonly summary: ReportSummary;
  readonly revision: number;
  readonly baseId: string | null;
  /** The state of the base that it was rolled forward from; null without a base. */
  readonly baseSnapshotId: number | null;
  readonly templateId: string | null;
  readonly deletedAt: string | null;
}

interface ReportRow {
  readonly id: string;
  readonly revision: number;
  readonly status: ReportStatus;
  readonly characters: number;
  readonly updated_at: string;
  readonly deleted_at: string | null;
  readonly year: number;
  readonly issuers: string;
  readonly title: string;
  readonly template_id: string | null;
  readonly base_id: string | null;
  readonly base_snapshot_id: number | null;
  readonly base_year: number | null;
  readonly base_original_name: string | null;
  readonly created_at: string;
  readonly progress_answered: number | null;
  readonly progress_total: number | null;
  readonly original_name: string | null;
}

const selectReports = `
  SELECT r.*, b.year AS base_year, bo.name AS base_original_name, o.name AS original_name
  FROM reports r
  LEFT JOIN reports b ON b.id = r.base_id
  LEFT JOIN originals bo ON bo.report_id = r.base_id
  LEFT JOIN originals o ON o.report_id = r.id`;

function parseIssuers(json: string): readonly string[] {
  const words = '有一条单位名称读不出来';
  const value = parseStoredJson(json, words);
  if (Array.isArray(value)) return value.map(String);
  throw new StoredValueError(words);
}

function toProgress(answered: number | null, total: number | null): ReportSummary['progress'] {
  return answered === null || total === null ? null : { answered, total };
}

function toStoredReport(row: ReportRow): StoredReport {
  const { base_id: baseId, base_year: baseYear } = row;
  const summary: ReportSummary = {
    id: row.id,
    year: row.year,
    issuers: parseIssuers(row.issuers),
    title: row.title,
    status: row.status,
    base:
      baseId === null || baseYear === null
        ? null
        : { id: baseId, year: baseYear, originalName: row.base_original_name },
    originalName: row.original_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    characters: row.characters,
    progress: toProgress(row.progress_answered, row.progress_total),
  };
  return {
    summary,
    revision: row.revision,
    baseId,
    baseSnapshotId: row.base_snapshot_id,
    templateId: row.template_id,
    deletedAt: row.deleted_at,
  };
}

function insertReport(store: Store, report: NewReport, characters: number): void {
  const front = report.pieces.find((piece) => piece.kind === 'front');
  if (!front) throw new TypeError('a report begins with its front piece');
  const { id, status, now, templateId, baseId } = report;
  const issuers = JSON.stringify(front.issuers);
  store
    .prepare(
      `INSERT INTO reports (id, revision, status, characters, created_at, updated_at,
         year, issuers, title, template_id, base_id)
       VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, status, characters, now, now, front.year, issuers, front.title, templateId, baseId);
}

function pinBase(store: Store, reportId: string, snapshotId: number): void {
  store.prepare('UPDATE reports SET base_snapshot_id = ? WHERE id = ?').run(snapshotId, reportId);
}

/**
 * Adds a report at revision 1, in one transaction. Call it inside `store.transact` when more
 * belongs to it (an original, a snapshot).
 */
export function createReport(store: Store, report: NewReport): void {
  const stored = report.pieces.map(encodePiece);
  const characters = stored.reduce((sum, piece) => sum + piece.characters, 0);
  store.transact(() => {
    insertReport(store, report, characters);
    if (report.baseSnapshotId != null) pinBase(store, report.id, report.baseSnapshotId);
    stored.forEach((piece, position) => {
      insertPiece(store, report.id, position, piece);
    });
  });
}

/** Reports that were not removed: latest year first, then the latest touched. */
export function listReports(store: Store): readonly ReportSummary[] {
  return store
    .prepare<[], ReportRow>(
      `${selectReports} WHERE r.deleted_at IS NULL ORDER BY r.year DESC, r.updated_at DESC, r.id`,
    )
    .all()
    .map((row) => toStoredReport(row).summary);
}

/** Reports that were removed and can be brought back: the latest removed first. */
export function listRemovedReports(store: Store): readonly ReportSummary[] {
  return store
    .prepare<[], ReportRow>(
      `${selectReports} WHERE r.deleted_at IS NOT NULL ORDER BY r.deleted_at DESC, r.id`,
    )
    .all()
    .map((row) => toStoredReport(row).summary);
}

/** One report, removed ones too; null when it never was. */
export function getReport(store: Store, reportId: string): StoredReport | null {
  const row = store.prepare<[string], ReportRow>(`${selectReports} WHERE r.id = ?`).get(reportId);
  return row ? toStoredReport(row) : null;
}

/** Sets where a report stands. False when there is no such report. */
export function setStatus(
  store: Store,
  reportId: string,
  status: ReportStatus,
  now: string,
): boolean {
  return (
    store
      .prepare('UPDATE reports SET status = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL')
      .run(status, now, reportId).changes === 1
  );
}

/** Hides a report from the library; nothing of it is lost. False when there is no such report. */
export function removeReport(store: Store, reportId: string, now: string): boolean {
  return (
    store
      .prepare('UPDATE reports SET deleted_at = coalesce(deleted_at, ?) WHERE id = ?')
      .run(now, reportId).changes === 1
  );
}

/** Brings a removed report back. False when there is no such report. */
export function restoreReport(store: Store, reportId: string): boolean {
  return (
    store.prepare('UPDATE reports SET deleted_at = NULL WHERE id = ?').run(reportId).changes === 1
  );
}

/** A report's progress, and the revision of the text it was counted in. */
export interface CountedProgress {
  readonly answered: number;
  readonly total: number;
  readonly revision: number;
}

/** Keeps a report's progress for the library's list; writes nothing when it stands already. */
export function setProgress(store: Store, reportId: string, progress: CountedProgress): void {
  const { answered, total, revision } = progress;
  store
    .prepare(
      `UPDATE reports SET progress_answered = ?, progress_total = ?, progress_revision = ?
       WHERE id = ? AND (progress_answered IS NOT ? OR progress_total IS NOT ?
         OR progress_revision IS NOT ?)`,
    )
    .run(answered, total, revision, reportId, answered, total, revision);
}

/** Ids of reports that were saved since their progress was counted; removed ones left out. */
export function listOutdatedProgress(store: Store): readonly string[] {
  return store
    .prepare<[], { readonly id: string }>(
      `SELECT id FROM reports
       WHERE deleted_at IS NULL AND progress_total IS NOT NULL AND progress_revision IS NOT revision`,
    )
    .all()
    .map(({ id }) => id);
}
