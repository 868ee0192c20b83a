import type { App, Session, WebContents, WebPreferences } from 'electron';

/** The custom protocol's name; the page never comes from file:// or the network. */
export const appScheme = 'app';

/** The one origin that the page has. */
export const appOrigin = 'app://nianbao';

/** Where the window begins. */
export const appStartUrl = `${appOrigin}/index.html`;

/**
 * What every window's page may and may not do.
 * @source peers.md 4, recommendations 2–4, 6, 8–12
 */
export function pagePreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
    safeDialogs: true,
  };
}

/** Whether a request may go out at all: only our own files, and DevTools while developing. */
export function isAllowedRequest(url: string, isPackaged: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === `${appScheme}:`) return host === new URL(appOrigin).host;
  return !isPackaged && protocol === 'devtools:';
}

/** Denies every permission and every request that is not for our own files. */
export function secureSession(session: Session, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details.url, isPackaged) }),
  );
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

/** Whether going there means loading our own page again; its screens live in the fragment. */
export function isOwnPage(url: string): boolean {
  return url.split(/[?#]/u, 1)[0] === appStartUrl;
}

function stay(event: { readonly url: string; preventDefault: () => void }): void {
  if (!isOwnPage(event.url)) event.preventDefault();
}

/** Keeps a page where it is: no navigation but to itself, no new window, no embedded browser. */
export function secureContents(contents: WebContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) stay(event);
    else event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Secures whatever page the app will ever make, whoever makes it. */
export function secureApp(app: App): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
}
