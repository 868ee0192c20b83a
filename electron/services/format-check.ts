import { fail, type Input, type Result } from '../../core/api/index.ts';
import { type Certificate, certify } from '../../core/conformity/index.ts';
import type { LayoutProfile } from '../../core/layout/index.ts';
import { habits, paginate } from '../../core/paginate/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { findLayout } from './layouts.ts';
import { getSettings } from './settings.ts';

/**
 * Holds any .docx of the person against a layout; the command line's `check --format` too. Nothing is
 * stored. Errors: import/empty, too-large, unsupported, encrypted, damaged, suspicious, too-long.
 */
export async function checkFormat(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  layout: LayoutProfile,
): Promise<Result<Certificate>> {
  // loaded when first needed: the window must not wait for it
  const { readDocxFile } = await import('../docx/inspect/index.ts');
  const read = readDocxFile(name, bytes);
  if (!read.ok) return read;
  const document = read.value;
  const pages = paginate(document);
  const libreOfficePages = paginate(document, { ...habits.libreOffice, tellsWords: true });
  return { ok: true, value: certify({ document, pages, libreOfficePages, layout }) };
}

async function checkGiven(
  { store, library }: Pick<ServiceDeps, 'store' | 'library'>,
  { file, layoutId }: Input<'format.check'>,
): Promise<Result<Certificate>> {
  const layout = findLayout(library, layoutId, getSettings(store).faces);
  if (!layout) return fail({ code: 'layout/not-found', layoutId });
  return checkFormat({ name: file.name, bytes: Buffer.from(file.base64, 'base64') }, layout);
}

/** `format.check`. */
export function createFormatMethods(deps: ServiceDeps): Pick<MethodTable, 'format.check'> {
  return { 'format.check': (input) => checkGiven(deps, input) };
}
