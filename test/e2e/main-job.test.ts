import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
import { findRenderLack, readBoxes, renderPdf } from '../support/render/render.ts';
import { findSeed } from '../support/seeds.ts';
import { composeChinese } from '../support/typing.ts';

const chromium = findChromium();
const lack = findRenderLack();
if (lack) console.warn(`exported pages are not looked at: ${lack}`);
const sample = join(import.meta.dirname, '../../resources/sample-report.txt');
const lastYearFile = findSeed('000') ?? sample;
const yearOf = (path: string) => Number(/(20\d{2})年/u.exec(readFileSync(path, 'utf8'))?.[1]);
const thisYear = yearOf(lastYearFile) + 1;

describe.skipIf(!chromium)(
  'the main job, in a real browser on the real handlers and database',
  () => {
    let app: RunningApp;
    let browser: Browser;
    let context: BrowserContext;
    let strayRequests: readonly string[];
    let page: Page;
    let exported: Buffer;
    const problems: string[] = [];

    beforeAll(async () => {
      buildApp();
      app = await startApp();
      browser = await launchBrowser(chromium ?? '');
      ({ context, strayRequests } = await openContext(browser));
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

    const editor = () => page.locator('.ProseMirror');
    const saved = () => page.getByText(/已保存 \d\d:\d\d:\d\d/u).first();

    test('last year’s report goes in from a file, with what was read beside the original', async () => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '选择文件' }).click(),
      ]);
      await chooser.setFiles(lastYearFile);
      await page.getByText('读成这样').waitFor();
      await expect.poll(() => page.getByText('（一）').count()).toBeGreaterThan(1);
    });

    test('it is rolled to this year: headings and text name the new years', async () => {
      await page.getByRole('button', { name: `沿用为 ${thisYear} 年草稿` }).click();
      await page.getByRole('button', { name: `建立 ${thisYear} 年草稿` }).click();
      await editor().waitFor();
      const text = (await editor().innerText()).replace(/\s/gu, '');
      expect(text).toContain(`${thisYear}年`);
      expect(text).toContain(`${thisYear + 1}年`);
    });

    test('Chinese typed with an IME composition stands in the text, once', async () => {
      await editor().locator('p:not([data-node])').first().click();
      await page.keyboard.press('End');
      await composeChinese(page, ['q', 'qing', 'qingshi', '青石'], '青石镇村两级联动，');
      await page.keyboard.insertText('全年开展专项检查一十八次。');
      const text = await editor().innerText();
      expect(text.split('青石镇村两级联动，全年开展专项检查一十八次。')).toHaveLength(2);
      await saved().waitFor();
    });

    test('after a reload the text is there', async () => {
      await page.waitForTimeout(600);
      await saved().waitFor();
      await page.reload();
      await editor().waitFor();
      await expect
        .poll(() => editor().innerText())
        .toContain('青石镇村两级联动，全年开展专项检查一十八次。');
    });

    test('a check item that is ticked stays ticked', async () => {
      const tick = page.getByRole('button', { name: /^标为已答/u }).first();
      const openRow = page
        .locator('.is-section .outline-jump:has(.outline-badge[title*="清单"])')
        .first();
      const heading = await openRow.getAttribute('title');
      await openRow.click();
      await tick.waitFor();
      const open = await page.getByRole('button', { name: /^标为已答/u }).count();
      await tick.click();
      await expect
        .poll(() => page.getByRole('button', { name: /^标为已答/u }).count())
        .toBe(open - 1);
      await page.reload();
      await editor().waitFor();
      await page.locator(`.outline-jump[title="${heading}"]`).click();
      await expect
        .poll(() => page.getByRole('button', { name: /^标为已答/u }).count())
        .toBe(open - 1);
    });

    test('the exported Word document is valid and named after the unit and the year', async () => {
      await page.getByRole('button', { name: '导出 Word' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '仍然导出' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`${thisYear}年.*\\.docx$`, 'u'));
      exported = readFileSync(await download.path());
      expect(await listSchemaErrors(exported)).toEqual([]);
    });

    test.skipIf(lack !== null)('it opens in LibreOffice and its pages hold the text', async () => {
      const words = (await readBoxes(await renderPdf(exported))).replace(/<[^>]+>|\s/gu, '');
      expect(words).toContain('青石镇村两级联动，');
    });

    test('the library lists both reports, newest first', async () => {
      await page
        .getByRole('link', { name: /报告库/u })
        .or(page.getByRole('button', { name: /报告库/u }))
        .first()
        .click();
      await page.getByText('正在写').first().waitFor();
      const list = await page.locator('main').innerText();
      expect(list.indexOf(String(thisYear))).toBeLessThan(list.lastIndexOf(String(thisYear - 1)));
      expect(list).toContain('已归档');
    });

    test('nothing went wrong in the page and nothing left this machine', () => {
      expect(problems).toEqual([]);
      expect(strayRequests).toEqual([]);
    });
  },
);
