import { fail, ok, type Result } from '../../core/api/index.ts';
import { listRemovedReports, listReports, removeReport, restoreReport } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { keepImport, readImport } from './import.ts';
import { refreshProgress } from './progress.ts';

/** Name under which the worked sample stands in the library. */
export const SAMPLE_NAME = '示例报告.txt';

async function addSample(deps: ServiceDeps): Promise<Result<{ readonly reportId: string }>> {
  const bytes = Buffer.from(deps.sampleText, 'utf8');
  const content = { kind: 'file', base64: bytes.toString('base64') } as const;
  const read = await readImport(deps, SAMPLE_NAME, content);
  return read.ok ? keepImport(deps, { name: SAMPLE_NAME, bytes }, read.value.report) : read;
}

function doneOrNotFound(isDone: boolean, reportId: string): Result<null> {
  return isDone ? ok(null) : fail({ code: 'report/not-found', reportId });
}

/** `library.*`. */
export function createLibraryMethods(
  deps: ServiceDeps,
): Pick<
  MethodTable,
  | 'library.list'
  | 'library.listRemoved'
  | 'library.remove'
  | 'library.restore'
  | 'library.addSample'
> {
  const { store, clock } = deps;
  return {
    'library.list': () => {
      refreshProgress(deps);
      return ok(listReports(store));
    },
    'library.listRemoved': () => ok(listRemovedReports(store)),
    'library.remove': ({ reportId }) =>
      doneOrNotFound(removeReport(store, reportId, clock().toISOString()), reportId),
    'library.restore': ({ reportId }) => doneOrNotFound(restoreReport(store, reportId), reportId),
    'library.addSample': () => addSample(deps),
  };
}
