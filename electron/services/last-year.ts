import type { OpenedReport } from '../../core/api/index.ts';
import { joinPieces, type Report } from '../../core/model/index.ts';
import { listSnapshots, readAnswers, readSnapshot, type StoredReport } from '../store/index.ts';
import { type CheckContext, type CheckedLastYear, checkAgainstLastYear } from './check-report.ts';
import type { ServiceDeps } from './deps.ts';
import type { LoadedReport } from './load-report.ts';
import { getSettings } from './settings.ts';

/**
 * Last year's report as it was when the draft was rolled forward from it, whatever became of it in
 * the library since; null for a draft that was begun blank. Its blocks are those that the ids of
 * promises and of carried blocks name.
 */
export function readBase(
  { store }: Pick<ServiceDeps, 'store'>,
  { baseSnapshotId }: Pick<StoredReport, 'baseSnapshotId'>,
): Report | null {
  return baseSnapshotId === null ? null : joinPieces(readSnapshot(store, baseSnapshotId));
}

/**
 * Last year's report and what rolling forward first made of it: two snapshots taken then, which no
 * edit and no later version of the rules can change. Null for a draft that was begun blank.
 */
export function openBase(
  deps: Pick<ServiceDeps, 'store'>,
  { stored }: Pick<LoadedReport, 'stored'>,
): OpenedReport['base'] {
  const report = readBase(deps, stored);
  if (!report) return null;
  const { store } = deps;
  const baseId = stored.summary.base?.id;
  const answers = baseId === undefined ? {} : readAnswers(store, baseId);
  const snapshot = listSnapshots(store, stored.summary.id).find(
    ({ reason }) => reason === 'roll-forward',
  );
  if (!snapshot) return null;
  return {
    year: report.year,
    report,
    rolled: joinPieces(readSnapshot(store, snapshot.id)),
    answers,
  };
}

/** What a stored report is checked against: the settings, the list of places, last year's report. */
export async function readCheckContext(
  deps: Pick<ServiceDeps, 'store' | 'library'>,
  loaded: LoadedReport,
): Promise<Required<CheckContext>> {
  const { deadlines, chain } = getSettings(deps.store);
  const base = openBase(deps, loaded);
  const { confirmed, outcomes } = loaded;
  return {
    deadlines,
    chain,
    places: await deps.library.loadPlaces(),
    lastYear: base && {
      base: base.report,
      rolled: base.rolled,
      answers: base.answers,
      confirmed,
      outcomes,
    },
  };
}

/** What is still open against last year in a stored report: chips nobody confirmed, promises nobody answered. */
export async function readOpenLeft(
  deps: Pick<ServiceDeps, 'store' | 'library'>,
  loaded: LoadedReport,
): Promise<{ readonly stale: number; readonly promises: number }> {
  if (loaded.stored.baseSnapshotId === null) return { stale: 0, promises: 0 };
  const context = await readCheckContext(deps, loaded);
  const { stale, promises }: CheckedLastYear = checkAgainstLastYear(
    loaded.report,
    loaded.packs,
    context,
  );
  return {
    stale: stale.length,
    promises: promises.filter(({ outcome }) => outcome === null).length,
  };
}
