import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type ApiError,
  fail,
  type ImportReading,
  ok,
  type Result,
} from '../../../core/api/index.ts';
import { describeSystemError, toSystemError } from '../../store/index.ts';
import {
  IMPORT_LIMIT_BYTES,
  importFile,
  type ReadingDeps,
  toContentDeps,
  tooLarge,
} from './read-content.ts';
import { isPdf } from './reading-limits.ts';
import { reidentify } from './reidentify.ts';

/** What the system's refusal to read a file means; null for an error that is not the system's. */
function toReadError(error: unknown, name: string): ApiError | null {
  const refused = toSystemError(error);
  if (!refused) return null;
  const { code } = refused;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'import/not-found', name };
  if (code === 'EISDIR') return { code: 'import/folder', name };
  const reason = describeSystemError(refused, 'read') ?? '磁盘读取出错';
  return { code: 'import/unreadable', name, reason };
}

/** The bytes of an open file: as many as it said it had, and no more when it grows meanwhile. */
async function readOpened(file: FileHandle, name: string): Promise<Result<Uint8Array>> {
  const stats = await file.stat();
  if (stats.isDirectory()) return fail({ code: 'import/folder', name });
  // a device or a pipe has no end, or waits for one
  if (!stats.isFile()) return fail({ code: 'import/unreadable', name, reason: '这不是普通文件' });
  if (stats.size > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, stats.size));
  const bytes = Buffer.alloc(stats.size);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return ok(bytes.subarray(0, filled));
}

/**
 * The bytes of the file at `path`, or `import/not-found`, `/folder`, `/unreadable` (a device or a
 * pipe too), `/too-large` before anything of it is read.
 */
export async function readFileBytes(path: string): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    // not waiting for a pipe's other end; Windows knows no such flag and needs none
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readOpened(file, name);
    } finally {
      await file.close();
    }
  } catch (error) {
    const known = toReadError(error, name);
    if (known) return fail(known);
    throw error;
  }
}

/** Reads in a worker of its own, which can be ended when it takes too long or too much. */
async function importApart(
  name: string,
  bytes: Uint8Array,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  const { createReader, readerSource } = await import('./reader.ts');
  const reader = createReader({ entry: readerSource });
  const { template, fallbackYear } = toContentDeps(deps);
  const content = { kind: 'file', base64: Buffer.from(bytes).toString('base64') } as const;
  try {
    const read = await reader.read({ name, content, template, fallbackYear });
    return read.ok ? ok(reidentify(read.value, deps.createId)) : read;
  } finally {
    await reader.close();
  }
}

/**
 * Reads the file at `path` into a report: {@link readFileBytes}, then {@link importFile}. A PDF, the only kind that
 * no limit on what is in it keeps short, is read in a worker: `import/too-slow`, or `import/damaged` for what takes
 * too much memory.
 */
export async function readReportFile(
  path: string,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const read = isPdf(bytes.value) ? importApart : importFile;
  return read(basename(path), bytes.value, deps);
}
