import { ok } from '../../core/api/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** `report.exportText`, `report.exportSubmission`. */
export function createSubmissionMethods(
  _deps: ServiceDeps,
): Pick<MethodTable, 'report.exportText' | 'report.exportSubmission'> {
  return {
    'report.exportText': () => ok({ kind: 'cancelled' }),
    'report.exportSubmission': () => ok({ delivery: { kind: 'cancelled' }, mark: '', notices: [] }),
  };
}
