import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { caretBehind } from '../support/typing.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** The words of a PDF, page by page; null, said aloud, where nothing here reads PDFs. */
function readPdf(bytes: Buffer): readonly string[] | null {
  const file = join(createTempFolder(), 'printed.pdf');
  writeFileSync(file, bytes);
  try {
    const words = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
    return words.split('\f').slice(0, -1);
  } catch (error) {
    console.warn(`printed words are not looked at: pdftotext ${String(error)}`);
    return null;
  }
}

/** Left edges of the lines of a PDF's first page, in points, by their words; null where nothing reads them. */
function readLeftEdges(bytes: Buffer): ReadonlyMap<string, number> | null {
  const file = join(createTempFolder(), 'printed.pdf');
  writeFileSync(file, bytes);
  try {
    const args = ['-bbox-layout', '-l', '1', file, '-'];
    const boxes = execFileSync('pdftotext', args, { encoding: 'utf8' });
    const lines = [...boxes.matchAll(/<line xMin="([\d.]+)"[^>]*>([\s\S]*?)<\/line>/gu)];
    return new Map(
      lines.map(([, left, words = '']) => [squeeze(words.replace(/<[^>]+>/gu, '')), Number(left)]),
    );
  } catch (error) {
    console.warn(`printed places are not looked at: pdftotext ${String(error)}`);
    return null;
  }
}

const squeeze = (words: string) => words.replace(/\s/gu, '');

describe.skipIf(!chromium)('导出, over a rolled draft in a real browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let reportId: string;
  const complaints: string[] = [];

  const editor = () => page.locator('.ProseMirror');
  const screen = () => page.getByRole('main', { name: '导出' });
  const sheets = () => screen().locator('.preview-page');
  const wordsOf = async (number: number) =>
    squeeze(
      (await screen()
        .getByRole('region', { name: `第 ${number} 页`, exact: true })
        .textContent()) ?? '',
    );
  const allWords = async () => squeeze((await sheets().allTextContents()).join(''));
  const section = (name: string) => page.locator(`[data-section-name="${name}"]`);
  const openSection = async (name: string) => {
    const button = section(name).locator('.export-section-button');
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  };

  async function openScreen(): Promise<void> {
    await page.keyboard.press('Control+Shift+E');
    await screen().waitFor();
    await sheets().first().waitFor();
  }

  /** The desk's own main lies under this one, hidden from sight and ear alike: axe does not see that. */
  async function listViolations(root: string): Promise<unknown> {
    await page.evaluate(axe);
    return page.evaluate(
      `axe.run(${JSON.stringify(root)}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
  }

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    ({ context } = await openContext(browser));
    page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { printed: seen });
      window.print = () =>
        seen.push(document.querySelector('main.export-page') ? 'pages' : 'other');
    });
    await page.goto(app.url);
    await page.waitForSelector('h1');
    const sample = await ask(page, 'library.addSample', {});
    ({ reportId } = await ask(page, 'report.create', {
      year: 2025,
      issuers: ['青石镇人民政府'],
      start: { kind: 'report', reportId: sample.reportId },
    }));
    await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
    await page.reload();
    await editor().waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('the button beside 导出 Word opens the pages, as many as the program lays out', async () => {
    await page.getByRole('button', { name: '预览与导出' }).click();
    await sheets().first().waitFor();
    const { pages } = await ask(page, 'report.preview', { reportId, copy: 'filing' });
    await expect.poll(() => sheets().count()).toBe(pages.length);
    expect(await page.locator('.page-number').innerText()).toContain(`共 ${pages.length} 页`);
    expect(await wordsOf(1)).toContain('2025年法治政府建设年度报告');
  });

  test('each span is as wide on the page as it will be in print', async () => {
    const widths = await sheets()
      .first()
      .locator('tspan[textLength]')
      .evaluateAll((spans) => {
        const measure = (span: SVGTSpanElement) =>
          span.getEndPositionOfChar(span.getNumberOfChars() - 1).x -
          span.getStartPositionOfChar(0).x;
        return spans.map((span) => ({
          text: span.textContent,
          wanted: Number(span.getAttribute('textLength')),
          drawn: measure(span as SVGTSpanElement),
        }));
      });
    expect(widths.length).toBeGreaterThan(10);
    for (const { text, wanted, drawn } of widths) {
      expect(Math.abs(drawn - wanted), text ?? '').toBeLessThan(20);
    }
  });

  test('a page is gone to by its number, and the number follows the pages', async () => {
    const field = page.locator('.page-number input');
    await field.fill('3');
    await field.press('Enter');
    await expect
      .poll(() => page.locator('.preview-scroll').evaluate((place) => place.scrollTop))
      .toBeGreaterThan(500);
    await page.getByRole('button', { name: '上一页' }).click();
    await page.locator('.preview-scroll').focus();
    await expect.poll(() => field.inputValue()).toBe('2');
    await field.fill('1');
    await field.press('Enter');
  });

  test('整页 shows a whole page, 双页 two beside each other', async () => {
    const box = async (at: number) =>
      (await sheets().nth(at).boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.getByText('整页', { exact: true }).click();
    expect((await box(0)).height).toBeLessThan(700);
    await page.getByText('双页', { exact: true }).click();
    expect((await box(1)).y).toBe((await box(0)).y);
    await page.getByText('页宽', { exact: true }).click();
  });

  test('Esc leads back to the words, a click on a line to that line', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/report/${reportId}`);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror');
    await openScreen();
    const line = sheets()
      .first()
      .locator('[data-line]')
      .filter({ hasText: '坚持把法治政府建设纳入' });
    await line.first().click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/report/${reportId}`);
    const at = await page.evaluate(
      () => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent,
    );
    expect(at).toContain('坚持把法治政府建设纳入');
  });

  test('beside the writing the pages follow the caret and what is written', async () => {
    await page.getByRole('tab', { name: '预览' }).click();
    const tab = page.locator('.preview-tab');
    await tab.locator('.preview-page').first().waitFor();
    await caretBehind(page, '县人民政府');
    await page.keyboard.press('Control+End');
    await expect.poll(() => tab.locator('[role="status"]').innerText()).not.toContain('第 1 页');
    await caretBehind(page, '坚持把法治政府建设纳入全镇经济社会发展总体安排');
    await page.keyboard.insertText('，预览跟着正文走');
    await expect
      .poll(async () => squeeze(await tab.locator('.preview-page').first().innerText()), {
        timeout: 8000,
      })
      .toContain('预览跟着正文走');
  });

  test('正式公文 brings the red head, and what is filled in stands on the page', async () => {
    await openScreen();
    await page.getByRole('radio', { name: /^正式公文/u }).check();
    const number = page.getByRole('textbox', { name: '发文字号' });
    await number.fill('青政[2026]012');
    await page.getByRole('textbox', { name: '印发机关' }).fill('青石镇党政综合办公室');
    expect(await number.inputValue()).toBe('青政〔2026〕12号');
    await expect.poll(allWords, { timeout: 8000 }).toContain('青政〔2026〕12号');
    await expect.poll(allWords).toContain('青石镇党政综合办公室');
    await expect.poll(() => wordsOf(1)).toContain('青石镇人民政府文件');
    const { facts, layouts } = await ask(page, 'filing.get', { reportId });
    expect(facts.number).toBe('青政〔2026〕12号');
    expect(layouts).toEqual({ filing: 'official', public: 'plain' });
  });

  test('an own layout is saved under its name, used at once, and told in the list', async () => {
    await page.getByRole('button', { name: '另存为自己的版式' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('textbox', { name: '版式名称' }).fill('青石镇发文版式');
    await drawer.getByRole('radio', { name: /^公开稿/u }).check();
    await drawer.getByRole('radio', { name: '居中' }).check();
    await drawer.getByRole('checkbox', { name: '二级标题' }).check();
    await drawer.getByRole('button', { name: '保存并使用' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await page.getByRole('radio', { name: '青石镇发文版式（自己的）', checked: true }).waitFor();
    const { layouts } = await ask(page, 'filing.get', { reportId });
    const choices = await ask(page, 'layouts.list', {});
    const own = choices.find(
      (choice) => choice.kind === 'profile' && choice.profile.id === layouts.filing,
    );
    expect(own?.kind === 'profile' && own.profile).toMatchObject({
      title: '青石镇发文版式',
      form: 'plain',
      bold: { section: true },
      pageNumber: { place: 'center' },
    });
    await expect.poll(allWords).not.toContain('青石镇人民政府文件');
  });

  test('what was measured is one calm line, and unfolds to what was wanted and found', async () => {
    const { certificate } = await ask(page, 'report.preview', { reportId, copy: 'filing' });
    expect(certificate.items.length).toBeGreaterThan(5);
    const summary = section('certificate').locator('.export-summary');
    await expect.poll(() => summary.innerText()).toContain(`核验 ${certificate.items.length} 项`);
    if (certificate.isRight) expect(await summary.innerText()).not.toContain('不符合');
    await openSection('certificate');
    await section('certificate')
      .getByRole('button', { name: /^看符合的/u })
      .click();
    const [first] = certificate.items.filter(({ verdict }) => verdict === 'right');
    expect(await section('certificate').innerText()).toContain(first?.measured ?? '');
  });

  test('what must not be published is decided where it is shown, and the review recorded', async () => {
    await page.keyboard.press('Escape');
    await caretBehind(page, '坚持把法治政府建设纳入全镇经济社会发展总体安排');
    await page.keyboard.insertText('，联系电话13812345678');
    await openScreen();
    await page.getByText('公开版', { exact: true }).click();
    const hits = page.locator('.hit');
    const phone = hits.filter({ hasText: '13812345678' });
    await phone.waitFor();
    await phone.getByRole('button', { name: '换成别的' }).click();
    await phone.getByLabel('换成什么').fill('见政府网站');
    await phone.getByRole('button', { name: '好', exact: true }).click();
    await phone.getByText('公开版里换成“见政府网站”').waitFor();
    await expect.poll(allWords, { timeout: 8000 }).toContain('联系电话见政府网站');
    for (let left = await page.locator('.hit.is-blocking').count(); left > 0; left -= 1) {
      const first = page.locator('.hit.is-blocking').first();
      await first.getByRole('button', { name: '保留' }).click();
      await first.getByLabel('为什么可以保留').fill('已在县政府网站公布');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.hit.is-blocking').count()).toBe(left - 1);
    }
    await page.getByRole('textbox', { name: '审查人' }).fill('李明');
    await page.getByRole('radio', { name: '处理后可以公开' }).check();
    await page.getByRole('button', { name: '记下审查结论' }).click();
    await page.getByText(/李明 .*审查：处理后可以公开。/u).waitFor();
    const state = await ask(page, 'disclosure.get', { reportId });
    expect(state.review).toMatchObject({ reviewer: '李明', conclusion: 'changed' });
    expect(state.isReviewCurrent).toBe(true);
  });

  test('the public copy is exported, and the draft keeps its words', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      screen().getByRole('button', { name: '导出 Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/u);
    await screen()
      .getByText(/^已导出到浏览器的下载文件夹/u)
      .waitFor();
    await page.getByText('报送版', { exact: true }).click();
    await expect.poll(allWords, { timeout: 8000 }).toContain('13812345678');
  });

  test('text for the web and the changes since last year go out from the menu', async () => {
    await screen().getByRole('button', { name: '其他 ▾' }).click();
    const [text] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '网页文字（纯文本）' }).click(),
    ]);
    expect(text.suggestedFilename()).toMatch(/\.txt$/u);
    await screen().getByRole('button', { name: '其他 ▾' }).click();
    await page.getByRole('menuitem', { name: /修订稿/u }).click();
    await page.getByRole('radio', { name: /^上年报告/u }).check();
    const [changes] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出修订稿' }).click(),
    ]);
    expect(changes.suggestedFilename()).toMatch(/\.docx$/u);
  });

  test('print is the pages and nothing else, a sheet for each', async () => {
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await page.emulateMedia({ media: null });
    const count = await sheets().count();
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(count);
    const printed = readPdf(pdf);
    if (printed === null) return;
    expect(printed).toHaveLength(count);
    expect(squeeze(printed[0] ?? '')).toBe(await wordsOf(1));
    expect(printed.join('')).not.toContain('返回正文');
    const { pages } = await ask(page, 'report.preview', { reportId, copy: 'filing' });
    const lefts = readLeftEdges(pdf);
    const measured = (pages[0]?.lines ?? []).flatMap((line) => {
      const first = line.spans.find(({ text }) => text.trim() !== '');
      const left = lefts?.get(squeeze(line.spans.map(({ text }) => text).join('')));
      return first && left !== undefined ? [Math.abs(first.x / 20 - left)] : [];
    });
    expect(measured.length).toBeGreaterThan(5);
    expect(Math.max(...measured)).toBeLessThan(1);
  });

  test('Ctrl+P on the desk shows the pages and prints them', async () => {
    await page.keyboard.press('Escape');
    await editor().click();
    await page.keyboard.press('Control+p');
    await sheets().first().waitFor();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { printed: string[] }).printed))
      .toEqual(['pages']);
  });

  test('what is still open is one line, and leads to its words', async () => {
    const line = page.getByRole('region', { name: '导出前还没有了的事' });
    await line.getByRole('button', { name: '逐条看' }).click();
    await line.locator('.fold-button').first().click();
    await line.locator('.open-points button').first().click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/report/${reportId}`);
    await page.locator('.stale-card').waitFor();
    await page.keyboard.press('Escape');
  });

  test('nothing hinders those who work by key or by ear, in both copies and the drawers', async () => {
    await openScreen();
    await openSection('annexes');
    await openSection('certificate');
    expect(await listViolations('.export-page')).toEqual([]);
    await page.getByText('公开版', { exact: true }).click();
    await section('disclosure').waitFor();
    expect(await listViolations('.export-page')).toEqual([]);
    await page.getByRole('button', { name: '另存为自己的版式' }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(400);
    expect(await listViolations('.ant-drawer')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await screen().isVisible()).toBe(true);
  });

  test('it fits at 150 % and 200 %, by night too, and the paper stays white', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const viewport of [
      { width: 911, height: 512 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(300);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      const settings = page.getByRole('button', { name: '设置', exact: true });
      if (await settings.isVisible()) {
        expect((await sheets().first().boundingBox())?.width).toBeGreaterThan(400);
        await settings.click();
      }
      await page.getByRole('radiogroup', { name: '版式' }).waitFor();
      expect(await listViolations('.export-page')).toEqual([]);
      const back = page.getByRole('button', { name: '看页面' });
      if (await back.isVisible()) await back.click();
    }
    expect(
      await sheets()
        .first()
        .evaluate((sheet) => getComputedStyle(sheet).backgroundColor),
    ).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test('nothing went wrong in the page', () => {
    expect(complaints).toEqual([]);
  });
});
