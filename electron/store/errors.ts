import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { ApiError } from '../../core/api/index.ts';
import {
  describeSystemError,
  isDiskFull,
  type SystemError,
  toSystemError,
} from './system-error.ts';

/** Errors that the store itself may give. */
export type StoreError = Extract<ApiError, { readonly code: `store/${string}` }>;

/**
 * Thrown where a stored value is not what this version wrote: mapped to `store/damaged`. Its
 * message is words for the person.
 */
export class StoredValueError extends Error {
  override readonly name = 'StoredValueError';
}

/** The value of stored JSON. Throws `StoredValueError` with `words` when it is none. */
export function parseStoredJson(json: string, words: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StoredValueError(words);
  }
}

type StoreErrorCode = Exclude<StoreError['code'], 'store/newer'>;
type Meaning = readonly [StoreErrorCode, words: string];

const noRight: Meaning = ['store/unwritable', '没有写入权限'];
const diskError: Meaning = ['store/unwritable', '磁盘读写出错'];
const full: Meaning = ['store/full', ''];
const busy: Meaning = ['store/busy', ''];

/** SQLite's primary result codes; extended codes (`SQLITE_IOERR_WRITE`) share their prefix. */
const bySqliteCode: readonly (readonly [prefix: string, Meaning])[] = [
  ['SQLITE_FULL', full],
  ['SQLITE_READONLY', noRight],
  ['SQLITE_PERM', noRight],
  ['SQLITE_CANTOPEN', ['store/unwritable', '文件打不开']],
  ['SQLITE_IOERR', diskError],
  ['SQLITE_BUSY', busy],
  ['SQLITE_LOCKED', busy],
  ['SQLITE_PROTOCOL', busy],
  ['SQLITE_CORRUPT', ['store/damaged', '文件内容不完整']],
  ['SQLITE_NOTADB', ['store/damaged', '不是数据库文件']],
];

/** Less than SQLite needs for the smallest write: a page of text and one of its index. */
const NO_ROOM_BYTES = 64 * 1024;

/** SQLite reports a disk too full for its index of the log (-shm) as a plain reading error. */
function hasNoRoom(folder: string): boolean {
  if (!fs.existsSync(folder)) return false;
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize < NO_ROOM_BYTES;
}

function buildError([code, words]: Meaning, file: string): StoreError {
  if (code === 'store/damaged') return { code, file, detail: words };
  if (code === 'store/unwritable') return { code, file, reason: words };
  return { code, file };
}

function toMeaning(refused: SystemError): Meaning | null {
  if (isDiskFull(refused)) return full;
  if (refused.code === 'EBUSY') return busy;
  const words = describeSystemError(refused, 'write');
  return words === null ? null : ['store/unwritable', words];
}

/**
 * What an error thrown by SQLite or the file system means to the person: `store/full`,
 * `store/unwritable`, `store/busy` or `store/damaged`; null when it is none of them but a bug.
 * `reason` and `detail` are words for the person, never text of a document.
 */
export function toStoreError(error: unknown, file: string): StoreError | null {
  if (error instanceof StoredValueError) {
    return buildError(['store/damaged', error.message], file);
  }
  if (error instanceof Database.SqliteError) {
    const found = bySqliteCode.find(([prefix]) => error.code.startsWith(prefix));
    if (!found) return null;
    const isFull = found[1] === diskError && hasNoRoom(path.dirname(file));
    return buildError(isFull ? full : found[1], file);
  }
  const refused = toSystemError(error);
  const meaning = refused && toMeaning(refused);
  return meaning && buildError(meaning, file);
}
