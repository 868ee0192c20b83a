import { hash } from 'node:crypto';
import {
  LISTED_TEXT_CHARACTERS,
  type Material,
  type MaterialChange,
  type MaterialFacts,
} from '../../core/materials/index.ts';
import { parseStoredJson, StoredValueError } from './errors.ts';
import type { Store } from './open.ts';

/** A material to keep. Its facts are kept as they are: ask core's `materialFactsSchema` first. */
export interface NewMaterial {
  readonly id: string;
  readonly kind: Material['kind'];
  readonly facts: MaterialFacts;
  /** Kept byte for byte, once for equal bytes; absent for a note. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** The file of a material as it came. */
export interface MaterialFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface MaterialRow {
  readonly id: string;
  readonly year: number;
  readonly kind: Material['kind'];
  readonly title: string;
  readonly text: string;
  readonly text_length: number;
  readonly happened_on: string | null;
  readonly department: string;
  readonly file_name: string | null;
  readonly file_size: number | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly item_ids: string;
  readonly used_in: string;
}

const selectMaterials = (text: string) => `
  SELECT m.id, m.year, m.kind, m.title, ${text} AS text, length(m.text) AS text_length,
    m.happened_on, m.department, m.file_name, length(f.bytes) AS file_size,
    m.created_at, m.updated_at,
    (SELECT json_group_array(item_id) FROM material_tags WHERE material_id = m.id) AS item_ids,
    (SELECT json_group_array(report_id) FROM material_uses WHERE material_id = m.id) AS used_in
  FROM materials m LEFT JOIN material_files f ON f.sha256 = m.file_sha256`;
const wholeText = selectMaterials('m.text');
const beginningOfText = selectMaterials(`substr(m.text, 1, ${LISTED_TEXT_CHARACTERS})`);

function parseIds(json: string): readonly string[] {
  const words = '有一份素材的标签读不出来';
  const value = parseStoredJson(json, words);
  if (Array.isArray(value)) return value.map(String);
  throw new StoredValueError(words);
}

function toMaterial(row: MaterialRow): Material {
  return {
    id: row.id,
    year: row.year,
    kind: row.kind,
    title: row.title,
    text: row.text,
    textLength: row.text_length,
    happenedOn: row.happened_on,
    department: row.department,
    itemIds: parseIds(row.item_ids),
    fileName: row.file_name,
    fileSize: row.file_size,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    usedIn: parseIds(row.used_in),
  };
}

/** SQLite's functions take a text to end at a NUL: what stands behind it would be out of sight. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function keepFile(store: Store, bytes: Uint8Array): string {
  const sha256 = hash('sha256', bytes, 'hex');
  store
    .prepare('INSERT INTO material_files (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(sha256, bytes);
  return sha256;
}

function setTags(store: Store, materialId: string, itemIds: readonly string[]): void {
  store.prepare('DELETE FROM material_tags WHERE material_id = ?').run(materialId);
  const insert = store.prepare('INSERT INTO material_tags (material_id, item_id) VALUES (?, ?)');
  for (const itemId of new Set(itemIds)) insert.run(materialId, itemId);
}

/**
 * Keeps a material with its tags and its file, in one transaction; inside one that is open it is
 * part of that. `now` is an ISO instant in UTC. The department, the title and the text are kept as
 * they are told, without NUL.
 */
export function addMaterial(store: Store, material: NewMaterial, now: string): void {
  const { id, kind, facts, file } = material;
  store.transact(() => {
    const sha256 = file ? keepFile(store, file.bytes) : null;
    const { year, title, text, happenedOn, department } = facts;
    store
      .prepare(
        `INSERT INTO materials (id, year, kind, title, text, happened_on, department, file_name,
           file_sha256, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        year,
        kind,
        withoutNul(title),
        withoutNul(text),
        happenedOn,
        withoutNul(department),
        file?.name ?? null,
        sha256,
        now,
        now,
      );
    setTags(store, id, facts.itemIds);
  });
}

/** A material that was not removed, with the whole of its text; null when there is none. */
export function getMaterial(store: Store, materialId: string): Material | null {
  const row = store
    .prepare<[string], MaterialRow>(`${wholeText} WHERE m.id = ? AND m.deleted_at IS NULL`)
    .get(materialId);
  return row ? toMaterial(row) : null;
}

/**
 * The materials of a report year, the latest first, each with the first
 * {@link LISTED_TEXT_CHARACTERS} of its text; with `search`, those that hold these very words in
 * their title, text, department or file name, wherever they stand.
 */
export function listMaterials(store: Store, year: number, search = ''): readonly Material[] {
  const words = search.trim();
  return store
    .prepare<[number, string, string], MaterialRow>(
      `${beginningOfText}
       WHERE m.year = ? AND m.deleted_at IS NULL AND (? = '' OR instr(
         lower(m.title || char(10) || m.text || char(10) || m.department || char(10)
           || coalesce(m.file_name, '')), lower(?)) > 0)
       ORDER BY coalesce(m.happened_on, substr(m.created_at, 1, 10)) DESC, m.created_at DESC, m.id`,
    )
    .all(year, words, words)
    .map(toMaterial);
}

/** Changes what `change` names of a material. False when there is none or it was removed. */
export function changeMaterial(
  store: Store,
  materialId: string,
  change: MaterialChange,
  now: string,
): boolean {
  return store.transact(() => {
    const known = getMaterial(store, materialId);
    if (!known) return false;
    const {
      year = known.year,
      title = known.title,
      text = known.text,
      happenedOn = known.happenedOn,
      department = known.department,
    } = change;
    store
      .prepare(
        `UPDATE materials SET year = ?, title = ?, text = ?, happened_on = ?, department = ?,
           updated_at = ? WHERE id = ?`,
      )
      .run(
        year,
        withoutNul(title),
        withoutNul(text),
        happenedOn,
        withoutNul(department),
        now,
        materialId,
      );
    if (change.itemIds) setTags(store, materialId, change.itemIds);
    return true;
  });
}

/** Hides a material. False when there is none; one that is hidden stays so. */
export function removeMaterial(store: Store, materialId: string, now: string): boolean {
  const { changes } = store
    .prepare('UPDATE materials SET deleted_at = coalesce(deleted_at, ?) WHERE id = ?')
    .run(now, materialId);
  return changes > 0;
}

/** Brings a hidden material back. False when there never was one. */
export function restoreMaterial(store: Store, materialId: string): boolean {
  const { changes } = store
    .prepare('UPDATE materials SET deleted_at = NULL WHERE id = ?')
    .run(materialId);
  return changes > 0;
}

/**
 * The file of a material that was not removed; null when it has none. Throws `StoredValueError`
 * when its bytes are not those that were kept.
 */
export function readMaterialFile(store: Store, materialId: string): MaterialFile | null {
  const kept = store
    .prepare<[string], MaterialFile & { readonly sha256: string }>(
      `SELECT m.file_name AS name, f.bytes, f.sha256 FROM materials m
       JOIN material_files f ON f.sha256 = m.file_sha256
       WHERE m.id = ? AND m.deleted_at IS NULL`,
    )
    .get(materialId);
  if (!kept) return null;
  const { name, bytes, sha256 } = kept;
  if (hash('sha256', bytes, 'hex') === sha256) return { name, bytes };
  throw new StoredValueError('有一份素材的文件不完整');
}

/** Says that a material was used in a report, or takes that back. */
export function setMaterialUse(
  store: Store,
  use: { readonly materialId: string; readonly reportId: string; readonly used: boolean },
  now: string,
): void {
  const { materialId, reportId, used } = use;
  if (!used) {
    store
      .prepare('DELETE FROM material_uses WHERE material_id = ? AND report_id = ?')
      .run(materialId, reportId);
    return;
  }
  store
    .prepare(
      `INSERT INTO material_uses (material_id, report_id, used_at) VALUES (?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(materialId, reportId, now);
}
