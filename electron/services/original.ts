import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import { type FileDelivery, fail, type Result } from '../../core/api/index.ts';
import { getReport, type Original, readOriginal } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { cleanFileName } from './file-name.ts';

/** The name the original gets back: pasted text came without an ending, and becomes a text file. */
function nameOriginal({ name, bytes }: Original): string {
  const cleaned = cleanFileName(name) || '原件';
  return extname(cleaned) === '' && isUtf8(bytes) ? `${cleaned}.txt` : cleaned;
}

/** The file a report was imported from; a draft's is that of the report it was rolled forward from. */
function giveOriginal(
  { store, deliver }: ServiceDeps,
  reportId: string,
): Result<FileDelivery> | Promise<Result<FileDelivery>> {
  const stored = getReport(store, reportId);
  if (!stored || stored.deletedAt !== null) return fail({ code: 'report/not-found', reportId });
  const { baseId } = stored;
  const original =
    readOriginal(store, reportId) ?? (baseId === null ? null : readOriginal(store, baseId));
  if (!original) return fail({ code: 'report/no-original', reportId });
  return deliver(nameOriginal(original), original.bytes);
}

/** `report.original`. */
export function createOriginalMethods(deps: ServiceDeps): Pick<MethodTable, 'report.original'> {
  return { 'report.original': ({ reportId }) => giveOriginal(deps, reportId) };
}
