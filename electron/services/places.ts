import { ok } from '../../core/api/index.ts';
import type { PlaceList } from '../../core/places/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

const noPlaces: PlaceList = { source: '', provinces: [] };

/** `places.get`: the list, empty where it cannot be read. */
export function createPlaceMethods({
  library,
}: Pick<ServiceDeps, 'library'>): Pick<MethodTable, 'places.get'> {
  return { 'places.get': async () => ok((await library.loadPlaces()) ?? noPlaces) };
}
