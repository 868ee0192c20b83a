import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { caretBehind } from '../support/typing.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!chromium)('the help, in a real browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let strayRequests: readonly string[];
  const complaints: string[] = [];

  const pane = () => page.locator('.help-pane');
  const title = () => pane().locator('.help-body h2');
  /** The focus in words: class and beginning of the text. */
  const focus = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return `${activeElement?.className} ${activeElement?.textContent?.slice(0, 20)}`;
    });

  /** F1 where one is; then back. */
  async function expectHelp(words: string): Promise<void> {
    await page.evaluate(() => Object.assign(window, { before: document.activeElement }));
    await page.keyboard.press('F1');
    await expect.poll(() => title().innerText()).toBe(words);
    await expect
      .poll(() => pane().evaluate((it) => it.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press('Escape');
    expect(await pane().count()).toBe(0);
    const isBack = () =>
      page.evaluate(() => Reflect.get(window, 'before') === document.activeElement);
    await expect.poll(isBack).toBe(true);
  }

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    const opened = await openContext(browser);
    ({ strayRequests } = opened);
    page = await opened.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(app.url);
    await page.getByRole('button', { name: '先看看样例' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('opens at the first run, and gives the focus back', async () => {
    await expectHelp('第一次打开');
  });

  test('opens at the page of the desk, of each tab, and of the card at a word', async () => {
    await page.getByRole('button', { name: '先看看样例' }).click();
    await page.waitForSelector('.check-item');
    await expectHelp('在桌面上写');
    const tabs = [
      ['清单', '清单：还差什么没有写'],
      ['上年', '上年：去年怎么写的'],
      ['校对', '校对：像是写错的地方'],
      ['素材', '素材：平时随手记'],
      ['承诺', '承诺：上年安排的事办了没有'],
    ] as const;
    for (const [tab, words] of tabs) {
      await page.getByRole('tab', { name: new RegExp(tab, 'u') }).click();
      await expectHelp(words);
    }
    await caretBehind(page, '1项结转下年。');
    await page.keyboard.press('F8');
    await page.waitForSelector('.stale-card');
    await page.keyboard.press('F1');
    await expect.poll(() => title().innerText()).toBe('待更新：换掉上年的数字');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  test('opens at the blanks where one is selected', async () => {
    await page.getByRole('tab', { name: /清单/u }).click();
    await caretBehind(page, '按期办结率100%。');
    await page.keyboard.insertText('另有〔件数〕件。');
    await page.waitForSelector('.blank-field');
    await page.locator('.blank-field').click();
    await page.keyboard.press('F1');
    await expect.poll(() => focus()).toMatch(/空格和 Tab/u);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => String(getSelection()))).toBe('〔件数〕');
  });

  test('lies beside the work, which goes on under its own keys', async () => {
    await page.getByRole('button', { name: '使用说明' }).click();
    await title().waitFor();
    await caretBehind(page, '1项结转下年。');
    await page.keyboard.insertText('照看照写。');
    expect(await page.locator('.ProseMirror').innerText()).toContain('照看照写。');
    expect(await pane().count()).toBe(1);
    await page.keyboard.press('Control+z');
    await pane().getByRole('button', { name: '移到右边' }).click();
    const left = await pane().evaluate((it) => it.getBoundingClientRect().left);
    expect(left).toBeGreaterThan(900);
    await pane().getByRole('button', { name: '移到左边' }).click();
  });

  test('is searched, leafed through and left by keyboard alone', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('空格');
    await expect.poll(() => pane().locator('.help-hit').count()).toBeGreaterThan(2);
    expect(await page.locator('.find-bar').count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => focus()).toMatch(/空格和 Tab/u);
    await pane().getByRole('button', { name: '台账' }).click();
    await expect.poll(() => title().innerText()).toBe('征集表和台账');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => title().innerText()).toBe('清单：还差什么没有写');
    await pane().getByRole('button', { name: '目录' }).click();
    const pages = pane().locator('.help-contents .help-link');
    expect(await pages.count()).toBeGreaterThan(20);
    await pages.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => title().innerText()).toBe('第一次打开');
    await page.keyboard.press('F1');
    expect(await pane().count()).toBe(0);
  });

  test('opens at each page of the check, which Esc in the help does not leave', async () => {
    await page.keyboard.press('Shift+F7');
    await page.locator('.filing-verdict').waitFor();
    await expectHelp('检查：能不能报送');
    await page.getByRole('tab', { name: '覆盖图' }).click();
    await expectHelp('覆盖图');
    await page.getByRole('tab', { name: '自查表' }).click();
    await expectHelp('自查表');
    await page.getByRole('button', { name: '返回正文' }).click();
    await page.getByRole('button', { name: '导出 Word' }).click();
    await page.locator('.export-bar').waitFor();
    await expectHelp('导出 Word');
    await page.keyboard.press('Escape');
  });

  test('opens at the library, the forms, the materials, the settings and the packs', async () => {
    await page.getByRole('button', { name: '报告库' }).click();
    await page.locator('.library').waitFor();
    await page.getByRole('button', { name: '征集表' }).focus();
    await expectHelp('报告库');
    await page.getByRole('button', { name: '加入日历' }).focus();
    await expectHelp('期限和日历');
    await page.getByRole('button', { name: '设置' }).click();
    await page.locator('.settings').waitFor();
    await page.waitForTimeout(400);
    await page.getByRole('radio', { name: '浅色' }).focus();
    await expectHelp('设置、数据和备份');
    await page.getByRole('button', { name: '导入资料包' }).focus();
    await expectHelp('资料包：县里发来的要求');
    await page.keyboard.press('Escape');
    await page.locator('.settings').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '征集表' }).click();
    await page.locator('.forms').waitFor();
    await page.getByRole('button', { name: '选择填好的表' }).focus();
    await expectHelp('征集表和台账');
    await page.keyboard.press('Control+Shift+n');
    await page.locator('.note-card').waitFor();
    await page.keyboard.press('F1');
    await expect.poll(() => focus()).toMatch(/随手记一条/u);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('.note-card').count()).toBe(0);
  });

  test('has no fault of access, light or dark, on any page', async () => {
    await page.keyboard.press('F1');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await pane().getByRole('button', { name: '目录' }).click();
      const names = await pane().locator('.help-contents .help-link').allInnerTexts();
      for (const name of ['', ...(colorScheme === 'light' ? names : names.slice(0, 2))]) {
        if (name !== '') {
          await pane().getByRole('button', { name: '目录' }).click();
          await pane().getByRole('button', { name, exact: true }).click();
          await expect.poll(() => title().innerText()).not.toBe('使用说明');
        }
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const { axe: checker } = window as unknown as {
            axe: {
              run: (
                root: string,
              ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await checker.run('.help-pane');
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(faults, name).toEqual([]);
      }
    }
  }, 60_000);

  test('asks nothing of any network, and the page complained of nothing', () => {
    expect(strayRequests).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
