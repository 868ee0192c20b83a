import './styles/base.css';
import './styles/components.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ApiError } from '../core/api/index.ts';
import { CallProvider } from './api/call-context.tsx';
import { createCall } from './api/create-call.ts';
import { beginSession } from './api/http-call.ts';
import { readToken } from './api/token.ts';
import { App } from './app.tsx';
import { loadApp, useApp } from './stores/app.ts';
import { followAddress, formatHash } from './stores/navigation.ts';

/** Uses up the token of the address, so that it stays neither in sight nor in the history. */
async function enter(): Promise<ApiError | null> {
  const token = readToken(window.location.hash);
  if (token === null) return null;
  window.history.replaceState(null, '', formatHash({ screen: 'library' }));
  return beginSession({ fetch: (path, init) => window.fetch(path, init) }, token);
}

async function start(root: HTMLElement): Promise<void> {
  const call = createCall();
  const refused = window.nianbao ? null : await enter();
  followAddress();
  createRoot(root).render(
    <StrictMode>
      <CallProvider value={call}>
        <App />
      </CallProvider>
    </StrictMode>,
  );
  if (refused) useApp.setState({ phase: 'failed', error: refused }, true);
  else await loadApp(call);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await start(root);
