import type { ReportState } from '../../core/api/index.ts';
import { joinPieces, type Report } from '../../core/model/index.ts';
import { listSnapshots, readSnapshot, type Snapshot, type SnapshotReason } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import { readBase } from './last-year.ts';
import type { LoadedReport } from './load-report.ts';

/** What a snapshot shows, by why it was taken. */
const reasonWords: Readonly<Record<SnapshotReason, string>> = {
  import: '刚导入时的样子',
  'roll-forward': '刚从上年换过来的样子',
  base: '拿它写下一年报告时的样子',
  export: '导出时的样子',
  'before-overwrite': '被另一处的改动盖掉之前的样子',
  'before-restore': '恢复旧稿之前的样子',
  time: '自动留下的样子',
};

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The local date and minute of an instant in words that a file's name can hold: `1月16日12点05分`. */
function formatLocalMinute(instant: string, thisYear: number): string {
  const at = new Date(instant);
  const year = at.getFullYear() === thisYear ? '' : `${at.getFullYear()}年`;
  const day = `${at.getMonth() + 1}月${at.getDate()}日`;
  return `${year}${day}${at.getHours()}点${twoDigits(at.getMinutes())}分`;
}

/** Snapshots newest first; of those of one reason that hold the same, the newest. */
function listTold(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const told = new Map<string, Snapshot>();
  for (const snapshot of snapshots.toReversed()) {
    const key = `${snapshot.reason} ${snapshot.revision}`;
    if (!told.has(key)) told.set(key, snapshot);
  }
  return [...told.values()];
}

/** A state with what it holds. */
export interface FoundState {
  readonly state: ReportState;
  readonly read: () => Report;
}

function findBaseState(deps: ServiceDeps, { stored }: LoadedReport): readonly FoundState[] {
  const report = readBase(deps, stored);
  const { base } = stored.summary;
  if (!report) return [];
  const snapshots = base ? listSnapshots(deps.store, base.id) : [];
  const pinned = snapshots.find(({ id }) => id === stored.baseSnapshotId);
  const title = `上年报告（${report.year} 年）`;
  const at = pinned?.takenAt ?? stored.summary.createdAt;
  return [{ state: { since: { kind: 'base' }, title, at }, read: () => report }];
}

/**
 * The states that a loaded report can be held against: last year's report first, as it was when the
 * draft was rolled forward from it, then the draft's own snapshots, newest first.
 */
export function listStates(deps: ServiceDeps, loaded: LoadedReport): readonly FoundState[] {
  const snapshots = listTold(listSnapshots(deps.store, loaded.stored.summary.id));
  const thisYear = deps.clock().getFullYear();
  return [
    ...findBaseState(deps, loaded),
    ...snapshots.map((snapshot): FoundState => {
      const since = { kind: 'snapshot', snapshotId: snapshot.id } as const;
      const { reason, takenAt } = snapshot;
      const title = `${formatLocalMinute(takenAt, thisYear)}${reasonWords[reason]}`;
      return {
        state: { since, title, at: takenAt },
        read: () => joinPieces(readSnapshot(deps.store, snapshot.id)),
      };
    }),
  ];
}
