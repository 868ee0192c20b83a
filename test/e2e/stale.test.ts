import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { caretBehind, composeChinese } from '../support/typing.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Last year's report, in words of our own. */
const lastYear = `青石镇人民政府2025年法治政府建设年度报告

云岭县人民政府：
现将青石镇2025年法治政府建设情况报告如下。
一、主要举措和成效
（一）加强组织领导
镇党委专题研究法治建设4次，组织学法12次，覆盖干部96人。
（二）推进严格规范执法
全年办理行政处罚案件62件，其中简易程序55件。全年办理行政处罚案件62件全部公示。
（三）化解矛盾纠纷
受理矛盾纠纷152件，调解成功149件。
二、存在的不足和原因
执法人员只有11名，力量还不充足。
三、第一责任人履职情况
镇长听取法治工作汇报3次。
四、2026年度主要安排
（一）充实执法力量
新招录执法人员2名。

青石镇人民政府
2026年1月16日
`;

interface OpenDesk {
  readonly page: Page;
  readonly app: RunningApp;
  readonly reportId: string;
  readonly complaints: string[];
  readonly end: () => Promise<void>;
}

async function ask<Name extends MethodName>(page: Page, name: Name, input: Input<Name>) {
  const result: Result<Output<Name>> = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(path, { method: 'POST', headers, body });
      return response.json();
    },
    [`/api/${name}`, JSON.stringify(input)] as const,
  );
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value;
}

async function makeDraft(page: Page): Promise<string> {
  const file = { name: '上年报告.txt', content: { kind: 'text' as const, text: lastYear } };
  const { report } = await ask(page, 'import.read', file);
  const kept = await ask(page, 'import.keep', { ...file, report });
  const { reportId } = await ask(page, 'report.create', {
    year: 2026,
    issuers: ['青石镇人民政府'],
    start: { kind: 'report', reportId: kept.reportId },
  });
  return reportId;
}

async function openDesk(
  browser: Browser,
  size: keyof typeof viewports = 'full',
): Promise<OpenDesk> {
  const app = await startApp();
  const { context } = await openContext(browser, size);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(app.url);
  await page.waitForSelector('h1');
  const reportId = await makeDraft(page);
  await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
  await page.reload();
  await page.waitForSelector('.stale-chip');
  const end = async () => {
    await context.close();
    await app.close();
  };
  return { app, page, reportId, complaints, end };
}

const card = (page: Page) => page.getByRole('dialog');
const cardWords = (page: Page) => card(page).locator('h2').innerText();
const chipWords = (page: Page) => page.locator('.stale-chip').allInnerTexts();
const textOf = (page: Page) => page.locator('.ProseMirror').innerText();
const countOpen = async (page: Page) =>
  Number(
    await page
      .getByRole('button', { name: /^待更新 \d+$/u })
      .locator('b')
      .innerText(),
  );

const selectedWords = (page: Page) => page.evaluate(() => String(getSelection()));

async function letterBeforeCaret(page: Page): Promise<string> {
  return page.evaluate(() => {
    const selection = getSelection();
    const text = selection?.anchorNode?.textContent ?? '';
    return text.slice(0, selection?.anchorOffset ?? 0).slice(-1);
  });
}

async function isInWindow(page: Page): Promise<boolean> {
  const box = await card(page).boundingBox();
  const size = page.viewportSize();
  if (!box || !size) return false;
  return (
    box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height
  );
}

describe.skipIf(chromium === null)('待更新 in a real browser', () => {
  let browser: Browser;
  let desk: OpenDesk;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
    desk = await openDesk(browser);
  }, 120_000);
  afterAll(async () => {
    await desk?.end();
    await browser?.close();
  });

  test('carried figures are marked, and counted in the status line, the outline and the panel', async () => {
    const { page } = desk;
    const words = await chipWords(page);
    for (const figure of ['62件', '55件', '152件', '149件']) expect(words).toContain(figure);
    const open = await countOpen(page);
    expect(open).toBeGreaterThanOrEqual(new Set(words).size);
    const row = page.locator('.outline-row', { hasText: '化解矛盾纠纷' });
    await expect
      .poll(() => row.locator('.visually-hidden').first().innerText())
      .toMatch(/待更新 2 处/u);
    await expect
      .poll(() => row.locator('.row-shares').getAttribute('title'))
      .toContain('沿用上年 100%');
    expect(await page.locator('.shares-bar').getAttribute('aria-label')).toMatch(/沿用上年 \d+%/u);
    await page.keyboard.press('F7');
    await expect.poll(() => page.locator('.stale-list h3').innerText()).toBe(`待更新 ${open}`);
  });

  test('F8 leads from the caret to the next, Shift+F8 back, Esc to where one was', async () => {
    const { page } = desk;
    await caretBehind(page, '受理矛盾');
    await page.keyboard.press('F8');
    await expect.poll(() => cardWords(page)).toMatch(/^152件/u);
    expect(await card(page).innerText()).toMatch(/上年：/u);
    await page.keyboard.press('F8');
    await expect.poll(() => cardWords(page)).toMatch(/^149件/u);
    await page.keyboard.press('Shift+F8');
    await expect.poll(() => cardWords(page)).toMatch(/^152件/u);
    expect(await isInWindow(page)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    await page.keyboard.insertText('各类');
    await expect.poll(() => textOf(page)).toContain('受理矛盾各类纠纷152件');
    await page.keyboard.press('Control+z');
  });

  test('a section is cleared by keyboard alone: confirmed, replaced, taken back', async () => {
    const { page } = desk;
    const before = await countOpen(page);
    await caretBehind(page, '受理矛盾');
    await page.keyboard.press('F8');
    await expect.poll(() => cardWords(page)).toMatch(/^152件/u);
    await page.keyboard.press('1');
    await expect.poll(() => cardWords(page)).toMatch(/^149件/u);
    await page.keyboard.press('2');
    await page.keyboard.type('171件');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('调解成功171件');
    await expect.poll(() => countOpen(page)).toBe(before - 2);
    expect(await chipWords(page)).not.toContain('152件');
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page)).toContain('调解成功149件');
    await expect.poll(() => chipWords(page)).toContain('149件');
    expect(await chipWords(page)).not.toContain('152件');
  });

  test('all alike are answered together', async () => {
    const { page } = desk;
    await caretBehind(page, '全年办理');
    await page.keyboard.press('F8');
    await expect.poll(() => cardWords(page)).toMatch(/^62件/u);
    await page.keyboard.press('3');
    await expect.poll(async () => (await chipWords(page)).includes('62件')).toBe(false);
    await expect
      .poll(() => page.locator('.status-message').innerText())
      .toContain('已确认 2 处不变');
    await page.locator('.status-message').getByRole('button', { name: '撤销' }).click();
    await expect
      .poll(async () => (await chipWords(page)).filter((words) => words === '62件').length)
      .toBe(2);
    await caretBehind(page, '全年办理');
    await page.keyboard.press('F8');
    await page.keyboard.press('2');
    await page.keyboard.type('70件');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(async () => (await textOf(page)).split('70件').length).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await textOf(page)).split('62件').length).toBe(3);
  });

  test('what was confirmed stays confirmed after a reload, and can be taken back from the list', async () => {
    const { page } = desk;
    await expect.poll(() => page.locator('.save-state').innerText()).toMatch(/^已保存/u);
    await page.reload();
    await page.waitForSelector('.stale-chip');
    await expect.poll(() => chipWords(page)).toContain('149件');
    expect(await chipWords(page)).not.toContain('152件');
    await page.keyboard.press('F7');
    await page.getByRole('button', { name: /^已确认不变/u }).click();
    await page.locator('.stale-confirmed .stale-row').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => chipWords(page)).toContain('152件');
  });

  test('a click on a chip shows its card and hinders no one from typing there', async () => {
    const { page } = desk;
    await page.locator('.stale-chip', { hasText: '55件' }).click();
    await expect.poll(() => cardWords(page)).toMatch(/^55件/u);
    await page.keyboard.insertText('0');
    await expect.poll(() => card(page).count()).toBe(0);
    expect(await chipWords(page)).not.toContain('55件');
    await page.keyboard.press('Control+z');
    await expect.poll(() => chipWords(page)).toContain('55件');
    await page.locator('.stale-chip', { hasText: '55件' }).click();
    await page.keyboard.press('Alt+Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toMatch(/确认不变/u);
    await page.keyboard.press('4');
    await expect.poll(() => selectedWords(page)).toBe('55件');
  });

  test('an input method writes inside, beside and over a chip, once', async () => {
    const { page } = desk;
    await caretBehind(page, '152');
    await composeChinese(page, ['y', 'yu'], '余');
    await expect.poll(() => textOf(page)).toContain('受理矛盾纠纷152余件，');
    await expect.poll(() => chipWords(page)).not.toContain('152件');
    await caretBehind(page, '149件');
    await composeChinese(page, ['z', 'zheng'], '整');
    await expect.poll(() => textOf(page)).toContain('149件整。');
    await page.locator('.stale-chip', { hasText: '11名' }).click();
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('4');
    await composeChinese(page, ['j', 'jiu', 'jiuming'], '九名');
    await expect.poll(() => textOf(page)).toContain('执法人员只有九名，力量');
    await page.waitForTimeout(700);
    expect((await textOf(page)).split('九名')).toHaveLength(2);
    expect(await letterBeforeCaret(page)).toBe('名');
  });

  test('the field of the card takes an input method’s Enter for its own', async () => {
    const { page } = desk;
    await caretBehind(page, '听取法治');
    await page.keyboard.press('F8');
    await expect.poll(() => cardWords(page)).toMatch(/^3次/u);
    await page.keyboard.press('2');
    await composeChinese(page, ['w', 'wuci'], '五次');
    expect(await card(page).count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('工作汇报五次');
    await page.keyboard.press('Escape');
  });

  test('an answer that could not be kept is told, and the chip is back', async () => {
    const { page } = desk;
    const before = await chipWords(page);
    await page.route('**/api/report.confirm', (route) => route.abort());
    await caretBehind(page, '全年办理');
    await page.keyboard.press('F8');
    await expect.poll(() => cardWords(page)).toMatch(/^62件/u);
    await page.keyboard.press('1');
    await page.locator('.desk-bar.is-bad').waitFor();
    await expect.poll(() => chipWords(page)).toEqual(before);
    await page.keyboard.press('Escape');
    await page.unroute('**/api/report.confirm');
    await page.getByRole('button', { name: '知道了' }).click();
    desk.complaints.length = 0;
  });

  test('moving a section takes its chips and its origin along', async () => {
    const { page } = desk;
    const before = await countOpen(page);
    await caretBehind(page, '全年办理');
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => page.locator('.outline-name').allInnerTexts())
      .toContain('（一）推进严格规范执法');
    expect(await countOpen(page)).toBe(before);
    const row = page.locator('.outline-row', { hasText: '推进严格规范执法' });
    await expect
      .poll(() => row.locator('.row-shares').getAttribute('title'))
      .toContain('沿用上年 100%');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => page.locator('.outline-name').allInnerTexts())
      .toContain('（二）推进严格规范执法');
  });

  test('an export first says what is left, leads there, and goes on when told to', async () => {
    const { page } = desk;
    const open = await countOpen(page);
    await page.keyboard.press('Control+e');
    const bar = page.getByRole('region', { name: /导出前/u });
    await expect.poll(() => bar.innerText()).toContain(`还有 ${open} 处待更新`);
    await page.keyboard.press('Enter');
    await bar.getByRole('button', { name: /加强组织领导/u }).click();
    await bar.getByRole('button', { name: '96人' }).click();
    await expect.poll(() => cardWords(page)).toMatch(/^96人/u);
    await page.keyboard.press('Escape');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bar.getByRole('button', { name: '仍然导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/2026年.*\.docx$/u);
    const told = page.locator('.desk-bar', { hasText: '已导出' });
    const details = told.getByRole('button', { name: /^详情/u });
    await expect.poll(() => details.evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => told.innerText()).toContain(`还有 ${open} 处沿用上年的文字`);
    await told.getByRole('button', { name: '知道了' }).click();
  });

  test('with nothing left an export begins at once', async () => {
    const { page, reportId } = desk;
    const { base } = await ask(page, 'report.open', { reportId });
    const check = await ask(page, 'report.check', { reportId });
    await ask(page, 'report.confirm', {
      reportId,
      keys: check.stale.map(({ key }) => key),
      confirmed: true,
    });
    for (const { promise } of check.promises) {
      const outcome = { state: 'done' as const, note: '', blockId: null };
      await ask(page, 'report.answerPromise', { reportId, promiseId: promise.id, outcome });
    }
    expect(base).not.toBeNull();
    await page.reload();
    await page.waitForSelector('.check-item', { state: 'attached' });
    expect(await countOpen(page)).toBe(0);
    await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+e')]);
  });

  test('card, list and bar are no barrier for assistive technology', async () => {
    const other = await openDesk(browser);
    const { page } = other;
    await page.keyboard.press('F7');
    await page.locator('.stale-groups .fold-button').first().click();
    await page.keyboard.press('Control+e');
    await page.getByRole('button', { name: '逐条看' }).click();
    await page.locator('.export-list .fold-button').first().click();
    await page.keyboard.press('F8');
    await card(page).waitFor();
    await page.evaluate(axe);
    const barriers = await page.evaluate(`axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
    expect(barriers).toEqual([]);
    await other.end();
  });

  test('the page complained of nothing', () => {
    expect(desk.complaints).toEqual([]);
  });

  test('at 150 % the card stays within the window, and the moment of the save in the status line', async () => {
    const other = await openDesk(browser, 'scaled');
    const { page } = other;
    const isCut = await page
      .locator('.save-state')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect(isCut).toBe(false);
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('F8');
      await card(page).waitFor();
      expect(await isInWindow(page)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '助手' }).click();
    await page.getByRole('tab', { name: /^校对/u }).click();
    await page.locator('.stale-groups .fold-button').first().click();
    await page.locator('.stale-jump').first().click();
    await card(page).click({ trial: true });
    await other.end();
  });
});
