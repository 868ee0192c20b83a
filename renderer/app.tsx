import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useState } from 'react';
import { usualMaterialYear } from '../core/materials/index.ts';
import { useCall } from './api/call-context.tsx';
import { readNonce } from './api/nonce.ts';
import { ArrivalBar } from './components/arrival-bar.tsx';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { useDropGuard } from './components/file-drop.tsx';
import { Problem } from './components/problem.tsx';
import { useCommand, useCommandSources } from './components/use-commands.ts';
import { usePalette } from './components/use-palette.ts';
import { Waiting } from './components/waiting.tsx';
import { Forms } from './features/forms/index.tsx';
import { Help } from './features/help/index.tsx';
import { Library } from './features/library/index.tsx';
import { Materials } from './features/materials/index.tsx';
import { QuickNote } from './features/materials/quick-note.tsx';
import { NewReport } from './features/new-report/index.tsx';
import { Roll } from './features/roll/index.tsx';
import { SettingsDrawer } from './features/settings/index.tsx';
import { loadApp, useApp, useReadyApp } from './stores/app.ts';
import { formatHash, navigate, useNavigation } from './stores/navigation.ts';

const Workspace = lazy(async () => ({
  default: (await import('./features/workspace/index.tsx')).Workspace,
}));

/** The screen the address names. A key makes another report another screen. */
function CurrentScreen({ onSettings }: { readonly onSettings: () => void }) {
  const current = useNavigation((state) => state.current);
  switch (current.screen) {
    case 'library':
      return <Library onSettings={onSettings} />;
    case 'new':
      return <NewReport key={`${current.start}/${current.reportId ?? ''}`} screen={current} />;
    case 'roll':
      return <Roll key={formatHash(current)} screen={current} />;
    case 'materials':
      return <Materials year={current.year} />;
    case 'forms':
      return <Forms key={current.year} year={current.year} />;
    case 'workspace':
      return (
        <div className="screen">
          {current.view === undefined && <ArrivalBar reportId={current.reportId} />}
          <div className="screen-rest">
            <Workspace key={current.reportId} reportId={current.reportId} />
          </div>
        </div>
      );
  }
}

function ReadyApp() {
  const [settingsOpen, setSettingsOpen] = useState(false);
  useCommand('settings', () => setSettingsOpen(true));
  useCommand('about', () => setSettingsOpen(true));
  useCommand('library', () => navigate({ screen: 'library' }));
  useCommand('newReport', () => navigate({ screen: 'new', start: 'choose' }));
  useCommand('importFile', () => navigate({ screen: 'new', start: 'file' }));
  const { today } = useReadyApp().info;
  useCommand('materials', () =>
    navigate({ screen: 'materials', year: usualMaterialYear(null, today) }),
  );
  return (
    <>
      <Suspense fallback={<Waiting label="正在打开草稿" />}>
        <CurrentScreen onSettings={() => setSettingsOpen(true)} />
      </Suspense>
      <QuickNote />
      <Help />
      <SettingsDrawer open={settingsOpen} onClose={() => setSettingsOpen(false)} />
    </>
  );
}

function Phase() {
  const call = useCall();
  const state = useApp();
  switch (state.phase) {
    case 'starting':
      return <Waiting label="正在打开报告库" />;
    case 'failed':
      return (
        <main className="screen-middle">
          <h1 className="visually-hidden">年报助手没有打开</h1>
          <Problem error={state.error} onRetry={() => void loadApp(call)} />
        </main>
      );
    case 'ready':
      return <ReadyApp />;
  }
}

/** The whole window. */
export function App() {
  const chosen = useApp((state) => (state.phase === 'ready' ? state.settings.theme : 'system'));
  const theme = usePalette(chosen);
  const nonce = readNonce(document);
  useCommandSources();
  useDropGuard();
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <FaultBoundary>
        <Phase />
      </FaultBoundary>
    </ConfigProvider>
  );
}
