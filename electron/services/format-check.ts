import { fail, ok, type Result } from '../../core/api/index.ts';
import type { Certificate } from '../../core/conformity/index.ts';
import type { LayoutProfile } from '../../core/layout/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { measureFile } from './measure-file.ts';

/** Holds any .docx of the person against a layout; the command line's `check --format` too. */
export async function checkFormat(
  { bytes }: { readonly name: string; readonly bytes: Uint8Array },
  layout: LayoutProfile,
): Promise<Result<Certificate>> {
  return ok((await measureFile(bytes, layout)).certificate);
}

/** `format.check`. */
export function createFormatMethods(_deps: ServiceDeps): Pick<MethodTable, 'format.check'> {
  return {
    'format.check': ({ layoutId }) => fail({ code: 'layout/not-found', layoutId }),
  };
}
