import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { menuCommands, methodNames } from '../../../core/api/index.ts';
import { exitAfterNotice } from '../../../electron/main/exit-code.ts';
import { pagePreferences } from '../../../electron/main/security.ts';
import { createFakeSession, FakeEvents } from './fake-electron.ts';

const root = resolve(import.meta.dirname, '../../..');
const ownFrame = { url: 'app://nianbao/index.html', parent: null };

/** A stand-in for the whole of `electron`, which notes what it is told and in which order. */
function createElectron(hasLock: boolean, hasShortcut: boolean) {
  const seen = {
    order: [] as string[],
    switches: [] as string[],
    paths: new Map<string, string>(),
    boxes: [] as { message: string; detail: string }[],
    exits: [] as number[],
    menu: [] as { label?: string }[],
    loaded: [] as string[],
    sent: [] as unknown[][],
    options: [] as Record<string, unknown>[],
    handlers: new Map<string, (event: unknown, input: unknown) => Promise<unknown>>(),
    schemes: new Map<string, (request: unknown) => Promise<Response>>(),
    shortcuts: new Map<string, () => void>(),
    tray: [] as { id?: string; label?: string; click?: () => void }[],
  };
  const windows: FakeEvents[] = [];
  const session = createFakeSession();
  class BrowserWindow extends FakeEvents {
    static getFocusedWindow = () => null;
    static getAllWindows = () => windows;
    readonly webContents = Object.assign(new FakeEvents(), {
      send: (...words: unknown[]) => seen.sent.push(words),
    });
    constructor(options: Record<string, unknown>) {
      super();
      seen.order.push('window');
      seen.options.push(options);
      windows.push(this);
    }
    show = () => seen.order.push('show');
    focus = () => seen.order.push('focus');
    restore = () => seen.order.push('restore');
    isMinimized = () => true;
    loadURL = async (url: string) => {
      seen.loaded.push(url);
    };
  }
  class Tray extends FakeEvents {
    constructor() {
      super();
      seen.order.push('tray');
    }
    setToolTip = (words: string) => seen.order.push(words);
    setContextMenu = (items: typeof seen.tray) => seen.tray.push(...items);
    destroy = () => seen.order.push('tray gone');
  }
  const app = Object.assign(new FakeEvents(), {
    isPackaged: true,
    getAppPath: () => root,
    getVersion: () => '0.1.0',
    getPath: () => tmpdir(),
    setPath: (name: string, path: string) => seen.paths.set(name, path),
    setAppUserModelId: () => undefined,
    commandLine: { appendSwitch: (name: string) => seen.switches.push(name) },
    enableSandbox: () => seen.order.push('sandbox'),
    requestSingleInstanceLock: () => hasLock,
    whenReady: async () => {
      seen.order.push('ready');
    },
    quit: () => seen.order.push('quit'),
    exit: (code: number) => seen.exits.push(code),
  });
  const electron = {
    app,
    BrowserWindow,
    dialog: {
      showMessageBox: async (...words: unknown[]) => {
        seen.boxes.push(words.at(-1) as { message: string; detail: string });
        return { response: 0 };
      },
    },
    ipcMain: {
      handle: (channel: string, run: (event: unknown, input: unknown) => Promise<unknown>) =>
        seen.handlers.set(channel, run),
    },
    Menu: {
      buildFromTemplate: (template: { label?: string }[]) => template,
      setApplicationMenu: (template: { label?: string }[]) => seen.menu.push(...template),
    },
    Tray,
    globalShortcut: {
      register: (keys: string, run: () => void) => {
        if (hasShortcut) seen.shortcuts.set(keys, run);
        return hasShortcut;
      },
      unregisterAll: () => seen.shortcuts.clear(),
    },
    nativeImage: { createFromPath: () => ({ resize: () => ({}) }) },
    nativeTheme: { shouldUseDarkColors: false, themeSource: '' },
    protocol: {
      registerSchemesAsPrivileged: () => seen.order.push('schemes'),
      handle: (scheme: string, run: (request: unknown) => Promise<Response>) =>
        seen.schemes.set(scheme, run),
    },
    screen: {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
      getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }),
    },
    session: { defaultSession: session.session },
    shell: { openPath: async () => '' },
  };
  return { electron, seen, app, session, windows };
}

describe('the app', () => {
  let folder = '';
  const formerWords = process.argv;
  const formerListeners = new Set([
    ...process.listeners('uncaughtException'),
    ...process.listeners('unhandledRejection'),
  ] as readonly ((...words: never[]) => unknown)[]);
  let shell: ReturnType<typeof createElectron> | null = null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'main-'));
  });

  afterEach(() => {
    shell?.app.emit('will-quit');
    shell = null;
    process.argv = formerWords;
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      for (const run of process.listeners(event as 'uncaughtException')) {
        if (!formerListeners.has(run)) process.off(event, run);
      }
    }
    vi.resetModules();
    vi.doUnmock('electron');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts main.ts over a stand-in shell and waits until it has a window, a box or an exit. */
  async function start(words: readonly string[] = [], hasLock = true, hasShortcut = true) {
    const made = createElectron(hasLock, hasShortcut);
    shell = made;
    process.argv = ['/app/nianbao', '--data', folder, ...words];
    vi.doMock('electron', () => made.electron);
    await import('../../../electron/main/main.ts');
    await vi.waitFor(
      () => {
        const { loaded, exits } = made.seen;
        expect(loaded.length + exits.length).toBeGreaterThan(0);
      },
      { timeout: 20_000, interval: 10 },
    );
    return made;
  }

  it('is sandboxed and has its scheme before it is ready, and opens one secured window', async () => {
    const { seen, session } = await start();
    const { order } = seen;
    expect(order.indexOf('sandbox')).toBeLessThan(order.indexOf('ready'));
    expect(order.indexOf('schemes')).toBeLessThan(order.indexOf('ready'));
    expect(order.filter((step) => step === 'window')).toHaveLength(1);
    expect(seen.options[0]?.['webPreferences']).toStrictEqual(
      pagePreferences(join(root, 'dist/electron/preload.cjs'), true),
    );
    expect(seen.loaded).toEqual(['app://nianbao/index.html']);
    expect(session.isCancelled('https://example.org/')).toBe(true);
    expect(session.request('media')).toBe(false);
  });

  it('sends nothing out and speaks Chinese', async () => {
    const { seen } = await start();
    expect(seen.switches).toEqual(['lang', 'disable-background-networking', 'no-proxy-server']);
  });

  it('keeps everything below the data folder', async () => {
    const { seen } = await start();
    expect(seen.paths.get('userData')).toBe(join(folder, 'electron'));
    expect(existsSync(join(folder, 'nianbao.db'))).toBe(true);
  });

  it('answers every method for its own page, and none for another', async () => {
    const { seen } = await start();
    expect([...seen.handlers.keys()]).toEqual(methodNames.map((name) => `nianbao:${name}`));
    const info = seen.handlers.get('nianbao:app.info');
    expect(await info?.({ senderFrame: ownFrame }, {})).toMatchObject({
      ok: true,
      value: { edition: 'electron', version: '0.1.0', dataFolder: folder, packFaults: [] },
    });
    for (const run of seen.handlers.values()) {
      await expect(
        run({ senderFrame: { url: 'https://example.org/', parent: null } }, {}),
      ).rejects.toThrow();
    }
  });

  it('sends menu commands to the page on the one channel', async () => {
    const { seen } = await start();
    const items = seen.menu.flatMap((menu) => ('submenu' in menu ? menu.submenu : [])) as {
      id?: string;
      click?: () => void;
    }[];
    for (const name of menuCommands) items.find((item) => item.id === name)?.click?.();
    expect(seen.sent).toEqual(menuCommands.map((name) => ['nianbao:menu', name]));
  });

  it('takes a note from the icon beside the clock and by keys from any program, while it runs', async () => {
    const { seen, app } = await start();
    await vi.waitFor(() => expect(seen.shortcuts.size).toBe(1));
    expect(seen.tray.flatMap(({ label }) => label ?? [])).toEqual([
      '记一条素材',
      '打开年报助手',
      '退出',
    ]);
    seen.tray.find(({ id }) => id === 'takeNote')?.click?.();
    seen.shortcuts.get('CommandOrControl+Shift+N')?.();
    expect(seen.sent).toEqual([
      ['nianbao:menu', 'quickNote'],
      ['nianbao:menu', 'quickNote'],
    ]);
    expect(seen.order.slice(-3)).toEqual(['restore', 'show', 'focus']);
    seen.tray.find(({ id }) => id === 'quit')?.click?.();
    expect(seen.order.at(-1)).toBe('quit');
    app.emit('will-quit');
    expect(seen.shortcuts.size).toBe(0);
    expect(seen.order.at(-1)).toBe('tray gone');
  });

  it('says once that the keys belong to another program, and works all the same', async () => {
    const { seen } = await start([], true, false);
    await vi.waitFor(() => expect(seen.boxes).toHaveLength(1));
    expect(seen.boxes[0]?.message).toContain('Ctrl+Shift+N');
    expect(seen.tray).not.toEqual([]);
    shell?.app.emit('will-quit');
    vi.resetModules();
    const again = await start([], true, false);
    await vi.waitFor(() => expect(again.seen.tray).not.toEqual([]));
    expect(again.seen.boxes).toEqual([]);
  });

  it('shows its window when the page is drawn', async () => {
    const { seen, windows } = await start();
    expect(seen.order).not.toContain('show');
    windows[0]?.emit('ready-to-show');
    expect(seen.order).toContain('show');
  });

  it('starts once only: the second brings the first to the front', async () => {
    const { seen, app } = await start();
    app.emit('second-instance', {}, ['/app/nianbao'], folder);
    expect(seen.order.slice(-3)).toEqual(['restore', 'show', 'focus']);
    expect(seen.options).toHaveLength(1);
  });

  it('leaves without touching anything when it is the second', async () => {
    const { seen } = await start([], false);
    expect(seen.exits).toEqual([0]);
    expect(seen.order).toEqual([]);
    expect(existsSync(join(folder, 'nianbao.db'))).toBe(false);
  });

  it('says that it cannot read a bundle yet, at start and from a second start', async () => {
    const { seen, app } = await start(['青石镇.nianbao']);
    await vi.waitFor(() => expect(seen.boxes).toHaveLength(1));
    expect(seen.boxes[0]?.message).toContain('“青石镇.nianbao”');
    app.emit('second-instance', {}, ['/app/nianbao', '枫林街道.nianbao'], folder);
    await vi.waitFor(() => expect(seen.boxes).toHaveLength(2));
    expect(seen.boxes[1]?.message).toContain('“枫林街道.nianbao”');
  });

  it('notes a fault of its own without any text, and tells of it once in Chinese', async () => {
    const former = process.listeners('uncaughtException');
    const { seen } = await start();
    const [tell] = process.listeners('uncaughtException').filter((run) => !former.includes(run));
    for (const words of ['青石镇的机密', '第二次']) {
      tell?.(new TypeError(words), 'uncaughtException');
    }
    await vi.waitFor(() => expect(seen.boxes).toHaveLength(1));
    expect(seen.boxes[0]?.message).toBe('年报助手出了差错。');
    const log = readFileSync(join(folder, 'errors.log'), 'utf8');
    expect(log.trim().split('\n')).toHaveLength(2);
    expect(log).toContain('TypeError');
    expect(log).not.toContain('青石镇');
  });

  it('says why a newer store is not opened, leaves it as it was and ends', async () => {
    const file = join(folder, 'nianbao.db');
    await start();
    shell?.app.emit('will-quit');
    const database = new Database(file);
    database.pragma('user_version = 9999');
    database.pragma('journal_mode = DELETE');
    database.close();
    const before = readFileSync(file);
    vi.resetModules();
    const { seen } = await start();
    expect(seen.boxes[0]?.message).toContain('更新版本');
    expect(seen.boxes[0]?.detail).toContain(folder);
    expect(seen.exits).toEqual([exitAfterNotice]);
    expect(seen.options).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
