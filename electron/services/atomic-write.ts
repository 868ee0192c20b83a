import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ApiError, fail, ok, type Result } from '../../core/api/index.ts';
import { describeSystemError, isDiskFull, toSystemError } from '../store/index.ts';
import { isOpenElsewhere } from './open-elsewhere.ts';
import { isUnsafeOnWindows } from './windows-name.ts';

/** Why a file was not written. */
export type WriteError = Extract<
  ApiError,
  { readonly code: `export/${string}`; readonly path: string }
>;

/** What an error thrown by the file system means for writing `path`; null for one of our own bugs. */
export function toWriteError(error: unknown, path: string): WriteError | null {
  const refused = toSystemError(error);
  if (!refused) return null;
  if (isDiskFull(refused)) return { code: 'export/full', path };
  const reason = describeSystemError(refused, 'write') ?? '磁盘读写出错';
  return { code: 'export/unwritable', path, reason };
}

/** Thrown within this file only: the target is open in another program. */
class HeldOpen extends Error {}

/** A new file could be written beside it, so that what is refused is the target itself. */
async function isHeldOpen(error: unknown, target: string): Promise<boolean> {
  const code = toSystemError(error)?.code ?? '';
  if (/^(?:EBUSY|ETXTBSY)$/u.test(code)) return true;
  if (process.platform !== 'win32' || !/^(?:EPERM|EACCES)$/u.test(code)) return false;
  // Windows gives the same code for a file that is marked read-only
  return access(target, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Moves the finished file into place. On Windows a virus scanner may hold it for a moment. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  const pausesMs = process.platform === 'win32' ? [20, 80, 200, 0] : [0];
  for (const pauseMs of pausesMs) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!(await isHeldOpen(error, to))) throw error;
      if (pauseMs === 0) throw new HeldOpen();
      await wait(pauseMs);
    }
  }
}

async function withFile(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself durable. Windows cannot open a folder, and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await withFile(handle, () => handle.sync());
}

/** Where a link leads, so that the link stays and its target is replaced. */
async function resolveLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return path;
    throw error;
  }
}

async function writeThrough(path: string, bytes: Uint8Array, isAsked: boolean): Promise<void> {
  const target = await resolveLink(path);
  const folder = dirname(target);
  // where an open file can be replaced all the same, its program would later write over ours
  if (!isAsked && (await isOpenElsewhere(target))) throw new HeldOpen();
  const temporary = join(folder, `.nianbao-${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx');
  try {
    await withFile(file, async () => {
      await file.writeFile(bytes);
      await file.sync();
    });
    await moveIntoPlace(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/**
 * Writes a whole file or nothing: into a temporary file beside it, flushed to the disk, then
 * renamed into place. What stood at `path` before stays as it was until then. Gives
 * `export/unwritable` with the reason in words, `export/full`, or `export/held-open` where another
 * program has the file open; no half a file is left.
 * @param options.isAsked a person asked for it whatever lies beside the file: a crash leaves the signs
 * of an open document behind
 */
export async function writeFileAtomic(
  path: string,
  bytes: Uint8Array,
  { isAsked = false }: { readonly isAsked?: boolean } = {},
): Promise<Result<null, WriteError>> {
  if (process.platform === 'win32' && isUnsafeOnWindows(basename(path))) {
    return fail({ code: 'export/unwritable', path, reason: '这个文件名 Windows 不能用' });
  }
  try {
    await writeThrough(path, bytes, isAsked);
    return ok(null);
  } catch (error) {
    if (error instanceof HeldOpen) return fail({ code: 'export/held-open', path });
    const known = toWriteError(error, path);
    if (known) return fail(known);
    throw error;
  }
}
