import { fail } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `report.selfCheck`, `report.exportSelfCheck`. */
export function createSelfCheckMethods(
  _deps: ServiceDeps,
): Pick<MethodTable, 'report.selfCheck' | 'report.exportSelfCheck'> {
  return {
    'report.selfCheck': ({ reportId }) => fail({ code: 'report/not-found', reportId }),
    'report.exportSelfCheck': ({ reportId }) => fail({ code: 'report/not-found', reportId }),
  };
}
