import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromium = findChromium();
const question = {
  id: 'yunling-police',
  question: '是否写明一村一辅警的情况？',
  outlineItem: null,
  basis: '云岭县司法局通知第三条',
  confidence: 'verified',
  parts: ['achievements'],
  topics: ['党的领导', '矛盾纠纷'],
  answered: ['辅警.{0,20}\\d{1,4}名'],
  touched: ['辅警'],
  phrases: ['配备村（社区）辅警〔人数〕名。'],
  required: true,
};
const head = { format: 1, source: '云岭县司法局通知', date: '2026-01-05', confidence: 'verified' };
const office = {
  kind: 'office',
  ...head,
  id: 'yunling-office',
  title: '云岭县年度报告要求',
  addressees: ['云岭县人民政府'],
  headings: [{ part: 'plan', heading: '{nextYear}年法治建设打算' }],
  deadlines: [
    {
      id: 'submit',
      title: '报县司法局',
      month: 1,
      day: 20,
      source: '通知',
      confidence: 'verified',
    },
  ],
  items: [question],
};
const outline = {
  kind: 'outline',
  ...head,
  id: 'outline-2026-2030',
  title: '法治政府建设实施纲要（2026－2030年）',
  citation: '法治政府建设实施纲要（2026－2030年）',
  documentNumber: '',
  years: { from: 2026, to: 2030 },
  chapters: [
    {
      ordinal: 1,
      title: '总体要求',
      items: [
        {
          id: '2026-1',
          ordinal: 1,
          title: '加强党的领导',
          summary: '写明党委怎样领导法治建设。',
          level: 'all',
          confidence: 'unconfirmed',
          keywords: ['党的领导'],
        },
      ],
    },
  ],
};
const jsonOf = (pack: object) => JSON.stringify(pack, null, 2);

describe.skipIf(!chromium)('resource packs, in a real browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    buildApp();
    const dataFolder = createTempFolder();
    mkdirSync(join(dataFolder, 'packs'));
    writeFileSync(join(dataFolder, 'packs/旧.json'), '{\n "kind": "office"，\n}');
    app = await startApp(dataFolder);
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

  const drawer = () => page.getByRole('dialog', { name: '设置' });
  const openSettings = async () => {
    await page.getByRole('button', { name: '设置' }).first().click();
    await drawer().getByRole('button', { name: '导入资料包' }).waitFor();
  };
  const choose = async (pack: object, name = '云岭县要求.json') => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      drawer().getByRole('button', { name: '导入资料包' }).click(),
    ]);
    await chooser.setFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(jsonOf(pack)),
    });
  };
  const drop = async (pack: object, name: string) => {
    const data = await page.evaluateHandle(
      ([text = '', fileName = '']) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], fileName, { type: 'application/json' }));
        return transfer;
      },
      [jsonOf(pack), name],
    );
    const target = drawer().locator('.pack-drop');
    await target.dispatchEvent('dragenter', { dataTransfer: data });
    await target.dispatchEvent('drop', { dataTransfer: data });
  };

  test('a file that was put in the data folder and is bad is named with its line', async () => {
    await openSettings();
    await drawer()
      .getByText(/^旧\.json：第 2 行：这里用了中文标点“，”/u)
      .waitFor();
  });

  test('a year without an outline says so and what stands in', async () => {
    await drawer()
      .getByText(/没有 \d{4} 年适用的实施纲要，暂按《法治政府建设实施纲要（2021－2025年）》/u)
      .waitFor();
  });

  test('a bad file is refused whole, every fault with its line, in the drawer', async () => {
    const { basis: _, ...withoutBasis } = question;
    await choose({ ...office, colour: 'red', items: [withoutBasis] });
    const faults = drawer().getByRole('alert').locator('.pack-faults li');
    await faults.first().waitFor();
    const lines = await faults.allInnerTexts();
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(
      /第 \d+ 行：清单项“是否写明一村一辅警的情况？”缺少依据（basis）/u,
    );
    expect(await drawer().getByText('自己导入的').count()).toBe(0);
    expect(await drawer().getByRole('alert').isVisible()).toBe(true);
  });

  test('a good one is taken up at once, and shown with its source and date', async () => {
    await choose(office);
    await drawer().getByText('“云岭县年度报告要求”已导入').waitFor();
    const row = drawer().locator('.pack-row').filter({ hasText: '云岭县年度报告要求' });
    await row.waitFor();
    expect(await row.innerText()).toContain('上级要求');
    expect(await row.innerText()).toContain('来源：云岭县司法局通知');
    expect(await row.innerText()).toContain('2026年1月5日');
    await expect.poll(() => drawer().getByText('报县司法局').count()).toBeGreaterThan(0);
  });

  test('can be passed on just as it came', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer().getByRole('button', { name: '导出“云岭县年度报告要求”' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('云岭县年度报告要求.json');
    expect(readFileSync(await download.path(), 'utf8')).toBe(jsonOf(office));
  });

  test('the drawer has no faults of accessibility', async () => {
    await drawer()
      .getByText(/^随程序提供的/u)
      .click();
    await page.evaluate(axe);
    const violations = await page.evaluate(
      `axe.run('.settings').then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(violations).toEqual([]);
  });

  test('an outline that is dropped in makes the notice go', async () => {
    await drop(outline, '新纲要.json');
    await drawer().getByText('“法治政府建设实施纲要（2026－2030年）”已导入').waitFor();
    await expect
      .poll(() =>
        drawer()
          .getByText(/年适用的实施纲要，暂按/u)
          .count(),
      )
      .toBe(0);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'hidden' });
  });

  test('a new blank draft has the county’s heading, addressee and question', async () => {
    await page.getByRole('button', { name: '用空白模板' }).click();
    await page.getByLabel('单位全称').fill('青石镇人民政府');
    await page.getByText('更多选择').click();
    await page.getByRole('combobox', { name: '标题' }).click();
    await page.getByTitle(/^青石镇人民政府关于\d{4}年度法治政府建设情况的报告$/u).click();
    await page.getByRole('button', { name: '建立草稿' }).click();
    const editor = page.locator('.ProseMirror');
    await editor.waitFor();
    const text = (await editor.innerText()).replace(/\s/gu, '');
    expect(text).toContain('云岭县人民政府');
    expect(text).toMatch(/青石镇人民政府关于\d{4}年度法治政府建设情况的报告/u);
    expect(text).toMatch(/\d{4}年法治建设打算/u);
    await page.locator('.outline-jump[title*="党的领导"]').first().click();
    await page.getByText('是否写明一村一辅警的情况？').first().waitFor();
  });

  test('its deadline stands in the library', async () => {
    await page.getByText(/^‹/u).first().click();
    await page.getByRole('heading', { name: /^期限/u }).first().waitFor();
    const card = page.locator('.side-card').filter({ hasText: '期限' }).first();
    await expect.poll(() => card.innerText()).toContain('报县司法局');
    expect(await card.innerText()).toContain('1 月 20 日');
  });

  test('removed, it is used no more, and its file is kept', async () => {
    await openSettings();
    await drawer().getByRole('button', { name: '移除“云岭县年度报告要求”' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('不再使用这个资料包？').waitFor();
    await page
      .getByRole('button', { name: /^移\s?除$/u })
      .last()
      .press('Enter');
    await drawer().getByText('不再使用，文件留在').waitFor();
    await page.waitForTimeout(400);
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(focused).toContain('不再使用');
    expect(
      await drawer().locator('.pack-row').filter({ hasText: '云岭县年度报告要求' }).count(),
    ).toBe(0);
    expect(problems).toEqual([]);
  });
});
