import { Button } from 'antd';
import type { ReportSummary } from '../../../core/api/index.ts';
import { nameReport } from './describe-report.ts';

/** What was removed earlier, folded away, and the way back. Nothing where nothing was removed. */
export function RemovedShelf({
  reports,
  onRestore,
}: {
  readonly reports: readonly ReportSummary[];
  readonly onRestore: (summary: ReportSummary) => void;
}) {
  if (reports.length === 0) return null;
  return (
    <details className="removed-shelf">
      <summary>移除的报告 {reports.length} 份</summary>
      <ul>
        {reports.map((summary) => (
          <li key={summary.id}>
            <span className="removed-year">{summary.year}</span>
            <span className="removed-name">{nameReport(summary)}</span>
            <Button
              size="small"
              aria-label={`恢复“${nameReport(summary)}”`}
              onClick={() => onRestore(summary)}
            >
              恢复
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
