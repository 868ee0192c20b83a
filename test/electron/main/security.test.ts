import { describe, expect, it } from 'vitest';
import {
  appStartUrl,
  isAllowedRequest,
  pagePreferences,
  secureApp,
  secureSession,
} from '../../../electron/main/security.ts';
import { createFakeApp, createFakeContents, createFakeSession } from './fake-electron.ts';

/** A page made after the app was secured. */
function secured() {
  const app = createFakeApp();
  secureApp(app.app);
  const contents = createFakeContents();
  app.events.emit('web-contents-created', {}, contents.contents);
  const emit = (name: string, details: object) => contents.events.emitCancellable(name, details);
  return { emit, open: contents.open };
}

describe('the page of a window', () => {
  it('runs sandboxed and isolated, without Node, DevTools, plugins or a spelling checker', () => {
    expect(pagePreferences('/app/preload.cjs', true)).toStrictEqual({
      preload: '/app/preload.cjs',
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
      devTools: false,
      safeDialogs: true,
    });
  });

  it('has DevTools only while developing', () => {
    const { devTools, ...others } = pagePreferences('/app/preload.cjs', false);
    const { devTools: packaged, ...packagedOthers } = pagePreferences('/app/preload.cjs', true);
    expect([devTools, packaged]).toEqual([true, false]);
    expect(others).toStrictEqual(packagedOthers);
  });

  const elsewhere = [
    'https://example.org/',
    'file:///C:/报告.html',
    'app://nianbao/assets/main.js',
    'app://other/index.html',
    'javascript:alert(1)',
    '',
  ];

  it.each(['will-navigate', 'will-frame-navigate'])('does not get past %s to anywhere', (name) => {
    const { emit } = secured();
    for (const url of elsewhere) {
      expect(emit(name, { url, isMainFrame: true }), url).toBe('prevented');
    }
  });

  it('may load itself again, which is how it recovers from a fault', () => {
    const { emit } = secured();
    for (const url of [appStartUrl, `${appStartUrl}#/report/1`]) {
      expect(emit('will-navigate', { url })).toBe('allowed');
      expect(emit('will-frame-navigate', { url, isMainFrame: true })).toBe('allowed');
    }
  });

  it('holds no frame that could go anywhere', () => {
    const details = { url: appStartUrl, isMainFrame: false };
    expect(secured().emit('will-frame-navigate', details)).toBe('prevented');
  });

  it.each(['will-redirect', 'will-attach-webview'])('does not get past %s', (name) => {
    expect(secured().emit(name, { url: appStartUrl })).toBe('prevented');
  });

  it('opens no other window', () => {
    const { open } = secured();
    expect(open('https://example.org/')).toEqual({ action: 'deny' });
    expect(open(appStartUrl)).toEqual({ action: 'deny' });
  });

  it('is sandboxed before any window is made', () => {
    const app = createFakeApp();
    secureApp(app.app);
    expect(app.isSandboxed()).toBe(true);
  });
});

describe('the session', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
  ])('denies %s both when asked and when checked', (permission) => {
    const session = createFakeSession();
    secureSession(session.session, true);
    expect(session.request(permission)).toBe(false);
    expect(session.check(permission)).toBe(false);
  });

  it('denies devices, screens and pairing', () => {
    const session = createFakeSession();
    secureSession(session.session, true);
    expect(session.device()).toBe(false);
    expect(session.screen()).toBeNull();
    expect(session.pair()).toEqual({ confirmed: false });
  });

  it('saves nothing by itself and checks no spelling', () => {
    const session = createFakeSession();
    secureSession(session.session, true);
    expect(session.events.emitCancellable('will-download')).toBe('prevented');
    expect(session.checksSpelling()).toBe(false);
  });

  it('cancels whatever is not one of our own files', () => {
    const session = createFakeSession();
    secureSession(session.session, true);
    expect(session.isCancelled('app://nianbao/assets/main.js')).toBe(false);
    for (const url of [
      'http://127.0.0.1/',
      'https://example.org/a.js',
      'ws://example.org/',
      'file:///etc/passwd',
      'data:text/html,x',
      'blob:app://nianbao/1',
      'app://other/index.html',
      'devtools://devtools/bundled/inspector.html',
      'chrome-extension://abc/x.js',
      '没有协议',
      '',
    ]) {
      expect(session.isCancelled(url), url).toBe(true);
    }
  });

  it('lets DevTools load its own files while developing, and nothing more', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', false)).toBe(true);
    expect(isAllowedRequest('https://example.org/', false)).toBe(false);
    expect(isAllowedRequest('http://localhost:5173/', false)).toBe(false);
  });
});
