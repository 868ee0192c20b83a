import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
import {
  activeLine,
  answerCard,
  cardWords,
  goToChanges,
  importOneLine,
  mendHeading,
  openCardBehind,
  openPromises,
  refuseChange,
} from '../support/last-year-journey.ts';

const chromium = findChromium();

describe.skipIf(!chromium)('starting from last year’s report, from the file to Word', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    const { context } = await openContext(browser);
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

  const text = async () => (await page.locator('.ProseMirror').innerText()).replace(/\s/gu, '');
  const sectionRow = () => page.locator('.outline-row', { hasText: '提升执法水平' });
  const card = (words: string) => page.locator('.promise-card', { hasText: words });

  test('a report on one line is read into its parts, and one heading was missed', async () => {
    await importOneLine(page);
    const tree = await page.getByRole('tree', { name: '读成这样' }).innerText();
    for (const heading of ['主要工作举措及成效', '提升执法水平', '问题与不足', '努力方向']) {
      expect(tree).toContain(heading);
    }
    expect(tree).not.toContain('（三）');
  });

  test('the heading is put right by keyboard', async () => {
    await mendHeading(page);
    await expect.poll(() => activeLine(page).innerText()).toMatch(/（三）\s*推进政务公开/u);
  });

  test('it is rolled forward, with one change refused', async () => {
    await goToChanges(page);
    await refuseChange(page, '宪法宣传周');
    await page.keyboard.press('Control+Enter');
    await page.locator('.ProseMirror').waitFor();
    const draft = await text();
    expect(draft).toContain('枫林街道2026年法治政府建设情况报告');
    expect(draft).toContain('2025年12月组织宪法宣传周活动4场');
    expect(draft).toContain('2027年，我街道将重点做好以下工作');
    expect(await page.locator('.ProseMirror h3').allInnerTexts()).toContain('推进政务公开');
  });

  test('every chip of a section is confirmed or replaced at its word', async () => {
    await page.waitForSelector('.stale-chip');
    await expect.poll(() => sectionRow().innerText()).toMatch(/待更新 4 处/u);
    await openCardBehind(page, '综合执法队');
    const answers: readonly (readonly [RegExp, string | null])[] = [
      [/^18名/u, null],
      [/^62件/u, '70件'],
      [/^2025年12月/u, '2026年12月'],
      [/^4场/u, '5场'],
    ];
    for (const [words, answer] of answers) {
      await expect.poll(() => cardWords(page)).toMatch(words);
      await answerCard(page, answer);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => sectionRow().innerText()).not.toMatch(/待更新/u);
    expect(await text()).toContain('持证人员18名，办理案件70件。2026年12月组织宪法宣传周活动5场。');
  });

  test('last year’s promises are answered', async () => {
    await openPromises(page);
    await page.getByText('上年安排了 3 件事，还都没有答。').waitFor();
    await card('以案释法').focus();
    await page.keyboard.press('1');
    await card('执法人员3名').focus();
    await page.keyboard.press('2');
    await page.keyboard.insertText('到岗2名');
    await page.keyboard.press('Enter');
    await page.getByText('上年安排了 3 件事：已答 2，还有 1。').waitFor();
  });

  test('the export first lists what is left, then gives a valid document without last year', async () => {
    await page.keyboard.press('Control+e');
    const bar = page.getByRole('region', { name: /导出前/u });
    await expect.poll(() => bar.innerText()).toMatch(/待更新.*1 项承诺没有回答/su);
    expect(await bar.innerText()).not.toContain('提升执法水平');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bar.getByRole('button', { name: '仍然导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('枫林街道办事处2026年法治政府建设年度报告.docx');
    expect(await listSchemaErrors(readFileSync(await download.path()))).toEqual([]);
  });

  test('nothing went wrong in the page', () => {
    expect(problems).toEqual([]);
  });
});
