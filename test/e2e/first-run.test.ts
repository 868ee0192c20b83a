import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const chromium = findChromium();
const question = '是否写明依申请公开的件数和答复情况（没有的也要写明）？';

describe.skipIf(!chromium)('the first hour, from an empty library to a Word file', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
    app = await startApp(createTempFolder(), { tourSeen: false });
    page = await (await openContext(browser)).context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(app.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const card = () => page.locator('.check-item').filter({ hasText: question });

  test('the sample opens as this year’s draft, with the tour', async () => {
    await page.getByRole('button', { name: '先看看样例' }).click();
    await page.getByRole('dialog', { name: '左边：目录和进度' }).waitFor();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.tour-card').count()).toBe(0);
  });

  test('what the checklist misses is written from a pattern, its blanks filled by Tab', async () => {
    await page.getByRole('button', { name: /推进政务公开/u }).click();
    await expect.poll(() => card().getAttribute('class')).toContain('is-missing');
    await card().getByRole('button', { name: '插入句式' }).click();
    // it says truthfully that there was none, or how many: two sentences to choose from
    await page.locator('.phrase-choice').filter({ hasText: '〔' }).first().click();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(/^〔.+〕$/u);
    await page.keyboard.insertText('2');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(/^〔.+〕$/u);
    await page.keyboard.insertText('2');
    await expect.poll(() => card().getAttribute('class')).toContain('is-answered');
    expect(await page.locator('.blank-field').count()).toBe(0);
  });

  test('the check page no longer asks for it, and the report is exported', async () => {
    await page.getByRole('button', { name: /^检查/u }).click();
    await page.locator('.filing-verdict').waitFor();
    expect(await page.locator('.open-point').filter({ hasText: question }).count()).toBe(0);
    expect(await page.locator('.open-point').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: '导出 Word' }).last().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '仍然导出' }).click(),
    ]);
    const document = unzipSync(readFileSync(await download.path()))['word/document.xml'];
    expect(document && strFromU8(document)).toContain('青石镇');
    expect(complaints).toEqual([]);
  });
});
