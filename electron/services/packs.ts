import { ok } from '../../core/api/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `packs.forYear`. */
export function createPackMethods({ library }: ServiceDeps): Pick<MethodTable, 'packs.forYear'> {
  return {
    'packs.forYear': ({ year, issuers }) => ok(choosePacks(library.packs, year, { issuers })),
  };
}
