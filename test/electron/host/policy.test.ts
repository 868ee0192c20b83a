import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../../support/browser.ts';
import { buildApp } from '../../support/build-app.ts';

const chromium = findChromium();

/** Has the page note what its policy refuses, before anything of it runs. */
function noteViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    const noted = document.documentElement.getAttribute('data-refused') ?? '';
    document.documentElement.setAttribute(
      'data-refused',
      `${noted}${violatedDirective} ${blockedURI}\n`,
    );
  });
}

describe.skipIf(!chromium)('the built page under its own policy', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let strayRequests: readonly string[];

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    const opened = await openContext(browser);
    ({ strayRequests } = opened);
    page = await opened.context.newPage();
    await page.addInitScript(noteViolations);
    await page.goto(app.url);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const refused = () => page.locator('html').getAttribute('data-refused');

  test('asks for nothing that is forbidden, on any of its screens', async () => {
    await page.getByRole('button', { name: '选择文件' }).waitFor();
    for (const fragment of ['#/new/paste', '#/new/blank', '#/new/file', '#/settings', '#/']) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, fragment);
      await page.waitForTimeout(300);
    }
    expect(await refused()).toBeNull();
    expect(strayRequests).toEqual([]);
  });

  test('runs no script that stands in the text', async () => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      const picture = document.createElement('img');
      picture.setAttribute('onerror', 'document.title = "ran"');
      picture.src = 'data:,x';
      document.body.append(script, picture);
    });
    await expect
      .poll(async () => (await refused())?.trim().split('\n').toSorted())
      .toEqual(['script-src-attr inline', 'script-src-elem inline']);
    expect(await page.title()).not.toBe('ran');
  });
});
