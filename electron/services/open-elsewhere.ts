import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toSystemError } from '../store/index.ts';

/**
 * Names of the files that programs put beside a document they hold open: Word leaves the first
 * letters of a long name out, WPS on Linux puts `.~` before it, LibreOffice names it whole.
 */
function listLockNames(name: string): readonly string[] {
  return [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`];
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (toSystemError(error)) return false;
    throw error;
  }
}

/**
 * Whether a word processor says that it has the document at `path` open. Windows refuses to replace
 * an open file anyway; elsewhere these files beside it are the only sign. False where there is no
 * such document.
 */
export async function isOpenElsewhere(path: string): Promise<boolean> {
  if (!(await isThere(path))) return false;
  const locks = listLockNames(basename(path)).map((name) => join(dirname(path), name));
  const found = await Promise.all(locks.map(isThere));
  return found.includes(true);
}
