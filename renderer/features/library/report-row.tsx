import { Button, Dropdown, type MenuProps } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReportStatus, ReportSummary } from '../../../core/api/index.ts';
import { useReadyApp } from '../../stores/app.ts';
import { navigate } from '../../stores/navigation.ts';
import { describeReport, nameReport, statusNames } from './describe-report.ts';

/** What a row can do with its report. */
export interface RowActions {
  readonly setStatus: (status: ReportStatus) => void;
  /** Asked of imported reports only. */
  readonly giveOriginal: () => void;
  readonly remove: () => void;
  readonly restore: () => void;
}

const statusChoices: readonly (readonly [ReportStatus, string])[] = [
  ['writing', '改回正在写'],
  ['filed', '标为已报送'],
  ['archived', '归档'],
];

function open(summary: ReportSummary): void {
  navigate({ screen: 'workspace', reportId: summary.id });
}

function offerOriginal(
  { originalName, base }: ReportSummary,
  { giveOriginal }: RowActions,
): NonNullable<MenuProps['items']> {
  if (originalName === null && !base?.originalName) return [];
  const label = originalName === null ? '取回上年原件' : '取回原件';
  return [{ key: 'original', label, onClick: giveOriginal }];
}

function buildMenu(summary: ReportSummary, actions: RowActions): MenuProps {
  const choices = statusChoices.filter(([status]) => status !== summary.status);
  return {
    items: [
      { key: 'open', label: '打开', onClick: () => open(summary) },
      {
        key: 'roll',
        label: '以此为上年报告新建',
        onClick: () => navigate({ screen: 'new', start: 'report', reportId: summary.id }),
      },
      ...offerOriginal(summary, actions),
      { type: 'divider' },
      ...choices.map(([status, label]) => ({
        key: status,
        label,
        onClick: () => actions.setStatus(status),
      })),
      { type: 'divider' },
      { key: 'remove', label: '移除', onClick: actions.remove },
    ],
  };
}

function Progress({ summary }: { readonly summary: ReportSummary }) {
  const { progress } = summary;
  if (!progress || progress.total === 0) return <div className="report-progress" />;
  const { answered, total } = progress;
  return (
    <div className="report-progress">
      {summary.status === 'writing' && (
        <progress value={answered} max={total} aria-label="清单应答进度" />
      )}
      <span>
        已答 {answered} / {total} 项
      </span>
    </div>
  );
}

/** A report in the library: the whole card opens it, ⋯ holds the rest. */
export function ReportRow({
  summary,
  actions,
}: {
  readonly summary: ReportSummary;
  readonly actions: RowActions;
}) {
  const { info, settings } = useReadyApp();
  // The unit's own name stands over the list; only another one is worth repeating.
  const isForeign = !summary.issuers.every((issuer) => settings.issuers.includes(issuer));
  const name = nameReport(summary);
  return (
    <li className={`report is-${summary.status}`}>
      <span className="report-year" aria-hidden="true">
        {summary.year}
      </span>
      <div className="report-words">
        <button type="button" className="report-open" onClick={() => open(summary)}>
          {name}
        </button>
        <p>
          {isForeign && <span>{summary.issuers.join('、')}</span>}
          {describeReport(summary, info.today).map((piece) => (
            <span key={piece}>{piece}</span>
          ))}
        </p>
      </div>
      <Progress summary={summary} />
      <span className={`status-tag is-${summary.status}`}>{statusNames[summary.status]}</span>
      <Dropdown menu={buildMenu(summary, actions)} trigger={['click']} placement="bottomRight">
        <Button
          type="text"
          className="report-more"
          aria-label={`${name}：更多操作`}
          aria-haspopup="menu"
        >
          <span aria-hidden="true">⋯</span>
        </Button>
      </Dropdown>
    </li>
  );
}

/** Where a report was removed: what happened, and the way back. */
export function RemovedRow({
  summary,
  actions,
}: {
  readonly summary: ReportSummary;
  readonly actions: RowActions;
}) {
  const undo = useRef<HTMLButtonElement>(null);
  // The focus was in the row that is gone; without this it would be lost.
  useEffect(() => undo.current?.focus(), []);
  return (
    <li className="report is-removed">
      <p role="status">已从报告库移除“{nameReport(summary)}”，内容没有删掉。</p>
      <Button ref={undo} onClick={actions.restore}>
        撤销
      </Button>
    </li>
  );
}
