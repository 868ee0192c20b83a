import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { caretBehind } from '../support/typing.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!chromium).each<keyof typeof viewports>(['full', 'scaled'])(
  'the tour at the first draft, in a %s window',
  (size) => {
    let app: RunningApp;
    let browser: Browser;
    let page: Page;

    const card = () => page.locator('.tour-card');
    const heading = () => card().locator('h2').innerText();
    const isInCard = () => card().evaluate((it) => it.contains(document.activeElement));
    const pageText = () => page.locator('.ProseMirror').innerText();
    const begin = async () => {
      await page.getByRole('button', { name: '先看看样例' }).click();
      await card().waitFor();
    };

    beforeAll(async () => {
      buildApp();
      browser = await launchBrowser(chromium ?? '');
      app = await startApp(createTempFolder(), { tourSeen: false });
      page = await (await openContext(browser, size)).context.newPage();
      await page.goto(app.url);
      await begin();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await app?.close();
    });

    /** The card lies in the window, and over nothing of what it speaks of but the page. */
    async function expectInWindow(): Promise<void> {
      const box = await card().boundingBox();
      const window = page.viewportSize();
      if (!box || !window) throw new Error('no card');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(window.width);
      expect(box.y + box.height).toBeLessThanOrEqual(window.height);
    }

    test('goes through outline, page and panel by Enter, and is read out', async () => {
      await expect.poll(isInCard).toBe(true);
      expect(await card().getAttribute('aria-labelledby')).toBeTruthy();
      expect(await heading()).toBe('左边：目录和进度');
      expect(await page.locator('.outline').isVisible()).toBe(true);
      await expectInWindow();
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as {
          axe: { run: (root: string) => Promise<{ violations: { id: string }[] }> };
        };
        return (await checker.run('.tour-card')).violations.map(({ id }) => id);
      });
      expect(faults).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(heading).toBe('中间：报告就写在这里');
      await expect.poll(() => page.locator('.stale-chip').first().isVisible()).toBe(true);
      await expectInWindow();
      await page.keyboard.press('Enter');
      await expect.poll(heading).toBe('右边：清单告诉您还差什么');
      expect(await page.locator('.panel').isVisible()).toBe(true);
      await expect.poll(() => page.locator('.check-item.is-missing').count()).toBeGreaterThan(0);
      await expectInWindow();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(heading).toBe('中间：报告就写在这里');
    });

    test('never stands in the way of writing: what is typed goes to the page', async () => {
      const before = await pageText();
      await caretBehind(page, '1项结转下年。');
      await page.keyboard.type('abc');
      expect(await pageText()).toContain('1项结转下年。abc');
      expect(await card().count()).toBe(1);
      await page.keyboard.press('Control+z');
      await expect.poll(pageText).toBe(before);
      await card().getByRole('button', { name: '下一步' }).focus();
      await page.keyboard.press('x');
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror');
      await page.keyboard.press('Control+z');
    });

    test('Esc leaves it from the page, and it does not come again', async () => {
      await page.keyboard.press('Escape');
      await expect.poll(() => card().count()).toBe(0);
      await page.reload();
      await page.waitForSelector('.stale-chip', { state: 'attached' });
      await page.waitForTimeout(600);
      expect(await card().count()).toBe(0);
    });

    test('comes again from the help, and its last step begins the writing', async () => {
      await page.keyboard.press('F1');
      await page.getByRole('button', { name: '再看一遍三步引导' }).click();
      await expect.poll(isInCard).toBe(true);
      expect(await page.locator('.help-pane').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await card().getByRole('button', { name: '开始写' }).click();
      await expect.poll(() => card().count()).toBe(0);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.className))
        .toContain('ProseMirror');
    });
  },
);
