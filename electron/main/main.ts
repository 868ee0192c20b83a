import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  protocol,
  session,
  shell,
  Tray,
} from 'electron';
import type { ApiError, MenuCommand } from '../../core/api/index.ts';
import { writeFileAtomic } from '../services/atomic-write.ts';
import { createServices } from '../services/create-services.ts';
import { findDataFolder } from '../services/data-folder.ts';
import { listFontFolders } from '../services/faces/font-folders.ts';
import { loadPacks } from '../services/load-packs.ts';
import { createReader } from '../services/reading/reader.ts';
import { readRendererFile } from '../services/renderer-files.ts';
import { writeFolder } from '../services/write-folder.ts';
import { openStore, type Store } from '../store/index.ts';
import { bundleExtension, parseAppArguments } from './arguments.ts';
import { createDeliver, createDeliverAll } from './deliver.ts';
import { exitAfterNotice } from './exit-code.ts';
import { isOwnFrame } from './frames.ts';
import { registerIpc } from './ipc.ts';
import { createLog } from './log.ts';
import { menuChannel, menuTemplate } from './menu.ts';
import {
  bundleUnreadableBox,
  elsewhereBox,
  faultBox,
  shortcutTakenBox,
  startFailureBox,
  storeFailureBox,
} from './notices.ts';
import { focusWindow, openWindow } from './open-window.ts';
import { appSchemePrivileges, servePage } from './protocol.ts';
import { secureApp, secureSession } from './security.ts';
import { registerShortcut, trayTemplate } from './tray.ts';

/** Same as appId in electron-builder.yml, so that Windows groups window and shortcut. */
const appUserModelId = 'cn.nianbao.desktop';

const asked = parseAppArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
const dataFolder = asked.dataFolder ?? findDataFolder();
const root = app.getAppPath();
const log = createLog(dataFolder);

/** Chromium's own files go below the data folder, by which two folders make two instances. */
function placeChromiumFiles(): void {
  const folder = join(dataFolder, 'electron');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    app.setPath('userData', folder);
  } catch (error) {
    // Opening the store meets the same obstacle, and tells the person in words.
    console.error('data folder not usable', error);
  }
}

function configureChromium(): void {
  app.commandLine.appendSwitch('lang', 'zh-CN');
  // Nothing may go out: neither Chromium's own errands nor the search for a proxy.
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('no-proxy-server');
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
}

function findWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
}

function send(command: MenuCommand): void {
  findWindow()?.webContents.send(menuChannel, command);
}

/** Says why a file could not be written, over the window it was asked for in. */
async function askElsewhere(error: ApiError): Promise<boolean> {
  const window = findWindow();
  const box = elsewhereBox(error);
  const { response } = await (window
    ? dialog.showMessageBox(window, box)
    : dialog.showMessageBox(box));
  return response === 0;
}

/** The window's pages as its style sheet for print lays them out: A4 without margins of its own. */
async function printPdf(): Promise<Uint8Array> {
  const window = findWindow();
  if (!window) throw new Error('there is no window to print');
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
}

async function putServicesTogether(store: Store): Promise<void> {
  const reader = createReader({ entry: join(root, 'dist/electron/reader.cjs') });
  app.on('will-quit', () => void reader.close());
  const handlers = createServices({
    store,
    library: await loadPacks(join(root, 'templates'), dataFolder),
    clock: () => new Date(),
    createId: randomUUID,
    deliver: createDeliver({
      showSaveDialog: (options) => {
        const window = findWindow();
        return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
      },
      write: (path, bytes) => writeFileAtomic(path, bytes),
      askElsewhere,
      startFolder: app.getPath('documents'),
    }),
    deliverAll: createDeliverAll({
      showOpenDialog: (options) => {
        const window = findWindow();
        return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
      },
      writeAll: writeFolder,
      askElsewhere,
      startFolder: app.getPath('documents'),
    }),
    printPdf,
    reader,
    fontFolders: listFontFolders({ platform: process.platform, home: homedir(), env: process.env }),
    info: { version: app.getVersion(), edition: 'electron', dataFolder },
    sampleText: await readFile(join(root, 'resources/sample-report.txt'), 'utf8'),
    log,
  });
  registerIpc(ipcMain, handlers, isOwnFrame);
}

function putMenuTogether(): void {
  const template = menuTemplate({
    send,
    openDataFolder: () => void shell.openPath(dataFolder),
    isDeveloping: !app.isPackaged,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
}

function bringForward(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window) focusWindow(window);
}

function takeNote(): void {
  bringForward();
  send('quickNote');
}

/** The icon beside the clock, and the keys that open the note from any program. */
function putNotesAtHand(icon: string): void {
  const image = nativeImage.createFromPath(icon).resize({ width: 32, height: 32 });
  const tray = new Tray(image);
  const tools = { takeNote, openWindow: bringForward, quit: () => app.quit() };
  tray.setToolTip('年报助手');
  tray.setContextMenu(Menu.buildFromTemplate([...trayTemplate(tools)]));
  tray.on('click', bringForward);
  registerShortcut({
    shortcuts: globalShortcut,
    takeNote,
    toldFile: join(dataFolder, 'electron', 'shortcut-told'),
    tell: () => void dialog.showMessageBox(shortcutTakenBox()),
  });
  app.on('will-quit', () => {
    globalShortcut.unregisterAll();
    tray.destroy();
  });
}

/** Some desktops of Linux have no place for such an icon: the program is whole without it. */
function putNotesAtHandIfPossible(icon: string): void {
  try {
    putNotesAtHand(icon);
  } catch (error) {
    note('tray', error);
  }
}

async function tellAboutBundle(file: string | null): Promise<void> {
  if (file === null || !file.toLowerCase().endsWith(bundleExtension)) return;
  const window = BrowserWindow.getAllWindows()[0];
  const box = bundleUnreadableBox(file);
  await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
}

async function start(): Promise<void> {
  await app.whenReady();
  const opened = openStore(dataFolder, { clock: () => new Date() });
  if (!opened.ok) {
    await dialog.showMessageBox(storeFailureBox(opened.error, dataFolder));
    app.exit(exitAfterNotice);
    return;
  }
  app.on('will-quit', () => opened.value.close());
  app.on('window-all-closed', () => app.quit());
  nativeTheme.themeSource = 'system';
  secureSession(session.defaultSession, app.isPackaged);
  servePage(protocol, (path, nonce) => readRendererFile(join(root, 'dist/renderer'), path, nonce));
  await putServicesTogether(opened.value);
  putMenuTogether();
  const icon = join(root, 'resources/icons/256x256.png');
  await openWindow({
    stateFile: join(dataFolder, 'window.json'),
    preload: join(root, 'dist/electron/preload.cjs'),
    icon,
    isPackaged: app.isPackaged,
    quit: () => app.exit(0),
  });
  putNotesAtHandIfPossible(icon);
  await tellAboutBundle(asked.file);
}

function listenForSecondStart(): void {
  app.on('second-instance', (_event, words, folder) => {
    bringForward();
    void tellAboutBundle(parseAppArguments(words.slice(1), folder).file);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void app.whenReady().then(() => tellAboutBundle(file));
  });
}

function note(where: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').match(/^ {4}at .+$/gmu) : null;
  log({
    at: new Date().toISOString(),
    reference: randomUUID().slice(0, 8),
    where,
    name,
    frames: frames ?? [],
  });
}

async function failToStart(error: unknown): Promise<void> {
  note('start', error);
  await dialog.showMessageBox(startFailureBox(dataFolder));
  app.exit(exitAfterNotice);
}

/** Instead of Electron's own box, which is in English and shows a stack. Told once, noted always. */
function catchFaults(): void {
  let isTold = false;
  const tell = (error: unknown): void => {
    note('main', error);
    if (isTold) return;
    isTold = true;
    void app.whenReady().then(() => dialog.showMessageBox(faultBox(dataFolder)));
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

placeChromiumFiles();
app.setAppUserModelId(appUserModelId);
if (app.requestSingleInstanceLock()) {
  configureChromium();
  secureApp(app);
  catchFaults();
  listenForSecondStart();
  start().catch(failToStart);
} else {
  app.exit(0);
}
