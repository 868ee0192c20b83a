import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../core/api/index.ts';
import { toWriteError, type WriteError, writeFileAtomic } from './atomic-write.ts';
import type { NamedFile } from './deps.ts';

/** How many folders of one name are tried before it is given up. */
const mostTries = 1000;

async function isFree(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw error;
  }
}

/** `征集表`, or `征集表（2）` where that name is taken. */
async function findFreePath(parent: string, name: string): Promise<string> {
  for (let count = 1; count <= mostTries; count += 1) {
    const path = join(parent, count === 1 ? name : `${name}（${count}）`);
    if (await isFree(path)) return path;
  }
  throw new Error('every name for the folder is taken');
}

async function fill(folder: string, files: readonly NamedFile[]): Promise<WriteError | null> {
  for (const { fileName, bytes } of files) {
    const written = await writeFileAtomic(join(folder, fileName), bytes);
    if (!written.ok) return written.error;
  }
  return null;
}

/** The error as it concerns the folder the person chose, not the one that is filled in secret. */
function nameFolder(error: WriteError, path: string): WriteError {
  return { ...error, path };
}

/**
 * Writes several files into a new folder called `name` below `parent`: all of them, or nothing. What
 * stands there already is never touched; the new folder gets a number where its name is taken.
 * Gives its path, or `export/unwritable`, `export/full`.
 */
export async function writeFolder(
  parent: string,
  name: string,
  files: readonly NamedFile[],
): Promise<Result<string, WriteError>> {
  const draft = join(parent, `.nianbao-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(draft);
    const error = await fill(draft, files);
    if (error) {
      await rm(draft, { recursive: true, force: true });
      return fail(nameFolder(error, join(parent, name)));
    }
    const path = await findFreePath(parent, name);
    await rename(draft, path);
    return ok(path);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const known = toWriteError(error, join(parent, name));
    if (known) return fail(known);
    throw error;
  }
}
