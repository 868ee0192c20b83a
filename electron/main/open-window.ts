import type { EventEmitter } from 'node:events';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { guardUnsaved } from './closing.ts';
import { menuChannel } from './menu.ts';
import { type Box, pageGoneBox, pageUnresponsiveBox, unsavedBox } from './notices.ts';
import { appStartUrl } from './security.ts';
import { followWindow, type PlacedWindow, windowOptions } from './window.ts';
import { loadWindowState, saveWindowState } from './window-file.ts';
import { placeWindow } from './window-state.ts';

/** What opening the window needs. */
export interface OpenWindowParts {
  /** Where its place is kept. */
  readonly stateFile: string;
  readonly preload: string;
  readonly icon: string;
  readonly isPackaged: boolean;
  readonly quit: () => void;
}

/** How long the page has for saving when its window is closed, in milliseconds. */
const savePatienceMs = 1_000;

/** Opens the app's window where it was last time, and shows it once the page has drawn itself. */
export async function openWindow(parts: OpenWindowParts): Promise<BrowserWindow> {
  const state = placeWindow(
    loadWindowState(parts.stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
    screen.getPrimaryDisplay().workArea,
  );
  const { preload, icon, isPackaged } = parts;
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(windowOptions({ state, preload, icon, isPackaged, isDark }));
  if (state.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  followWindow(placedWindow(window), (now) => saveWindowState(parts.stateFile, now));
  watchPage(window, parts.quit);
  await window.loadURL(appStartUrl);
  return window;
}

function placedWindow(window: BrowserWindow): PlacedWindow {
  return {
    getNormalBounds: () => window.getNormalBounds(),
    isMaximized: () => window.isMaximized(),
    isMinimized: () => window.isMinimized(),
    isDestroyed: () => window.isDestroyed(),
    onEvent: (event, run) => {
      // Electron declares one overload an event, so a union of names needs its own way in.
      const emitter: EventEmitter = window;
      emitter.on(event, run);
    },
  };
}

/** Brings the window to the person who started the app a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function watchPage(window: BrowserWindow, quit: () => void): void {
  const { webContents } = window;
  const ask = async (box: Box): Promise<number> =>
    (await dialog.showMessageBox(window, box)).response;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void reviveOrQuit();
  });
  const reviveOrQuit = async (): Promise<void> => {
    if ((await ask(pageGoneBox())) === 0) webContents.reload();
    else quit();
  };
  watchUnresponsive(window, ask);
  const guard = guardUnsaved(window, {
    save: () => webContents.send(menuChannel, 'save'),
    askToLeave: async () => (await ask(unsavedBox())) === 1,
    patienceMs: savePatienceMs,
  });
  window.on('close', guard.closing);
  webContents.on('will-prevent-unload', guard.held);
}

/** A page that was ended here comes back through the question about a page that is gone. */
function watchUnresponsive(window: BrowserWindow, ask: (box: Box) => Promise<number>): void {
  let isAsking = false;
  window.on('unresponsive', () => {
    if (!isAsking) void offerReload();
  });
  const offerReload = async (): Promise<void> => {
    isAsking = true;
    const answer = await ask(pageUnresponsiveBox());
    isAsking = false;
    if (answer === 1) window.webContents.forcefullyCrashRenderer();
  };
}
