import type { Answer } from '../../core/api/index.ts';
import { coverReport, type Progress } from '../../core/coverage/index.ts';
import { listOutdatedProgress, setProgress, toStoreError } from '../store/index.ts';
import { countProgress } from './check-report.ts';
import type { ServiceDeps } from './deps.ts';
import { type LoadedReport, loadReport } from './load-report.ts';

/**
 * Runs what may be done again later without loss: what the drive, another process or a damaged
 * value refuses is let be. Our own bugs are thrown on.
 */
function attempt({ store }: Pick<ServiceDeps, 'store'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    // the progress stays outdated, and is counted at the next occasion
    if (!toStoreError(error, store.file)) throw error;
  }
}

/** The progress of a report as it stands, with the writer's `answers`. */
export function countLoaded(
  { report, packs }: LoadedReport,
  answers: Readonly<Record<string, Answer>>,
): Progress {
  return countProgress(coverReport(report, packs, answers).items, packs.checklist);
}

/** Keeps the progress of a loaded report for the list; a full disk keeps nobody from reading. */
export function keepProgress(
  deps: Pick<ServiceDeps, 'store'>,
  { stored }: LoadedReport,
  progress: Progress,
): void {
  const { answered, total } = progress;
  const counted = { answered, total, revision: stored.revision };
  attempt(deps, () => setProgress(deps.store, stored.summary.id, counted));
}

/** Counts the progress of a stored report for the list; what cannot be read or kept is let be. */
export function countStored(deps: ServiceDeps, reportId: string): void {
  attempt(deps, () => {
    const loaded = loadReport(deps, reportId);
    if (!loaded.ok) return;
    keepProgress(deps, loaded.value, countLoaded(loaded.value, loaded.value.answers));
  });
}

/**
 * Counts again the progress of every report that was saved since it was counted. Done when the
 * library is looked at and not at each save, which has no time for it.
 */
export function refreshProgress(deps: ServiceDeps): void {
  for (const reportId of listOutdatedProgress(deps.store)) countStored(deps, reportId);
}
