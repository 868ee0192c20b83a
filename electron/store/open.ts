import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../core/api/index.ts';
import { migrate, saveBackup } from './backup.ts';
import { type StoreError, toStoreError } from './errors.ts';
import { APPLICATION_ID, type Migration, migrations } from './migrations.ts';
import { isNetworkFolder } from './network-drive.ts';
import { makePrivate } from './private-file.ts';

/** Name of the database in the data folder. */
export const STORE_FILE_NAME = 'nianbao.db';

/** An open store. Close it when done; every repository function takes it first. */
export interface Store {
  readonly file: string;
  /** `delete` on network drives, where WAL is unsafe. */
  readonly journalMode: 'wal' | 'delete';
  /** The prepared statement of `sql`, kept for the next call. */
  readonly prepare: <Parameters extends unknown[], Row = unknown>(
    sql: string,
  ) => Database.Statement<Parameters, Row>;
  /** Runs `work` in one immediate transaction: all of it is durable on return, or none. */
  readonly transact: <Value>(work: () => Value) => Value;
  readonly close: () => void;
}

/** What openStore may be told otherwise, in tests above all. */
export interface OpenOptions {
  /** Clock for names of backups. */
  readonly clock: () => Date;
  /** How long to wait for another process's lock. Default 2000 ms. */
  readonly busyTimeoutMs?: number;
  readonly migrations?: readonly Migration[];
  readonly isNetworkFolder?: (folder: string) => boolean;
}

const latestVersion = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0;

/** Integers of SQLite's own pragmas. */
function readNumber(db: Database.Database, pragma: string): number {
  return Number(db.pragma(pragma, { simple: true }));
}

/**
 * True for a file that ends inside a page. SQLite fills such a page with zeros without a word; only
 * with a log or journal beside it, from which the page is restored, may that be.
 */
function endsInsidePage(file: string, pageSize: number): boolean {
  const canRestore = ['-wal', '-journal'].some(
    (suffix) => (fs.statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  return !canRestore && fs.statSync(file).size % pageSize !== 0;
}

/**
 * Looks at an existing file through a connection that is read-only, so that a refused file stays as
 * it is, or that may do no more than roll a journal back.
 */
function probe(
  file: string,
  version: number,
  connection: Database.Options,
): Result<null, StoreError> {
  const db = new Database(file, { ...connection, fileMustExist: true });
  const damaged = (detail: string) => fail<StoreError>({ code: 'store/damaged', file, detail });
  try {
    const found = readNumber(db, 'user_version');
    const id = readNumber(db, 'application_id');
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (id !== APPLICATION_ID && (tables !== 0 || found !== 0)) {
      return damaged('不是年报助手的数据文件');
    }
    if (found > version) return fail({ code: 'store/newer', file, version: found });
    const isWhole =
      db.pragma('quick_check(1)', { simple: true }) === 'ok' &&
      !endsInsidePage(file, readNumber(db, 'page_size'));
    return isWhole ? ok(null) : damaged('文件内容不完整');
  } finally {
    db.close();
  }
}

/** A hot journal left by a crash can only be rolled back by a connection that writes. */
function isHotJournal(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN'))
  );
}

function probeIfThere(file: string, version: number, timeoutMs: number): Result<null, StoreError> {
  if (!fs.existsSync(file) || fs.statSync(file).size === 0) return ok(null);
  try {
    return probe(file, version, { readonly: true });
  } catch (error) {
    if (!isHotJournal(error)) throw error;
    // what the file is shows only once it is back in the state last committed
    return probe(file, version, { timeout: timeoutMs });
  }
}

/**
 * Makes the file the owner's alone before SQLite sees it: its log and index take over its rights.
 * An existing file is not opened here, which would drop this process's locks on it.
 */
function restrictFile(file: string): void {
  if (fs.existsSync(file)) makePrivate(file);
  else fs.closeSync(fs.openSync(file, 'a', 0o600));
}

function configure(db: Database.Database, wantsWal: boolean): 'wal' | 'delete' {
  const mode = db.pragma(`journal_mode = ${wantsWal ? 'WAL' : 'DELETE'}`, { simple: true });
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // a refused write must be seen now, not at the first save
  db.exec('BEGIN IMMEDIATE; ROLLBACK');
  return mode === 'wal' ? 'wal' : 'delete';
}

function createHandle(db: Database.Database, file: string, journalMode: 'wal' | 'delete'): Store {
  const statements = new Map<string, Database.Statement>();
  // made once: wrapping each piece of work anew costs as much as a small save
  const inTransaction = db.transaction((work: () => unknown) => work());
  return {
    file,
    journalMode,
    prepare: <Parameters extends unknown[], Row>(sql: string) => {
      const statement = statements.get(sql) ?? db.prepare(sql);
      statements.set(sql, statement);
      return statement as Database.Statement<Parameters, Row>;
    },
    transact: (work) => inTransaction.immediate(work) as ReturnType<typeof work>,
    close: () => {
      db.close();
    },
  };
}

function openFile(folder: string, file: string, options: OpenOptions): Result<Store, StoreError> {
  const steps = options.migrations ?? migrations;
  const timeout = options.busyTimeoutMs ?? 2000;
  const probed = probeIfThere(file, latestVersion(steps), timeout);
  if (!probed.ok) return probed;
  const onNetwork = (options.isNetworkFolder ?? isNetworkFolder)(folder);
  restrictFile(file);
  const db = new Database(file, { timeout });
  try {
    const journalMode = configure(db, !onNetwork);
    const version = readNumber(db, 'user_version');
    if (version > 0 && version < latestVersion(steps)) saveBackup(db, file, options.clock());
    migrate(db, steps);
    return ok(createHandle(db, file, journalMode));
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens `nianbao.db` in `folder`, making both when absent (folder 0700, file 0600; the rights of
 * a folder that is already there are left alone). WAL, or DELETE on a network drive, synchronous
 * FULL, foreign keys on. An older file is backed up beside it, then migrated. Gives `store/newer`
 * for a file of a newer version and `store/damaged` for a damaged one or another program's; both
 * are left as they were, but that a write cut off by a crash is rolled back, as any SQLite would. Gives `store/unwritable`, `store/full` or `store/busy` for what the drive
 * or another process refuses. A zero-length file counts as absent.
 */
export function openStore(folder: string, options: OpenOptions): Result<Store, StoreError> {
  const file = path.join(folder, STORE_FILE_NAME);
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openFile(folder, file, options);
  } catch (error) {
    const known = toStoreError(error, file);
    if (known) return fail(known);
    throw error;
  }
}
