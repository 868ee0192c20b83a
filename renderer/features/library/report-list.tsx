import { useState } from 'react';
import type { ApiError, FileDelivery, ReportSummary, Result } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { sortReports } from './describe-report.ts';
import { RemovedShelf } from './removed-shelf.tsx';
import { RemovedRow, ReportRow, type RowActions } from './report-row.tsx';

/** Where an original went, in words; null when the person thought better of it. */
function tellOriginal(delivery: FileDelivery): string | null {
  if (delivery.kind === 'cancelled') return null;
  if (delivery.kind === 'written') return `原件已存到 ${delivery.path}`;
  return `原件已存到浏览器的下载文件夹：${delivery.fileName}`;
}

type Removed = ReadonlyMap<string, ReportSummary>;

function without(removed: Removed, id: string): Removed {
  return new Map([...removed].filter(([other]) => other !== id));
}

/** The reports by year. What is removed leaves a line in its place that brings it back. */
export function ReportList({
  reports,
  removedBefore,
  onChange,
}: {
  readonly reports: readonly ReportSummary[];
  /** Removed at an earlier time; they stand folded below the list. */
  readonly removedBefore: readonly ReportSummary[];
  /** Asked when the list must be read again. */
  readonly onChange: () => void;
}) {
  const call = useCall();
  const [removed, setRemoved] = useState<Removed>(new Map());
  const [error, setError] = useState<ApiError | null>(null);

  const [said, setSaid] = useState<string | null>(null);

  async function attempt<Value>(asked: Promise<Result<Value>>, then: (value: Value) => void) {
    const result = await asked;
    setSaid(null);
    setError(result.ok ? null : result.error);
    if (result.ok) then(result.value);
  }
  const takeOriginal = (delivery: FileDelivery) => {
    if (delivery.kind === 'download') saveDownload(delivery);
    setSaid(tellOriginal(delivery));
  };
  const actionsFor = (summary: ReportSummary): RowActions => ({
    setStatus: (status) =>
      void attempt(call('report.setStatus', { reportId: summary.id, status }), onChange),
    giveOriginal: () =>
      void attempt(call('report.original', { reportId: summary.id }), takeOriginal),
    remove: () =>
      void attempt(call('library.remove', { reportId: summary.id }), () =>
        setRemoved((before) => new Map([...before, [summary.id, summary]])),
      ),
    restore: () =>
      void attempt(call('library.restore', { reportId: summary.id }), () => {
        setRemoved((before) => without(before, summary.id));
        onChange();
      }),
  });

  const present = reports.filter(({ id }) => !removed.has(id));
  const rows = sortReports([...present, ...removed.values()]);
  return (
    <>
      {error && <Problem error={error} />}
      <p className="library-lead" role="status">
        {said}
      </p>
      <ul className="reports">
        {rows.map((summary) =>
          removed.has(summary.id) ? (
            <RemovedRow key={summary.id} summary={summary} actions={actionsFor(summary)} />
          ) : (
            <ReportRow key={summary.id} summary={summary} actions={actionsFor(summary)} />
          ),
        )}
      </ul>
      <RemovedShelf
        reports={removedBefore.filter(({ id }) => !removed.has(id))}
        onRestore={(summary) => actionsFor(summary).restore()}
      />
    </>
  );
}
