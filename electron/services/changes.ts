import { fail, ok } from '../../core/api/index.ts';
import type { Report } from '../../core/model/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';

/** What changed from one report to another, as a .docx with tracked changes. */
export async function compareReportFiles(
  _before: Report,
  _after: Report,
  _date: Date,
): Promise<{ readonly bytes: Uint8Array }> {
  throw new Error('not there yet');
}

/** `report.states`, `report.exportChanges`. */
export function createChangeMethods(
  _deps: ServiceDeps,
): Pick<MethodTable, 'report.states' | 'report.exportChanges'> {
  return {
    'report.states': () => ok([]),
    'report.exportChanges': ({ reportId }) => fail({ code: 'report/no-state', reportId }),
  };
}
