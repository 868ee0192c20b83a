import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'write-and-tell.ts');

/** Account that owns nothing; what root may do does not count where rights are tested. */
const nobody = 65_534;

/** False where rights of a folder cannot be tested at all. */
export const canTestRights = process.platform !== 'win32';

/**
 * Opens a store in a folder, or writes a file, in a process that rights do bind: as nobody when
 * this one is root. Gives the Result as it came.
 */
export function runBound(what: 'open-store' | 'write-file', path: string): unknown {
  const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const ended = spawnSync(process.execPath, [script, what, path], { ...account, encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout);
}
