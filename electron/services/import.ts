import {
  fail,
  type ImportContent,
  type ImportReading,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { type Report, splitReport } from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { createReport, findKeepingFault, keepOriginal, takeSnapshot } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { IMPORT_LIMIT_BYTES, toBytes, tooLarge } from './reading/read-content.ts';
import { reidentify } from './reading/reidentify.ts';

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

/**
 * Reads an import off the main thread, which is never held; a report is of the year before, unless
 * it says. Gives what `Reader.read` gives, with ids of this side's making.
 */
export async function readImport(
  { reader, library, clock, createId }: ServiceDeps,
  name: string,
  content: ImportContent,
  readingId?: string,
): Promise<Result<ImportReading>> {
  const fallbackYear = clock().getFullYear() - 1;
  const { template } = choosePacks(library.packs, fallbackYear);
  const read = await reader.read({ name, content, template, fallbackYear }, readingId);
  return read.ok ? ok(reidentify(read.value, createId)) : read;
}

/** `import.*`. */
export function createImportMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'import.read' | 'import.progress' | 'import.cancel' | 'import.keep'> {
  return {
    'import.read': ({ name, content, readingId }) => readImport(deps, name, content, readingId),
    'import.progress': ({ readingId }) => ok(deps.reader.progress(readingId)),
    'import.cancel': ({ readingId }) => {
      deps.reader.cancel(readingId);
      return ok(null);
    },
    'import.keep': ({ name, content, report }) =>
      keepImport(deps, { name, bytes: toBytes(content) }, report),
  };
}
