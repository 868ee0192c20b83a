import { fail, ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `report.states`, `report.exportChanges`. */
export function createChangeMethods(
  _deps: ServiceDeps,
): Pick<MethodTable, 'report.states' | 'report.exportChanges'> {
  return {
    'report.states': () => ok([]),
    'report.exportChanges': ({ reportId }) => fail({ code: 'report/no-state', reportId }),
  };
}
