import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodNames, toBridgeName } from '../../../core/api/index.ts';
import { buildApp, projectRoot } from '../../../electron/build.ts';
import { findObstacle, hasDisplay } from '../../../electron/start/edition.ts';
import { findRuntime } from '../../../electron/start/runtime.ts';

const program = findRuntime(
  join(projectRoot, 'node_modules/electron'),
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? null,
);
const obstacle = findObstacle({
  platform: process.platform,
  hasDisplay: hasDisplay(process.platform, process.env),
  isRoot: process.getuid?.() === 0,
  browserOnly: false,
});
const lack = program === null ? 'its runtime is not installed (npx install-electron)' : obstacle;
if (lack !== null) console.warn(`SKIPPED: the shell is not tested in a real Electron: ${lack}.`);

describe.skipIf(lack !== null)('the shell in a real Electron', () => {
  let folder = '';
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-electron-'));
    await buildApp(projectRoot, { force: false });
    app = await _electron.launch({
      executablePath: program ?? '',
      args: [projectRoot, '--data', folder],
    });
    page = await app.firstWindow();
    await page.waitForSelector('#root > *');
  });

  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the page from its own scheme', async () => {
    expect(page.url()).toMatch(/^app:\/\/nianbao\/index\.html/u);
    expect(await page.title()).toBe('年报助手');
  });

  it('gives the page nothing of Node, and of the app only its functions', async () => {
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module'].filter((name) => name in window),
      bridge: Object.keys(window.nianbao ?? {}),
    }));
    expect(seen.node).toEqual([]);
    expect(seen.bridge.sort()).toEqual(
      [...methodNames.map((name) => toBridgeName(name)), 'onMenuCommand'].sort(),
    );
  });

  it('answers a call of its page', async () => {
    const info = await page.evaluate(() => window.nianbao?.appInfo({}));
    expect(info).toMatchObject({ ok: true, value: { edition: 'electron', dataFolder: folder } });
  });

  it('opens no window, goes nowhere and reaches no network', async () => {
    const outcome = await page.evaluate(async () => {
      const opened = window.open('https://example.org/');
      const fetched = await fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      );
      return { opened: opened === null, fetched };
    });
    expect(outcome).toEqual({ opened: true, fetched: 'refused' });
    expect(app.windows()).toHaveLength(1);
  });

  it('runs no script that was put into the page', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      return Reflect.get(window, 'injected') === true;
    });
    expect(ran).toBe(false);
  });
});
