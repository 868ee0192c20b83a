import './export.css';
import './preview.css';
import './disclosure.css';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { useCommand } from '../../components/use-commands.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import { useLeaveCheck } from '../workspace/use-check-view.ts';
import { ChangesDrawer } from './changes-drawer.tsx';
import { Column } from './column.tsx';
import { ExportActions } from './export-actions.tsx';
import { ExportTold } from './export-told.tsx';
import { FormatDrawer } from './format-drawer.tsx';
import { usesTemplate } from './layout-choice.ts';
import { OpenLine } from './open-line.tsx';
import type { PagesHandle } from './pages-view.tsx';
import type { PreviewState } from './preview-keeper.ts';
import { PreviewPane } from './preview-pane.tsx';
import { type Deliveries, useDeliveries } from './use-deliveries.ts';
import { useFiling } from './use-filing.ts';
import { useLayouts } from './use-layouts.ts';
import { useKeeper, usePreview } from './use-preview.ts';

/** What is open within the page and takes Esc first. */
const inner = '.ant-drawer, [role="menu"], [aria-haspopup="menu"][aria-expanded="true"]';

/** Esc leads back, wherever the focus is; what is open within the page takes it first. */
function useLeavingKey(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest(inner)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Ctrl+P on the desk opens this screen, and prints once the pages are there. */
function usePendingPrint(state: PreviewState, { print }: Deliveries): void {
  const { store } = useSession();
  const isAsked = useDesk((desk) => desk.printsWhenShown);
  const isReady = state.preview !== null && !state.isBusy;
  const latest = useRef(print);
  useEffect(() => {
    latest.current = print;
  });
  useEffect(() => {
    if (!isAsked || !isReady) return;
    store.setState({ printsWhenShown: false });
    latest.current();
  }, [isAsked, isReady, store]);
}

/** Brings a section of the column into sight, with the focus on it. */
function showSection(name: string): void {
  const section = document.querySelector(`[data-section-name="${name}"]`);
  const button = section?.querySelector('button');
  if (button?.getAttribute('aria-expanded') === 'false') button.click();
  button?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'start' });
}

/**
 * 导出: the pages as they will be printed, and beside them everything that decides how. Esc leads
 * back to the words, with the caret where it was.
 * @source DESIGN.md 3.6
 */
export function ExportPage() {
  const session = useSession();
  const keeper = useKeeper();
  const copy = useDesk((desk) => desk.copy);
  const state = usePreview(copy, true);
  const layouts = useLayouts();
  const deliveries = useDeliveries();
  const leave = useLeaveCheck();
  const [drawer, setDrawer] = useState<'changes' | 'format' | null>(null);
  const [showsColumn, setShowsColumn] = useState(false);
  const pages = useRef<PagesHandle>(null);
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.focus(), []);
  // what was told on the desk is not told of this screen
  useEffect(() => session.store.setState({ message: null, asksBeforeExport: false }), [session]);
  useLeavingKey(leave);
  usePendingPrint(state, deliveries);
  useCommand('export', deliveries.exportWord);
  useCommand('exportScreen', () => undefined);
  useCommand('print', deliveries.print);
  const layOut = () => void keeper.refresh(session.store.getState().copy);
  const filing = useFiling(layOut);
  const isTemplate = filing.filing !== null && usesTemplate(filing.filing, copy);
  const { summary, report } = session.opened;
  return (
    <main className="export-page" ref={page} tabIndex={-1} aria-label="导出">
      <TopBar
        actions={
          <>
            <Button
              className="narrow-column"
              aria-expanded={showsColumn}
              onClick={() => setShowsColumn(!showsColumn)}
            >
              {showsColumn ? '看页面' : '设置'}
            </Button>
            <ExportActions
              deliveries={deliveries}
              onChanges={() => setDrawer('changes')}
              onFormat={() => setDrawer('format')}
            />
          </>
        }
      >
        <BackLink label="返回正文" onClick={() => leave()} />
        <h1>{`导出 · ${summary.issuers.join('、')} ${report.year} 年法治政府建设年度报告`}</h1>
      </TopBar>
      <ExportTold
        failure={deliveries.failure}
        onClear={deliveries.clear}
        onDisclosure={() => {
          deliveries.clear();
          flushSync(() => setShowsColumn(true));
          showSection('disclosure');
        }}
      />
      <OpenLine />
      <div className="export-columns" data-column={showsColumn ? 'open' : 'closed'}>
        <PreviewPane
          ref={pages}
          isTemplate={isTemplate}
          state={state}
          onRetry={layOut}
          onVerdict={() => {
            flushSync(() => setShowsColumn(true));
            showSection('certificate');
          }}
        />
        <aside className="export-column" aria-label="导出设置">
          <Column
            preview={state.preview}
            layouts={layouts}
            desk={filing}
            onChanged={layOut}
            onPage={(wanted) => {
              setShowsColumn(false);
              pages.current?.goTo(wanted);
            }}
          />
        </aside>
      </div>
      <ChangesDrawer
        open={drawer === 'changes'}
        onClose={() => setDrawer(null)}
        onExport={(since) => {
          setDrawer(null);
          deliveries.exportChanges(since);
        }}
      />
      <FormatDrawer
        open={drawer === 'format'}
        onClose={() => setDrawer(null)}
        choices={layouts.choices}
        first="plain"
      />
    </main>
  );
}
