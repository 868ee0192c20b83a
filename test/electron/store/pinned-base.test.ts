import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { splitReport } from '../../../core/model/index.ts';
import {
  createReport,
  getReport,
  listSnapshots,
  migrations,
  openStore,
  readPieces,
  readSnapshot,
  removeReport,
  STORE_FILE_NAME,
  type Store,
  savePieces,
  takeSnapshot,
} from '../../../electron/store/index.ts';
import { findBackups } from '../../support/find-backups.ts';
import {
  addSmallReport,
  buildSectionPiece,
  buildSmallReport,
  openTestStore,
  someInstant,
  stoppedClock,
} from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

/** A store as the version before some step made it, with two drafts of one base and one of none. */
function fillOlder(folder: string, version: number): void {
  const opened = openStore(folder, {
    clock: stoppedClock,
    migrations: migrations.slice(0, version),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  addSmallReport(store, 'base');
  const begun = { status: 'writing', baseId: 'base', templateId: null, now: someInstant } as const;
  for (const id of ['first', 'second']) {
    createReport(store, { ...begun, id, pieces: splitReport(buildSmallReport(2026)) });
    takeSnapshot(store, id, 'roll-forward', someInstant);
  }
  addSmallReport(store, 'blank', 2026);
  removeReport(store, 'base', someInstant);
  store.close();
}

const pinOf = (store: Store, id: string) => getReport(store, id)?.baseSnapshotId;

/** Writes the first section of a report at revision 1 anew. */
function edit(store: Store, reportId: string): void {
  const order = readPieces(store, reportId).map(({ id }) => id);
  const section = readPieces(store, reportId).find(({ kind }) => kind === 'section');
  const changed = [buildSectionPiece(section?.id ?? '', '改过的一句。')];
  const saved = savePieces(store, {
    reportId,
    baseRevision: 1,
    changed,
    order,
    now: someInstant,
  });
  expect(saved).toEqual({ ok: true, value: 2 });
}

describe('the state of last year’s report that a draft was made of', () => {
  it.each([1, 2, 3])(
    'is pinned as it stands in a file of version %i, once for all its drafts',
    (version) => {
      const folder = createTempFolder();
      fillOlder(folder, version);
      const store = openTestStore(folder);
      const pin = pinOf(store, 'first');
      expect(pin).toEqual(expect.any(Number));
      expect(pinOf(store, 'second')).toBe(pin);
      expect([pinOf(store, 'blank'), pinOf(store, 'base')]).toEqual([null, null]);
      expect(readSnapshot(store, pin ?? 0)).toEqual(readPieces(store, 'base'));
      expect(listSnapshots(store, 'base')).toMatchObject([
        {
          id: pin,
          reason: 'base',
          revision: 1,
          takenAt: expect.stringMatching(/^\d{4}-.+T.+\.\d{3}Z$/u),
        },
      ]);
      expect(listSnapshots(store, 'first').map(({ reason }) => reason)).toEqual(['roll-forward']);
      expect(store.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      store.close();
    },
  );

  it('is pinned after the older file was backed up', () => {
    const folder = createTempFolder();
    fillOlder(folder, 3);
    openTestStore(folder).close();
    const [backup = ''] = findBackups(folder);
    const db = new Database(path.join(folder, backup), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(3);
    expect(db.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(2);
    db.close();
  });

  it('is pinned wholly or not at all', () => {
    const folder = createTempFolder();
    fillOlder(folder, 3);
    const file = path.join(folder, STORE_FILE_NAME);
    const db = new Database(file);
    // the last act of the step is refused
    db.exec(`CREATE TRIGGER refuse BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'no'); END`);
    db.close();
    expect(() => openStore(folder, { clock: stoppedClock })).toThrow('no');
    const after = new Database(file);
    expect(after.pragma('user_version', { simple: true })).toBe(3);
    expect(after.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(2);
    after.exec('DROP TRIGGER refuse');
    after.close();
    const store = openTestStore(folder);
    expect(pinOf(store, 'first')).toEqual(expect.any(Number));
    store.close();
    expect(fs.existsSync(file)).toBe(true);
  });

  it('stays as it was when the base is edited, and can not be deleted', () => {
    const folder = createTempFolder();
    const store = openTestStore(folder);
    const pieces = addSmallReport(store, 'base');
    const baseSnapshotId = takeSnapshot(store, 'base', 'base', someInstant);
    createReport(store, {
      id: 'draft',
      status: 'writing',
      baseId: 'base',
      baseSnapshotId,
      templateId: null,
      pieces: splitReport(buildSmallReport(2026)),
      now: someInstant,
    });
    edit(store, 'base');
    expect(pinOf(store, 'draft')).toBe(baseSnapshotId);
    expect(readSnapshot(store, baseSnapshotId)).toEqual(pieces);
    expect(readPieces(store, 'base')).not.toEqual(pieces);
    const remove = store.prepare('DELETE FROM snapshots WHERE id = ?');
    expect(() => remove.run(baseSnapshotId)).toThrow('FOREIGN KEY');
    store.close();
  });

  it('costs no text where the base did not change since', () => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store, 'base');
    takeSnapshot(store, 'base', 'import', someInstant);
    const count = () => store.prepare('SELECT count(*) FROM snapshot_contents').pluck().get();
    const before = count();
    takeSnapshot(store, 'base', 'base', someInstant);
    expect(count()).toBe(before);
    store.close();
  });
});
