import fs from 'node:fs';
import Database from 'better-sqlite3';
import { StoredValueError } from './errors.ts';
import { APPLICATION_ID, type Migration } from './migrations.ts';
import { makePrivate } from './private-file.ts';

/** Opens a backup and asks whether it is whole; throws `StoredValueError` when it is not. */
function verifyBackup(file: string, version: number): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const isWhole = db.pragma('integrity_check(1)', { simple: true }) === 'ok';
    if (!isWhole || db.pragma('user_version', { simple: true }) !== version) {
      throw new StoredValueError('升级前的备份没有写完整');
    }
  } finally {
    db.close();
  }
}

/**
 * Writes a copy of the open database beside it, `nianbao.db.v1-20260205T101500.backup`, opens it
 * to prove that it restores, and gives its path. Throws when it cannot, leaving no half a copy.
 */
export function saveBackup(db: Database.Database, file: string, now: Date): string {
  const version = Number(db.pragma('user_version', { simple: true }));
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/gu, '');
  const target = `${file}.v${version}-${stamp}.backup`;
  fs.rmSync(target, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(target);
    makePrivate(target);
    verifyBackup(target, version);
    return target;
  } catch (error) {
    fs.rmSync(target, { force: true });
    throw error;
  }
}

/** Takes the file through every step it has not seen, each in its own transaction, forward only. */
export function migrate(db: Database.Database, steps: readonly Migration[]): void {
  for (const { version, sql } of steps) {
    const step = db.transaction(() => {
      // asked inside: another process may have taken the step while we waited for its lock
      if (Number(db.pragma('user_version', { simple: true })) >= version) return;
      db.exec(sql);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version}`);
    });
    step.immediate();
  }
}
