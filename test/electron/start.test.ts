import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitAfterNotice } from '../../electron/main/exit-code.ts';
import { parseStartArguments } from '../../electron/start/arguments.ts';
import { type ChoiceTools, chooseEdition } from '../../electron/start/choose.ts';
import {
  adviseRuntime,
  type BrowserReason,
  explainBrowserEdition,
  hasDisplay,
  type Surroundings,
} from '../../electron/start/edition.ts';
import { browserLaunch, launchDetached } from '../../electron/start/open-browser.ts';
import { hasElectronFailed, runUntilEnd } from '../../electron/start/run.ts';
import {
  canConnect,
  type FetchOutcome,
  fetchRuntime,
  findRuntime,
  runtimeSource,
} from '../../electron/start/runtime.ts';

const desktop: Surroundings = {
  platform: 'linux',
  hasDisplay: true,
  isRoot: false,
  browserOnly: false,
};

interface Machine {
  readonly installed?: boolean;
  readonly triedBefore?: boolean;
  readonly fetch?: FetchOutcome;
}

function choose(around: Partial<Surroundings>, machine: Machine = {}) {
  let installed = machine.installed ?? false;
  const seen = { fetches: 0, remembered: false, said: [] as string[] };
  const tools: ChoiceTools = {
    find: () => (installed ? '/electron' : null),
    fetch: async () => {
      seen.fetches += 1;
      installed = machine.fetch === 'fetched';
      return machine.fetch ?? 'failed';
    },
    triedBefore: () => machine.triedBefore ?? false,
    rememberTry: () => {
      seen.remembered = true;
    },
    say: (sentence) => seen.said.push(sentence),
  };
  return { edition: chooseEdition({ ...desktop, ...around }, tools), seen };
}

describe('which edition opens', () => {
  it('is Electron when its runtime is there, without a word', async () => {
    const { edition, seen } = choose({}, { installed: true });
    expect(await edition).toEqual({ kind: 'electron', program: '/electron' });
    expect(seen).toEqual({ fetches: 0, remembered: false, said: [] });
  });

  it.each([
    ['asked', { browserOnly: true }],
    ['noDisplay', { hasDisplay: false }],
    ['root', { isRoot: true }],
  ] as const)(
    'is the browser at once, without fetching anything, when %s',
    async (reason, around) => {
      const { edition, seen } = choose(around, { installed: true, fetch: 'fetched' });
      expect(await edition).toEqual({ kind: 'browser', reason });
      expect(seen.fetches).toBe(0);
    },
  );

  it('is Electron for an administrator of Windows, where its sandbox works', async () => {
    const { edition } = choose({ platform: 'win32', isRoot: true }, { installed: true });
    expect((await edition).kind).toBe('electron');
  });

  it('is Electron after its runtime was fetched, which is announced', async () => {
    const { edition, seen } = choose({}, { fetch: 'fetched' });
    expect((await edition).kind).toBe('electron');
    expect(seen.said).toEqual(['第一次启动，正在下载桌面版运行环境，最多等待一分钟。']);
    expect(seen.remembered).toBe(false);
  });

  it.each([
    ['unreachable', 'runtimeUnreachable'],
    ['timeout', 'runtimeTimeout'],
    ['failed', 'runtimeFailed'],
  ] as const)(
    'is the browser when fetching ends as %s, and that is remembered',
    async (fetch, reason) => {
      const { edition, seen } = choose({}, { fetch });
      expect(await edition).toEqual({ kind: 'browser', reason });
      expect(seen.remembered).toBe(true);
    },
  );

  it('fetches only once by itself', async () => {
    const { edition, seen } = choose({}, { triedBefore: true });
    expect(await edition).toEqual({ kind: 'browser', reason: 'runtimeTriedBefore' });
    expect(seen.fetches).toBe(0);
  });
});

describe('the words for it', () => {
  const reasons: readonly BrowserReason[] = [
    'asked',
    'noDisplay',
    'root',
    'runtimeUnreachable',
    'runtimeTimeout',
    'runtimeFailed',
    'runtimeTriedBefore',
    'electronFailed',
  ];

  it.each(reasons)('are one plain sentence (%s)', (reason) => {
    expect(explainBrowserEdition(reason)).toMatch(/^[^。！!]+浏览器版。$/u);
  });

  it('say how to get the runtime exactly where it is lacking', () => {
    expect(reasons.filter((reason) => adviseRuntime(reason) !== null)).toEqual([
      'runtimeUnreachable',
      'runtimeTimeout',
      'runtimeFailed',
      'runtimeTriedBefore',
    ]);
  });
});

describe('the words after npm start', () => {
  it('may name the data folder, the browser edition and that nothing be opened', () => {
    expect(parseStartArguments([])).toEqual({
      dataFolder: null,
      browserOnly: false,
      openBrowser: true,
    });
    expect(parseStartArguments(['--data', 'records', '--browser', '--no-open'])).toEqual({
      dataFolder: resolve('records'),
      browserOnly: true,
      openBrowser: false,
    });
  });

  it.each([[['--dta', 'x']], [['--data']], [['--data=']], [['report.docx']]])(
    'are not guessed at: %j',
    (words) => expect(parseStartArguments(words)).toBeNull(),
  );
});

describe('opening the browser', () => {
  const address = 'http://127.0.0.1:40123/#token=abc-_123';

  it('uses what each system has for it', () => {
    const programs = (['win32', 'darwin', 'linux'] as const).map(
      (platform) => browserLaunch(platform, true, address)?.program,
    );
    expect(programs).toEqual(['cmd.exe', 'open', 'xdg-open']);
  });

  it('hands the whole address over in quotes on Windows', () => {
    expect(browserLaunch('win32', true, address)).toMatchObject({
      words: ['/d', '/s', '/c', `"start "" "${address}""`],
      verbatim: true,
    });
  });

  it('opens nothing where nothing can be seen', () => {
    expect(browserLaunch('linux', false, address)).toBeNull();
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  it('says when the program is not there', async () => {
    const launch = { program: 'no-such-browser-opener', words: [address], verbatim: false };
    expect(await launchDetached(launch)).toBe(false);
  });
});

describe("Electron's runtime", () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runtime-'));
    put('package.json', '{"version":"45.4.1"}');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function put(name: string, text: string): void {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  it('is found only when program, path and version are all there', () => {
    expect(findRuntime(folder, null)).toBeNull();
    put('dist/electron', '');
    put('dist/version', '45.4.1');
    expect(findRuntime(folder, null)).toBeNull();
    put('path.txt', 'electron');
    expect(findRuntime(folder, null)).toBe(join(folder, 'dist/electron'));
    put('dist/version', 'v44.0.0');
    expect(findRuntime(folder, null)).toBeNull();
  });

  it('may lie in a folder of its own', () => {
    put('elsewhere/electron', '');
    expect(findRuntime(folder, join(folder, 'elsewhere'))).toBe(join(folder, 'elsewhere/electron'));
    expect(findRuntime(folder, join(folder, 'nowhere'))).toBeNull();
  });

  it('is fetched from a mirror where one is set', () => {
    expect(runtimeSource({})).toMatch(/^https:/u);
    expect(runtimeSource({ ELECTRON_MIRROR: 'https://mirror.example/' })).toBe(
      'https://mirror.example/',
    );
  });

  /** A source on this machine that takes connections. */
  async function withSource<Value>(work: (source: string) => Promise<Value>): Promise<Value> {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const place = server.address();
    try {
      return await work(`http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}/`);
    } finally {
      await new Promise((done) => server.close(done));
    }
  }

  const closedSource = 'http://127.0.0.1:1/';
  const limits = { connectMs: 2_000, wholeMs: 20_000 };

  it('counts as fetched when the installer ends well', async () => {
    put('install.js', 'process.exit(0)');
    expect(await fetchRuntime(folder, closedSource, limits)).toBe('fetched');
  });

  it('has failed when the installer fails although its source is there', async () => {
    put('install.js', 'process.exit(1)');
    expect(await withSource((source) => fetchRuntime(folder, source, limits))).toBe('failed');
  });

  it('is given up soon after the source proved out of reach, whatever the installer still tries', async () => {
    put('install.js', 'setInterval(() => undefined, 1000)');
    const outcome = await fetchRuntime(folder, closedSource, { ...limits, connectMs: 200 });
    expect(outcome).toBe('unreachable');
  });

  it('is given up when the time is over', async () => {
    put('install.js', 'setInterval(() => undefined, 1000)');
    const outcome = await withSource((source) =>
      fetchRuntime(folder, source, { ...limits, wholeMs: 200 }),
    );
    expect(outcome).toBe('timeout');
  });

  it('knows a source that answers from one that does not', async () => {
    expect(await withSource((source) => canConnect(source, 2_000))).toBe(true);
    expect(await canConnect(closedSource, 2_000)).toBe(false);
  });
});

describe('running Electron', () => {
  const script = (text: string) => runUntilEnd(process.execPath, ['--eval', text], process.cwd());

  it('tells its own failure from an ordinary end and from one the person was told of', async () => {
    expect(hasElectronFailed(await script('process.exit(0)'))).toBe(false);
    expect(hasElectronFailed(await script(`process.exit(${exitAfterNotice})`))).toBe(false);
    expect(hasElectronFailed(await script('process.exit(1)'))).toBe(true);
    expect(hasElectronFailed(await script('process.kill(process.pid, "SIGKILL")'))).toBe(true);
    expect(hasElectronFailed(await runUntilEnd('no-such-electron', [], process.cwd()))).toBe(true);
  });

  it('does not count Ctrl+C as a failure', () => {
    expect(hasElectronFailed({ code: null, signal: 'SIGINT', interrupted: true })).toBe(false);
  });
});

describe('npm start', () => {
  const start = resolve(import.meta.dirname, '../../electron/start.ts');
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs it without a display and interrupts it when `until` has been printed. */
  async function run(words: readonly string[], until: RegExp) {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const child = spawn(process.execPath, [start, ...words], { env });
    let told = '';
    let interrupted = false;
    const hear = (chunk: Buffer): void => {
      told += chunk.toString('utf8');
      if (interrupted || !until.test(told)) return;
      interrupted = true;
      child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const code = await new Promise<number | null>((done) => child.once('close', done));
    return { code, told };
  }

  it('prints the address where there is no display, and Ctrl+C ends it cleanly', async () => {
    // Elsewhere there is always a display.
    const words = process.platform === 'linux' ? [] : ['--browser'];
    const { code, told } = await run([...words, '--data', folder, '--no-open'], /Ctrl\+C/u);
    if (process.platform === 'linux') expect(told).toContain('没有找到图形界面');
    expect(told).toMatch(/请用浏览器打开：http:\/\/127\.0\.0\.1:\d+\//u);
    expect(told).toContain('年报助手已退出。');
    expect(code).toBe(0);
  });

  it('says how it is used when it does not understand', async () => {
    const { code, told } = await run(['--unknown'], /永不出现/u);
    expect(told).toContain('用法：npm start');
    expect(code).toBe(2);
  });

  it('says in words that the store does not open, and ends', async () => {
    writeFileSync(join(folder, 'nianbao.db'), 'not a database at all '.repeat(100));
    const { code, told } = await run(['--data', folder, '--browser'], /永不出现/u);
    expect(told).toContain('数据文件');
    expect(code).toBe(1);
  });
});
