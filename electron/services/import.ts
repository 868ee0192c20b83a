import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type ApiError,
  fail,
  type ImportContent,
  type ImportReading,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { type CreateId, type Report, splitReport } from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { type SourceBlock, segment } from '../../core/segment/index.ts';
import {
  createReport,
  describeSystemError,
  findKeepingFault,
  keepOriginal,
  takeSnapshot,
  toSystemError,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** The largest file that is read: 30 MB. A report is seldom larger than one. */
export const IMPORT_LIMIT_BYTES = 30 * 1024 * 1024;

/** What one report may hold: ten times the longest that is written, and as many paragraphs. */
export const REPORT_LIMITS = { characters: 300_000, paragraphs: 20_000 } as const;

/** What reading a file takes besides its bytes. */
export interface ReadingDeps {
  readonly createId: CreateId;
  readonly packs: readonly Pack[];
  /** The report's year when the source names none. */
  readonly fallbackYear: number;
}

function tooLarge(name: string, bytes: number): ApiError {
  return { code: 'import/too-large', name, bytes, limit: IMPORT_LIMIT_BYTES };
}

type Source = Pick<ImportReading, 'notices'> & { readonly blocks: readonly SourceBlock[] };

function countSource(blocks: readonly SourceBlock[]): number {
  return blocks.reduce(
    (sum, block) =>
      sum + (block.kind === 'table' ? block.rows.flat().join('').length : block.text.length),
    0,
  );
}

/**
 * `import/not-a-report` for more than any report holds, else null: everything after reading costs
 * time by length, and a person would wait minutes for a file chosen by mistake.
 * @param characters UTF-16 units
 */
export function findOversize(
  name: string,
  characters: number,
  paragraphs: number,
): Extract<ApiError, { readonly code: 'import/not-a-report' }> | null {
  const refuse = (detail: string) => ({ code: 'import/not-a-report', name, detail }) as const;
  if (characters > REPORT_LIMITS.characters) {
    const limit = REPORT_LIMITS.characters / 10_000;
    return refuse(`文字有 ${Math.ceil(characters / 10_000)} 万字，超过了 ${limit} 万字的上限`);
  }
  if (paragraphs <= REPORT_LIMITS.paragraphs) return null;
  return refuse(`文字有 ${paragraphs} 段，超过了 ${REPORT_LIMITS.paragraphs} 段的上限`);
}

function segmentSource(
  source: Source,
  name: string,
  deps: ReadingDeps,
  isFile: boolean,
): Result<ImportReading> {
  const { createId, packs, fallbackYear } = deps;
  const oversize = findOversize(name, countSource(source.blocks), source.blocks.length);
  if (oversize) return fail(oversize);
  const { template } = choosePacks(packs, fallbackYear);
  const { report, discarded, notices, decisions } = segment(source.blocks, {
    createId,
    template,
    fallbackYear,
    ...(isFile ? { fileName: name } : {}),
  });
  return ok({
    report,
    discarded,
    decisions,
    notices: [...source.notices, ...notices],
    source: source.blocks,
  });
}

/**
 * Reads a file's bytes into a report: finds out what they are, reads their paragraphs, segments
 * them. Nothing is stored. Gives `import/*` errors that name the file as `name`.
 */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  if (bytes.length === 0) return fail({ code: 'import/empty', name });
  if (bytes.length > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, bytes.length));
  // the readers are loaded when first needed: the window must not wait for them
  const { readSource } = await import('../docx/read/index.ts');
  const read = await readSource(name, bytes);
  return read.ok ? segmentSource(read.value, name, deps, true) : read;
}

/**
 * Reads pasted text into a report. Gives `import/no-text` for blanks, `import/too-large`, and
 * `import/not-a-report` for a text longer than any report.
 */
export async function importText(
  name: string,
  text: string,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  const bytes = Buffer.byteLength(text);
  if (bytes > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, bytes));
  if (text.trim() === '') return fail({ code: 'import/no-text', name });
  // four times: indents and blank lines are no words, and are not counted against the text
  const oversize = findOversize(name, Math.ceil(text.length / 4), 0);
  if (oversize) return fail(oversize);
  const { readPastedText } = await import('../docx/read/index.ts');
  return segmentSource(readPastedText(text), name, deps, false);
}

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

/** Reads the file at `path` into a report: {@link readFileBytes}, then {@link importFile}. */
export async function readReportFile(
  path: string,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  const bytes = await readFileBytes(path);
  return bytes.ok ? importFile(basename(path), bytes.value, deps) : bytes;
}

function toBytes(content: ImportContent): Uint8Array {
  return content.kind === 'file'
    ? Buffer.from(content.base64, 'base64')
    : Buffer.from(content.text, 'utf8');
}

/** Keeps a report as it was read, archived, with its untouched original and a first snapshot. */
export function keepImport(
  deps: ServiceDeps,
  original: { readonly name: string; readonly bytes: Uint8Array },
  report: Report,
): Result<{ readonly reportId: string }> {
  const { name, bytes } = original;
  if (bytes.length > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, bytes.length));
  const pieces = splitReport(report);
  const fault = findKeepingFault(pieces);
  if (fault !== null) return fail({ code: 'report/malformed', detail: fault });
  const { store } = deps;
  const reportId = deps.createId();
  const now = deps.clock().toISOString();
  store.transact(() => {
    const begun = { status: 'archived', baseId: null, templateId: null } as const;
    createReport(store, { id: reportId, ...begun, pieces, now });
    keepOriginal(store, reportId, original, now);
    takeSnapshot(store, reportId, 'import', now);
  });
  return ok({ reportId });
}

/** What reading takes, from what the services have: a report is of the year before, unless it says. */
export function toReadingDeps(deps: ServiceDeps): ReadingDeps {
  return {
    createId: deps.createId,
    packs: deps.library.packs,
    fallbackYear: deps.clock().getFullYear() - 1,
  };
}

/** `import.*`. */
export function createImportMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'import.read' | 'import.progress' | 'import.cancel' | 'import.keep'> {
  return {
    'import.read': ({ name, content }) =>
      content.kind === 'text'
        ? importText(name, content.text, toReadingDeps(deps))
        : importFile(name, toBytes(content), toReadingDeps(deps)),
    'import.progress': () => ok({ stage: 'waiting', elapsedMs: 0 }),
    'import.cancel': () => ok(null),
    'import.keep': ({ name, content, report }) =>
      keepImport(deps, { name, bytes: toBytes(content) }, report),
  };
}
