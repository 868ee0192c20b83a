import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type ApiError,
  fail,
  type ImportContent,
  type ImportReading,
  ok,
  type Result,
} from '../../core/api/index.ts';
import {
  type CreateId,
  findPiecesFault,
  type Report,
  splitReport,
} from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { type SourceBlock, segment } from '../../core/segment/index.ts';
import { createReport, faultWords, keepOriginal, takeSnapshot } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** The largest file that is read: 30 MB. A report is seldom larger than one. */
export const IMPORT_LIMIT_BYTES = 30 * 1024 * 1024;

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

function segmentSource(source: Source, name: string | null, deps: ReadingDeps): ImportReading {
  const { createId, packs, fallbackYear } = deps;
  const { template } = choosePacks(packs, fallbackYear);
  const { report, discarded, notices } = segment(source.blocks, {
    createId,
    template,
    fallbackYear,
    ...(name === null ? {} : { fileName: name }),
  });
  return { report, discarded, notices: [...source.notices, ...notices], source: source.blocks };
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
  return read.ok ? ok(segmentSource(read.value, name, deps)) : read;
}

/** Reads pasted text into a report. Gives `import/no-text` for blanks and `import/too-large`. */
export async function importText(
  name: string,
  text: string,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  const bytes = Buffer.byteLength(text);
  if (bytes > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, bytes));
  if (text.trim() === '') return fail({ code: 'import/no-text', name });
  const { readPastedText } = await import('../docx/read/index.ts');
  return ok(segmentSource(readPastedText(text), null, deps));
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

/** The bytes of the file at `path`, or `import/not-found`, `/folder`, `/unreadable`, `/too-large`. */
export async function readFileBytes(path: string): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, size));
    return ok(await readFile(path));
  } catch (error) {
    switch (systemCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return fail({ code: 'import/not-found', name });
      case 'EISDIR':
        return fail({ code: 'import/folder', name });
      case 'EACCES':
      case 'EPERM':
        return fail({ code: 'import/unreadable', name, reason: '没有读取权限' });
      case 'EBUSY':
        return fail({ code: 'import/unreadable', name, reason: '正被别的程序占用' });
      case null:
        throw error;
      default:
        return fail({ code: 'import/unreadable', name, reason: '磁盘读取出错' });
    }
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
  const fault = findPiecesFault(pieces);
  if (fault) return fail({ code: 'report/malformed', detail: faultWords[fault] });
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

/** `import.read`, `import.keep`. */
export function createImportMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'import.read' | 'import.keep'> {
  return {
    'import.read': ({ name, content }) =>
      content.kind === 'text'
        ? importText(name, content.text, toReadingDeps(deps))
        : importFile(name, toBytes(content), toReadingDeps(deps)),
    'import.keep': ({ name, content, report }) =>
      keepImport(deps, { name, bytes: toBytes(content) }, report),
  };
}
