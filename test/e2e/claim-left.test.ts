import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';

const chromium = findChromium();
const file = {
  name: '青石镇上年报告.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('青石镇2025年法治政府建设年度报告\n一、主要举措和成效\n全年组织学法六次。'),
};

describe.skipIf(!chromium)('leaving while a file is read, in a real browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let asked: string[] = [];

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    const { context } = await openContext(browser);
    page = await context.newPage();
    page.on('request', (request) => {
      const method = /\/api\/(import\.(?:read|cancel))$/u.exec(request.url())?.[1];
      if (method) asked.push(method);
    });
    await page.goto(app.url);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  let letGo: () => void = () => undefined;
  /** Readings wait until the test lets them go. */
  beforeEach(async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    letGo = () => resolve(undefined);
    const hold = async (route: Route) => {
      await promise;
      await route.continue();
    };
    await page.route('**/api/import.read', hold);
    await page.goto(`${new URL(app.url).origin}/#/`);
    asked = [];
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.locator('.waiting').getByText(/正在/u).waitFor();
  });
  afterEach(async () => {
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
  });

  const expectChooser = async () => {
    await page.getByRole('heading', { name: '从哪里开始' }).waitFor();
    expect(await page.locator('.problem').count()).toBe(0);
    await expect.poll(() => asked).toEqual(['import.read', 'import.cancel']);
    letGo();
    await page.waitForTimeout(300);
    expect(await page.getByRole('tree').count()).toBe(0);
    expect(await page.locator('.problem').count()).toBe(0);
  };

  test('stopped, it is the choice of where to begin again, and nothing is wrong', async () => {
    await page.getByRole('button', { name: '停止' }).click();
    await expectChooser();
  });

  test('the way back on the screen ends it too', async () => {
    await page.getByRole('button', { name: '返回' }).click();
    await expectChooser();
  });

  test('the way back of the browser ends it, and the library is shown', async () => {
    await page.goBack();
    await expect.poll(() => asked).toEqual(['import.read', 'import.cancel']);
    letGo();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.location.hash)).toBe('#/');
    expect(await page.locator('.sources').count()).toBe(0);
    expect(await page.getByRole('tree').count()).toBe(0);
  });
});
