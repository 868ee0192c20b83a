import '../../styles/library.css';
import { Button } from 'antd';
import { useCallback } from 'react';
import { type Call, ok, type ReportSummary, type Result } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Problem } from '../../components/problem.tsx';
import { TopBar } from '../../components/top-bar.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useReadyApp } from '../../stores/app.ts';
import { runCommand } from '../../stores/commands.ts';
import { offerFile } from '../../stores/incoming.ts';
import { usePackChanges } from '../../stores/packs.ts';
import { openNote } from '../../stores/quick-note.ts';
import { DeadlineCard } from './deadline-card.tsx';
import { FirstRun } from './first-run.tsx';
import { FormsButton } from './forms-button.tsx';
import { PackFaults } from './pack-faults.tsx';
import { ReportList } from './report-list.tsx';
import { StartCard } from './start-card.tsx';

interface Shelved {
  readonly reports: readonly ReportSummary[];
  /** Removed, the latest first. */
  readonly removed: readonly ReportSummary[];
}

async function readShelves(call: Call): Promise<Result<Shelved>> {
  const [reports, removed] = await Promise.all([
    call('library.list', {}),
    call('library.listRemoved', {}),
  ]);
  if (!reports.ok) return reports;
  return removed.ok ? ok({ reports: reports.value, removed: removed.value }) : removed;
}

function Shelves({
  reports,
  removed,
  onChange,
}: Shelved & {
  readonly onChange: () => void;
}) {
  const { info, settings } = useReadyApp();
  const packChanges = usePackChanges(({ count }) => count);
  const unit = settings.issuers.join('、');
  return (
    <main className="library">
      <section className="library-main" aria-labelledby="library-title">
        <h1 id="library-title">{unit ? `${unit} · 报告库` : '报告库'}</h1>
        <p className="library-lead">
          {reports.length > 0
            ? `共 ${reports.length} 份报告，都存放在这台电脑上。`
            : '现在没有报告。可以新建一份，也可以恢复移除的报告。'}
        </p>
        <PackFaults faults={info.packFaults} />
        <ReportList reports={reports} removedBefore={removed} onChange={onChange} />
      </section>
      <aside className="library-side" aria-label="新建与期限">
        <StartCard />
        <DeadlineCard key={packChanges} reports={reports} />
      </aside>
    </main>
  );
}

/** 报告库: the unit's reports by year, what to start from, and the deadlines. */
export function Library({ onSettings }: { readonly onSettings: () => void }) {
  const call = useCall();
  const { answer, again } = useAnswer(useCallback(() => readShelves(call), [call]));
  return (
    <FileDrop onFile={offerFile}>
      <TopBar
        actions={
          <>
            <Button title="Ctrl+Shift+N 或 Alt+Shift+N" onClick={() => openNote()}>
              记一条素材
            </Button>
            <Button onClick={() => runCommand('materials')}>素材</Button>
            <FormsButton reports={answer.state === 'ready' ? answer.value.reports : []} />
            <Button onClick={onSettings}>设置</Button>
          </>
        }
      >
        <strong>年报助手</strong>
      </TopBar>
      {answer.state === 'waiting' && <Waiting label="正在打开报告库" />}
      {answer.state === 'failed' && (
        <div className="screen-middle">
          <Problem error={answer.error} onRetry={again} />
        </div>
      )}
      {answer.state === 'ready' &&
        (answer.value.reports.length + answer.value.removed.length === 0 ? (
          <FirstRun />
        ) : (
          <Shelves {...answer.value} onChange={again} />
        ))}
    </FileDrop>
  );
}
