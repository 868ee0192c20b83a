import './check.css';
import './map.css';
import './sheet.css';
import './check-print.css';
import { Button, Tabs } from 'antd';
import { useEffect, useRef } from 'react';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { useCommand } from '../../components/use-commands.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import { showPanel } from '../workspace/desk-state.ts';
import { useLeaveCheck } from '../workspace/use-check-view.ts';
import { stepToOpenPoint } from '../workspace/use-desk-commands.ts';
import { CoverageMap } from './coverage-map.tsx';
import { OpenList } from './open-list.tsx';
import { ProgressList } from './progress-list.tsx';
import { SheetView } from './sheet-view.tsx';
import { type Check, useCheck } from './use-check.ts';
import { useNarrow } from './use-narrow.ts';
import { type SheetExport, useSheetExport } from './use-sheet-export.ts';
import { useUndoneInSight } from './use-undone-in-sight.ts';

/** Whether it can be filed, in one sentence; and what the desk has to say meanwhile. */
function Verdict({ check }: { readonly check: Check }) {
  const message = useDesk((state) => state.message);
  const { canFile, verdict } = check.sheet;
  return (
    <div className={`filing-verdict ${canFile ? 'is-ready' : 'is-open'}`}>
      <p role="status">{verdict}</p>
      {message && (
        <p className={`filing-message is-${message.tone}`} role="status">
          {message.text}
        </p>
      )}
    </div>
  );
}

function CheckTabs({
  check,
  exporting,
}: {
  readonly check: Check;
  readonly exporting: SheetExport;
}) {
  const open = check.rows.length;
  const isNarrow = useNarrow();
  const progress = <ProgressList check={check} />;
  return (
    <Tabs
      className="check-tabs"
      items={[
        {
          key: 'open',
          label: open > 0 ? `未了事项 ${open}` : '未了事项',
          children: (
            <div className="check-columns">
              <OpenList check={check} />
              {!isNarrow && progress}
            </div>
          ),
        },
        ...(isNarrow ? [{ key: 'progress', label: '进度', children: progress }] : []),
        { key: 'map', label: '覆盖图', children: <CoverageMap check={check} /> },
        {
          key: 'sheet',
          label: '自查表',
          children: <SheetView analysis={check.analysis} exporting={exporting} />,
        },
      ]}
      destroyOnHidden
    />
  );
}

function Empty() {
  const session = useSession();
  const isPaused = useDesk((state) => state.analysisState === 'failed');
  return (
    <div className="check-empty">
      <p role="status">{isPaused ? '检查暂时停了，正文不受影响。' : '正在检查……'}</p>
      {isPaused && <Button onClick={() => session.retryAnalysis()}>重新检查</Button>}
    </div>
  );
}

/** Esc and Shift+F7 lead back, wherever the focus is; what is open within the page takes Esc first. */
function useLeavingKeys(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const leaves = event.key === 'Escape' || (event.key === 'F7' && event.shiftKey);
      if (!leaves || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/**
 * 检查: one page over the desk that says what is still open, where it is told, and whether the
 * report can be filed. Esc leads back to the words, with the caret where it was.
 * @source DESIGN.md 3.5; LOOK.md
 */
export function CheckPage({ onExport }: { readonly onExport: () => void }) {
  const session = useSession();
  const check = useCheck();
  const leave = useLeaveCheck();
  const exporting = useSheetExport();
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.focus(), []);
  useLeavingKeys(leave);
  useCommand('export', () => leave(onExport));
  useUndoneInSight(leave);
  useCommand('check', () => leave());
  useCommand('proofread', () => leave(() => showPanel(session.store, 'proofread')));
  useCommand('nextOpenPoint', () => leave(() => stepToOpenPoint(session, 1)));
  useCommand('find', () => leave(() => session.store.setState({ find: 'find' })));
  useCommand('replace', () => leave(() => session.store.setState({ find: 'replace' })));
  const { summary, report } = session.opened;
  return (
    <main className="check-page" ref={page} tabIndex={-1} aria-label="检查">
      <TopBar
        actions={
          <>
            <Button loading={exporting.isBusy} onClick={exporting.run}>
              导出自查表
            </Button>
            <Button type="primary" onClick={() => leave(onExport)}>
              导出 Word
            </Button>
          </>
        }
      >
        <BackLink label="返回正文" onClick={() => leave()} />
        <h1>{`检查 · ${summary.issuers.join('、')} ${report.year} 年法治政府建设年度报告`}</h1>
      </TopBar>
      {check ? (
        <>
          <Verdict check={check} />
          <CheckTabs check={check} exporting={exporting} />
        </>
      ) : (
        <Empty />
      )}
    </main>
  );
}
