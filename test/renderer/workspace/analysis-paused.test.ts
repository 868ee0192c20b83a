import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../../support/browser.ts';
import { buildApp } from '../../support/build-app.ts';

const chromium = findChromium();

/** Makes each worker of the page start from a script that is not there, until the page is told otherwise. */
function breakWorkers(): void {
  const Real = Worker;
  Object.assign(globalThis, {
    started: 0,
    areBroken: true,
    Worker: class extends Real {
      constructor(url: URL | string, options?: WorkerOptions) {
        const state = globalThis as unknown as { started: number; areBroken: boolean };
        super(state.areBroken ? '/nowhere.js' : url, options);
        state.started += 1;
      }
    },
  });
}

describe.skipIf(chromium === null)('a desk whose analysis does not start', () => {
  let app: RunningApp;
  let browser: Browser;
  beforeAll(async () => {
    buildApp();
    [app, browser] = await Promise.all([startApp(), launchBrowser(chromium ?? '')]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('says so, saves all the same, and begins anew when it is asked to', async () => {
    const { context } = await openContext(browser, 'full', 'light');
    const page = await context.newPage();
    await page.goto(app.url);
    await page.waitForSelector('h1');
    const reportId = await page.evaluate(async () => {
      const ask = async (method: string, input: object) => {
        const headers = { 'content-type': 'application/json' };
        const asked = { method: 'POST', headers, body: JSON.stringify(input) };
        return (await fetch(`/api/${method}`, asked)).json();
      };
      const id = String((await ask('library.addSample', {})).value.reportId);
      await ask('report.setStatus', { reportId: id, status: 'writing' });
      return id;
    });
    await page.addInitScript(breakWorkers);
    await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
    await page.reload();
    const paused = page.getByText('校对和清单暂时停了，写作和保存不受影响。');
    await paused.waitFor();
    await page.locator('.ProseMirror > p').first().click();
    await page.keyboard.insertText('新写的话。');
    const saved = () => page.locator('.save-state').first().innerText();
    await expect.poll(saved).toMatch(/^已保存 \d\d:\d\d:\d\d$/u);
    const startedOf = () =>
      page.evaluate(() => (globalThis as unknown as { started: number }).started);
    expect(await startedOf()).toBe(2);
    await page.evaluate(() => Object.assign(globalThis, { areBroken: false }));
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForSelector('.check-item', { state: 'attached' });
    expect(await paused.count()).toBe(0);
    expect(await startedOf()).toBe(3);
    await context.close();
  }, 60_000);
});
