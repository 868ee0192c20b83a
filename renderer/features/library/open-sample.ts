import type { ApiError, Call } from '../../../core/api/index.ts';
import { arrive } from '../../stores/arrival.ts';

/**
 * Puts the worked sample into the library, rolls it forward to the year after it, and opens that
 * draft: a sample of what the program does, not of a finished text. Null when it worked.
 */
export async function openSample(call: Call): Promise<ApiError | null> {
  const added = await call('library.addSample', {});
  if (!added.ok) return added.error;
  const { reportId } = added.value;
  const opened = await call('report.open', { reportId });
  if (!opened.ok) return opened.error;
  const { year, issuers } = opened.value.report;
  const start = { kind: 'report', reportId } as const;
  const created = await call('report.create', { year: year + 1, issuers, start });
  if (!created.ok) return created.error;
  arrive(created.value);
  return null;
}
