import { ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `places.get`. */
export function createPlaceMethods(_deps: ServiceDeps): Pick<MethodTable, 'places.get'> {
  return { 'places.get': () => ok({ source: '', provinces: [] }) };
}
