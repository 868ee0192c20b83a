import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPdf } from '../electron/docx/read/pdf-fixtures.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';

const chromium = findChromium();

const good = {
  name: '青石镇上年报告.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    '青石镇2025年法治政府建设年度报告\n一、主要举措和成效\n（一）学法\n全年组织学法六次，办理案件若干件。',
  ),
};
/** Marks without words, which a reader must go through to the end: it is stopped after 5 s of work. */
const endless = {
  name: '没完的报告.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(buildPdf({ pages: ['q '.repeat(20_000_000)], packed: true })),
};

describe.skipIf(!chromium)('while a file is read, in a real browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    ({ context } = await openContext(browser));
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(app.url);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const choose = async (file: typeof good, on = page) => {
    const [chooser] = await Promise.all([
      on.waitForEvent('filechooser'),
      on.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles(file);
  };
  const waiting = () => page.locator('.waiting');
  const stop = () => page.getByRole('button', { name: '停止' });
  const goHome = async (on = page) => {
    await on.goto(`${new URL(app.url).origin}/#/`);
    await on.getByRole('button', { name: '选择文件' }).waitFor();
  };
  const expectRead = async (on = page) => {
    await on.getByRole('tree', { name: '读成这样' }).waitFor({ timeout: 20_000 });
    expect(await on.locator('h1').innerText()).toContain('青石镇上年报告.txt');
  };
  /** The milliseconds a call takes that has nothing to do with reading. */
  const timeOtherCall = () =>
    page.evaluate(async () => {
      const begun = performance.now();
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/settings.set', {
        method: 'POST',
        headers,
        body: '{"change":{"zoom":100}}',
      });
      return { isOk: (await answer.json()).ok, ms: performance.now() - begun };
    });

  test('a usual file shows no progress and no button on its way', async () => {
    await choose(good);
    await expectRead();
    expect(await stop().count()).toBe(0);
  });

  test('its steps are told one after the other, in words of what is done', async () => {
    await goHome();
    const stages = ['opening', 'reading', 'segmenting'];
    const words = ['正在打开文件', '正在读出文字', '正在分出部分和条目'];
    let at = 0;
    const hold: { go: () => void } = { go: () => undefined };
    const held = new Promise<void>((go) => {
      hold.go = go;
    });
    const delay = async (route: Route) => {
      await held;
      await route.continue();
    };
    await page.route('**/api/import.read', delay);
    await page.route('**/api/import.progress', (route) =>
      route.fulfill({ json: { ok: true, value: { stage: stages[at], elapsedMs: 0 } } }),
    );
    await choose(good);
    for (const [index, said] of words.entries()) {
      at = index;
      await expect.poll(() => waiting().innerText()).toContain(said);
    }
    expect(await page.locator('[aria-busy=true][aria-live=polite]').count()).toBe(1);
    hold.go();
    await expectRead();
    await page.unroute('**/api/import.read', delay);
    await page.unroute('**/api/import.progress');
  });

  test('停止 comes after two seconds, and stops at once; saves are answered meanwhile', async () => {
    await goHome();
    await choose(endless);
    await expect.poll(() => waiting().innerText()).toContain('正在读出文字');
    expect(await stop().count()).toBe(0);
    await stop().waitFor({ timeout: 6000 });
    const other = await timeOtherCall();
    expect(other.isOk).toBe(true);
    expect(other.ms).toBeLessThan(1000);
    await stop().click();
    await waiting().waitFor({ state: 'detached', timeout: 1000 });
    await goHome();
    await choose(good);
    await expectRead();
  });

  test('left alone, it is ended after its time, with words that say what and why', async () => {
    await goHome();
    await choose(endless);
    const refused = page.getByText('读取“没完的报告.pdf”超过了 5 秒，已经停下。');
    await refused.waitFor({ timeout: 40_000 });
    await goHome();
    await choose(good);
    await expectRead();
  }, 60_000);

  /** The id under which `on` has the endless file read, once reading is under way. */
  const beginEndless = async (on: Page) => {
    const [request] = await Promise.all([
      on.waitForRequest('**/api/import.read'),
      choose(endless, on),
    ]);
    await expect.poll(() => on.locator('.waiting').innerText()).toContain('正在读出文字');
    const { readingId } = request.postDataJSON();
    return String(readingId);
  };
  /** A reading that nobody ends goes on for the whole of its 5 s, and longer where others work too. */
  const expectEndedEarly = async (readingId: string) => {
    const ask = () =>
      page.evaluate(async (body) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch('/api/import.progress', { method: 'POST', headers, body });
        return (await answer.json()).value;
      }, JSON.stringify({ readingId }));
    await expect.poll(async () => (await ask()).stage, { timeout: 20_000 }).toBe('done');
    expect((await ask()).elapsedMs).toBeLessThan(5000);
  };

  test('leaving the screen ends it: the next file is not kept waiting', async () => {
    await goHome();
    const readingId = await beginEndless(page);
    await goHome();
    await expectEndedEarly(readingId);
    await choose(good);
    await expectRead();
  });

  test('a window that is closed ends it too', async () => {
    const other = await context.newPage();
    await other.goto(`${new URL(app.url).origin}/#/`);
    await other.getByRole('button', { name: '选择文件' }).waitFor();
    const readingId = await beginEndless(other);
    await other.close();
    await expectEndedEarly(readingId);
  });

  test('the page complained of nothing', () => {
    expect(problems).toEqual([]);
  });
});
