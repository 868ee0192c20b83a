import './api/no-eval.ts';
import './styles/base.css';
import './styles/components.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallProvider } from './api/call-context.tsx';
import { createCall } from './api/create-call.ts';
import { beginSession } from './api/http-call.ts';
import { markStyleElements, readNonce } from './api/nonce.ts';
import { readToken } from './api/token.ts';
import { App } from './app.tsx';
import { loadApp } from './stores/app.ts';
import { followAddress, formatHash } from './stores/navigation.ts';

/**
 * Uses up the token of the address, so that it stays neither in sight nor in the history. A token
 * that was used before is no failure yet: the cookie it gave may still be good, and the first
 * question to the program will tell.
 */
async function enter(): Promise<void> {
  const token = readToken(window.location.hash);
  if (token === null) return;
  window.history.replaceState(null, '', formatHash({ screen: 'library' }));
  await beginSession({ fetch: (path, init) => window.fetch(path, init) }, token);
}

async function start(root: HTMLElement): Promise<void> {
  const nonce = readNonce(document);
  if (nonce !== undefined) markStyleElements(document, nonce);
  const call = createCall();
  if (!window.nianbao) await enter();
  followAddress();
  createRoot(root).render(
    <StrictMode>
      <CallProvider value={call}>
        <App />
      </CallProvider>
    </StrictMode>,
  );
  await loadApp(call);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await start(root);
