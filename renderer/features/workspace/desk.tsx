import { lazy, Suspense, useEffect, useState } from 'react';
import type { OpenedReport } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useReadyApp } from '../../stores/app.ts';
import { useWarmPreview } from '../export/use-warm-preview.ts';
import { Tour } from '../tour/index.tsx';
import { createAnalyst } from './analyst.ts';
import { DeskBars } from './desk-bars.tsx';
import { SessionProvider, useDesk } from './desk-context.ts';
import { DeskTop } from './desk-top.tsx';
import { createDraftSession } from './draft-session.ts';
import { ExportBar } from './export-bar.tsx';
import { OutlinePane } from './outline-pane.tsx';
import { PagePane } from './page-pane.tsx';
import { Panel } from './panel.tsx';
import { StatusLine } from './status-line.tsx';
import { useDeskView } from './use-check-view.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { useExport } from './use-export.ts';

const CheckPage = lazy(async () => ({
  default: (await import('../check/index.tsx')).CheckPage,
}));

const ExportPage = lazy(async () => ({
  default: (await import('../export/index.tsx')).ExportPage,
}));

const windowTimers = {
  now: () => performance.now(),
  set: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clear: (timer: number) => window.clearTimeout(timer),
};

function DeskBody({ onReopen }: { readonly onReopen: () => void }) {
  const outlineOpen = useDesk((state) => state.outlineOpen);
  const panelOpen = useDesk((state) => state.panelOpen);
  const view = useDeskView();
  useDeskCommands();
  useWarmPreview();
  const { exporting, exportFiling, exportAnyway } = useExport();
  // the desk stays mounted under the page laid over it: caret, undo and analysis live on
  return (
    <div className="desk-frame">
      <div
        className="desk"
        data-outline={outlineOpen ? 'open' : 'closed'}
        data-panel={panelOpen ? 'open' : 'closed'}
        data-covered={view !== null}
      >
        <DeskTop exporting={exporting} exportFiling={exportFiling} />
        <DeskBars onReopen={onReopen} />
        <ExportBar exporting={exporting} onExport={exportAnyway} />
        <div className="desk-columns">
          <OutlinePane />
          <PagePane />
          <Panel />
        </div>
        <StatusLine />
        {view === null && <Tour />}
      </div>
      {view === 'check' && (
        <Suspense fallback={<Waiting label="正在打开检查" />}>
          <CheckPage onExport={exportFiling} />
        </Suspense>
      )}
      {view === 'export' && (
        <Suspense fallback={<Waiting label="正在打开预览" />}>
          <ExportPage />
        </Suspense>
      )}
      <p className="print-hint">请回到年报助手，按 Ctrl+P 打印报告。</p>
    </div>
  );
}

/** An opened report on the desk. Leaving saves what is not yet durable. */
export function Desk({
  opened,
  onReopen,
}: {
  readonly opened: OpenedReport;
  readonly onReopen: () => void;
}) {
  const call = useCall();
  const { settings } = useReadyApp();
  const [session] = useState(() =>
    createDraftSession({
      call,
      opened,
      createId: () => crypto.randomUUID(),
      timers: windowTimers,
      createAnalyst,
      deadlines: settings.deadlines,
      chain: settings.chain,
    }),
  );
  useEffect(() => session.start(), [session]);
  return (
    <SessionProvider value={session}>
      <DeskBody onReopen={onReopen} />
    </SessionProvider>
  );
}
