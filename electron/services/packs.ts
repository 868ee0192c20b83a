import { ok } from '../../core/api/index.ts';
import { choosePacks, type UnitKind } from '../../core/packs/index.ts';
import type { Store } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { getSettings } from './settings.ts';

/** The kind of unit the writer named in 设置; undefined where names are to tell it. */
export function chosenUnitKind(store: Store): UnitKind | undefined {
  const { unitKind } = getSettings(store);
  return unitKind === 'auto' ? undefined : unitKind;
}

/** `packs.forYear`. */
export function createPackMethods({
  library,
  store,
}: ServiceDeps): Pick<MethodTable, 'packs.forYear'> {
  return {
    'packs.forYear': ({ year, issuers }) =>
      ok(
        choosePacks(library.packs, year, {
          issuers: issuers ?? getSettings(store).issuers,
          unitKind: chosenUnitKind(store),
        }),
      ),
  };
}
