import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import {
  keepOriginal,
  type Migration,
  migrations,
  type OpenOptions,
  openStore,
  readAnswers,
  readConfirmations,
  readOutcomes,
  readPieces,
  STORE_FILE_NAME,
  type Store,
  savePieces,
  setConfirmations,
  setOutcome,
  takeSnapshot,
} from '../../../electron/store/index.ts';
import { canTestRights, runBound } from '../../support/bound-process.ts';
import { findBackups } from '../../support/find-backups.ts';
import { onSmallDisk } from '../../support/small-disk.ts';
import {
  addSmallReport,
  buildSectionPiece,
  openTestStore,
  someInstant,
  stoppedClock,
} from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const open = (folder: string, options: Partial<OpenOptions> = {}) =>
  openStore(folder, { clock: stoppedClock, ...options });

function pragma(store: Store, name: string): unknown {
  return store.prepare(`PRAGMA ${name}`).pluck().get();
}

function listTables(store: Store): readonly string[] {
  const names = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  return store.prepare<[], string>(names).pluck().all();
}

/** Every row of a table, as objects. */
function readTable(store: Store, table: string): readonly object[] {
  return store.prepare<[], object>(`SELECT * FROM ${table}`).all();
}

/** A closed store with one report in it. */
function fillStore(folder: string): string {
  const store = openTestStore(folder);
  addSmallReport(store);
  store.close();
  return store.file;
}

/**
 * Leaves in `folder` a file and the journal of a write that never ended, as a process killed on a
 * network drive does; gives the bytes of the state that was last committed.
 */
function leaveHotJournal(folder: string, pragmaOfOther: string): Buffer {
  const file = fillStore(createTempFolder());
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.pragma(pragmaOfOther);
  const committed = fs.readFileSync(file);
  db.pragma('cache_size = 1');
  db.exec("BEGIN; UPDATE sections SET content = hex(randomblob(20000)), hash = 'x'");
  for (const suffix of ['', '-journal']) {
    fs.copyFileSync(file + suffix, path.join(folder, STORE_FILE_NAME + suffix));
  }
  db.exec('ROLLBACK');
  db.close();
  expect(fs.readFileSync(path.join(folder, STORE_FILE_NAME)).equals(committed)).toBe(false);
  return committed;
}

const oneStepMore: readonly Migration[] = [
  ...migrations,
  { version: migrations.length + 1, sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT' },
];

describe('opening a store', () => {
  it('makes folder and file for the owner alone', () => {
    const folder = path.join(createTempFolder(), 'a', 'b');
    const store = openTestStore(folder);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of fs.readdirSync(folder)) {
      expect([name, fs.statSync(path.join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    expect(fs.readdirSync(folder)).toContain(`${STORE_FILE_NAME}-wal`);
    store.close();
  });

  it('writes ahead, flushes fully and watches foreign keys', () => {
    const store = openTestStore(createTempFolder());
    expect(store.journalMode).toBe('wal');
    expect(pragma(store, 'journal_mode')).toBe('wal');
    expect(pragma(store, 'synchronous')).toBe(2);
    expect(pragma(store, 'foreign_keys')).toBe(1);
    expect(pragma(store, 'busy_timeout')).toBe(2000);
    expect(pragma(store, 'user_version')).toBe(migrations.at(-1)?.version);
    store.close();
  });

  it('does without WAL on a network drive, also for a file that had it', () => {
    const folder = createTempFolder();
    fillStore(folder);
    const opened = open(folder, { isNetworkFolder: () => true });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.journalMode).toBe('delete');
    expect(pragma(opened.value, 'journal_mode')).toBe('delete');
    expect(readPieces(opened.value, 'r1')).toHaveLength(8);
    opened.value.close();
  });

  it('takes a file of no length for a new one', () => {
    const folder = createTempFolder();
    fs.writeFileSync(path.join(folder, STORE_FILE_NAME), '');
    openTestStore(folder).close();
  });

  it('refuses a newer file and leaves it as it was, byte for byte', () => {
    const folder = createTempFolder();
    const file = fillStore(folder);
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.close();
    const before = fs.readFileSync(file);
    expect(open(folder)).toEqual({ ok: false, error: { code: 'store/newer', file, version: 99 } });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
    expect(findBackups(folder)).toEqual([]);
  });

  it.each([
    ['a newer file', 'user_version = 99', { code: 'store/newer', version: 99 }],
    ["another program's database", 'application_id = 7', { code: 'store/damaged' }],
  ])('refuses %s that a crash left in the middle of a write', (_, pragmaOfOther, error) => {
    const folder = createTempFolder();
    const before = leaveHotJournal(folder, pragmaOfOther);
    expect(open(folder)).toMatchObject({ ok: false, error });
    expect(fs.readFileSync(path.join(folder, STORE_FILE_NAME)).equals(before)).toBe(true);
    expect(findBackups(folder)).toEqual([]);
  });

  it('rolls a write of our own back that a crash cut off', () => {
    const folder = createTempFolder();
    leaveHotJournal(folder, `user_version = ${migrations.length}`);
    const store = openTestStore(folder);
    expect(readPieces(store, 'r1')).toHaveLength(8);
    store.close();
  });

  it.each([
    ['a text file', (bytes: Buffer) => Buffer.from('不是数据库'.repeat(bytes.length / 10))],
    ['a file cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['a file cut in a page', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['a page overwritten', (bytes: Buffer) => Buffer.from(bytes).fill(0xa5, 4096, 12_288)],
  ])('calls %s damaged and leaves it as it was', (_, damage) => {
    const folder = createTempFolder();
    const file = fillStore(folder);
    const damaged = damage(fs.readFileSync(file));
    fs.writeFileSync(file, damaged);
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'store/damaged', file } });
    expect(fs.readFileSync(file).equals(damaged)).toBe(true);
  });

  it("calls another program's database damaged and leaves it as it was", () => {
    const folder = createTempFolder();
    const file = path.join(folder, STORE_FILE_NAME);
    const db = new Database(file);
    db.exec('CREATE TABLE notes (text TEXT)');
    db.close();
    const before = fs.readFileSync(file);
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'store/damaged' } });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('says that a folder is a file', () => {
    const file = path.join(createTempFolder(), 'note.txt');
    fs.writeFileSync(file, 'x');
    expect(open(file)).toMatchObject({ ok: false, error: { code: 'store/unwritable' } });
  });

  it('says that another process holds the file', () => {
    const folder = createTempFolder();
    const file = fillStore(folder);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(open(folder, { busyTimeoutMs: 10 })).toEqual({
      ok: false,
      error: { code: 'store/busy', file },
    });
    other.close();
  });

  it.each([
    ['may not be entered', 0o000],
    ['may not be written', 0o555],
  ])('says that a folder %s', (_, mode) => {
    if (!canTestRights) {
      console.warn('NOT TESTED: there are no rights of a folder to be tested on Windows');
      return;
    }
    const folder = createTempFolder();
    const file = fillStore(folder);
    fs.chmodSync(file, 0o644);
    fs.chmodSync(path.dirname(folder), 0o755);
    fs.chmodSync(folder, mode);
    const before = fs.readFileSync(file);
    expect(runBound('open-store', folder)).toMatchObject({
      ok: false,
      error: { code: 'store/unwritable', file },
    });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
    fs.chmodSync(folder, 0o755);
    expect(fs.readdirSync(folder)).toEqual([STORE_FILE_NAME]);
  });

  it('says that the disk is full, at once or at a save, and keeps what was saved', async (context) => {
    const ran = await onSmallDisk(8, (folder) => {
      expect(open(folder)).toMatchObject({ ok: false, error: { code: 'store/full' } });
    });
    await onSmallDisk(1024, (folder) => {
      const store = openTestStore(folder);
      const pieces = addSmallReport(store);
      const order = pieces.map(({ id }) => id);
      const changed = [buildSectionPiece(order[2] ?? '', '长'.repeat(600_000))];
      const save = { reportId: 'r1', baseRevision: 1, changed, order, now: someInstant };
      expect(() => savePieces(store, save)).toThrow(
        expect.objectContaining({ code: 'SQLITE_FULL' }) as Error,
      );
      expect(readPieces(store, 'r1')).toEqual(pieces);
      store.close();
      const again = openTestStore(folder);
      expect(readPieces(again, 'r1')).toEqual(pieces);
      again.close();
    });
    if (!ran) {
      console.warn('SKIPPED: a small disk cannot be mounted here (it takes Linux and root)');
      context.skip();
    }
  });
});

describe('migrating a store', () => {
  it('backs an older file up, whole, before it takes the next step', () => {
    const folder = createTempFolder();
    fillStore(folder);
    const opened = open(folder, { migrations: oneStepMore });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(pragma(opened.value, 'user_version')).toBe(migrations.length + 1);
    expect(readPieces(opened.value, 'r1')).toHaveLength(8);
    opened.value.close();

    const [backup = ''] = findBackups(folder);
    expect(backup).toBe(`nianbao.db.v${migrations.length}-20260116T023000.backup`);
    const restored = createTempFolder();
    fs.copyFileSync(path.join(folder, backup), path.join(restored, STORE_FILE_NAME));
    const store = openTestStore(restored);
    expect(readPieces(store, 'r1')).toHaveLength(8);
    store.close();
  });

  it('backs nothing up for a new file or one that is current', () => {
    const folder = createTempFolder();
    fillStore(folder);
    openTestStore(folder).close();
    expect(findBackups(folder)).toEqual([]);
  });

  it('takes a file of the first version to this one with its reports', () => {
    const folder = createTempFolder();
    const first = open(folder, { migrations: migrations.slice(0, 1) });
    if (!first.ok) throw new Error(first.error.code);
    const pieces = addSmallReport(first.value);
    first.value.close();
    const store = openTestStore(folder);
    expect(pragma(store, 'user_version')).toBe(migrations.length);
    expect(readPieces(store, 'r1')).toEqual(pieces);
    expect(findBackups(folder)).toHaveLength(1);
    store.close();
  });

  it('keeps answers, and those of rules under their one name', () => {
    const folder = createTempFolder();
    const older = open(folder, { migrations: migrations.slice(0, 4) });
    if (!older.ok) throw new Error(older.error.code);
    addSmallReport(older.value);
    const add = older.value.prepare(
      'INSERT INTO answers (report_id, item_id, state, answered_at) VALUES (?, ?, ?, ?)',
    );
    add.run('r1', '2021-rule-causes', 'answered', someInstant);
    add.run('r1', '2021-27-requests', 'notApplicable', someInstant);
    older.value.close();
    const store = openTestStore(folder);
    expect(readAnswers(store, 'r1')).toEqual({
      'rule-causes': { state: 'answered', reason: '' },
      '2021-27-requests': { state: 'notApplicable', reason: '' },
    });
    store.close();
  });

  it.each([1, 2])('takes a file of version %i to this one with all that is in it', (version) => {
    const folder = createTempFolder();
    const older = open(folder, { migrations: migrations.slice(0, version) });
    if (!older.ok) throw new Error(older.error.code);
    addSmallReport(older.value);
    older.value
      .prepare('INSERT INTO answers (report_id, item_id, state, answered_at) VALUES (?, ?, ?, ?)')
      .run('r1', '甲', 'answered', someInstant);
    keepOriginal(older.value, 'r1', { name: '甲.txt', bytes: Buffer.from('甲') }, someInstant);
    takeSnapshot(older.value, 'r1', 'import', someInstant);
    const tables = listTables(older.value);
    const before = tables.map((table) => readTable(older.value, table));
    older.value.close();
    const store = openTestStore(folder);
    expect(pragma(store, 'user_version')).toBe(migrations.length);
    for (const [index, rows] of before.entries()) {
      const now = readTable(store, tables[index] ?? '');
      expect(now).toHaveLength(rows.length);
      for (const [at, row] of rows.entries()) expect(now[at]).toMatchObject(row);
    }
    expect([readConfirmations(store, 'r1'), readOutcomes(store, 'r1')]).toEqual([[], {}]);
    setConfirmations(store, { reportId: 'r1', keys: ['甲'], confirmed: true }, someInstant);
    expect(pragma(store, 'foreign_key_check')).toBeUndefined();
    store.close();
  });

  it('copies confirmations and outcomes into a backup that opens', () => {
    const folder = createTempFolder();
    const store = openTestStore(folder);
    addSmallReport(store);
    const outcome = { state: 'partly', note: '还差两名', blockId: 'b1' } as const;
    setConfirmations(store, { reportId: 'r1', keys: ['甲', '乙'], confirmed: true }, someInstant);
    setOutcome(store, { reportId: 'r1', promiseId: 'p1', outcome }, someInstant);
    store.close();
    const opened = open(folder, { migrations: oneStepMore });
    if (!opened.ok) throw new Error(opened.error.code);
    opened.value.close();
    const [backup = ''] = findBackups(folder);
    const restored = createTempFolder();
    fs.copyFileSync(path.join(folder, backup), path.join(restored, STORE_FILE_NAME));
    const copy = openTestStore(restored);
    expect(readConfirmations(copy, 'r1')).toHaveLength(2);
    expect(readOutcomes(copy, 'r1')).toEqual({ p1: outcome });
    copy.close();
  });

  it('undoes the whole of a step that fails', () => {
    const folder = createTempFolder();
    const file = fillStore(folder);
    const broken: readonly Migration[] = [
      ...migrations,
      { version: migrations.length + 1, sql: 'CREATE TABLE a (x); CREATE TABLE a (x)' },
    ];
    expect(() => open(folder, { migrations: broken })).toThrow('already exists');
    const db = new Database(file);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'a'").all()).toEqual([]);
    db.close();
  });
});
