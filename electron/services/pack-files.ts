import { fail, ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `packs.list`, `packs.import`, `packs.export`, `packs.remove`. */
export function createPackFileMethods(
  _deps: ServiceDeps,
): Pick<MethodTable, 'packs.list' | 'packs.import' | 'packs.export' | 'packs.remove'> {
  return {
    'packs.list': () => ok([]),
    'packs.import': ({ name }) => fail({ code: 'pack/refused', name, faults: [] }),
    'packs.export': ({ packId }) => fail({ code: 'pack/not-found', packId }),
    'packs.remove': ({ packId }) => fail({ code: 'pack/not-found', packId }),
  };
}
