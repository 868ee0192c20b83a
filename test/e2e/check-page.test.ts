import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
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

const stateNames = { answered: '已答', partly: '部分', missing: '未答', notApplicable: '不适用' };
type State = keyof typeof stateNames;
const isState = (word: string): word is State => Object.hasOwn(stateNames, word);

describe.skipIf(!chromium)('检查, over a rolled draft in a real browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let reportId: string;
  const complaints: string[] = [];

  const editor = () => page.locator('.ProseMirror');
  const checkPage = () => page.getByRole('main', { name: '检查' });
  const openTab = (name: string) => page.getByRole('tab', { name: new RegExp(name, 'u') }).click();
  const rows = (kind: string) => page.locator(`.open-kind.is-${kind} .open-point`);
  const count = async (kind: string) =>
    Number(await page.locator(`.open-kind.is-${kind} .open-count`).innerText());
  const selectedWords = () => page.evaluate(() => String(getSelection()));

  async function openCheck(): Promise<void> {
    await page.keyboard.press('Shift+F7');
    await checkPage().waitFor();
    await page.locator('.filing-verdict').waitFor();
  }

  /** States as the panel shows them for the whole report, by question. */
  async function readPanel(): Promise<ReadonlyMap<string, string>> {
    await page.getByRole('tab', { name: /^清单/u }).click();
    await page.getByRole('button', { name: '全文', exact: true }).click();
    await page.getByLabel('只看必答').uncheck();
    const cards = page.locator('.check-item[data-item]');
    await cards.first().waitFor();
    // optional questions come in behind the required ones
    await page.locator('.check-item[data-item="2021-1-overall"]').waitFor({ state: 'attached' });
    const read = await cards.evaluateAll((items) =>
      items.map((item) => [item.getAttribute('data-item') ?? '', item.className] as const),
    );
    return new Map(
      read.map(([id, names]) => {
        const state = names.match(/is-(\w+)/u)?.[1] ?? '';
        return [id, isState(state) ? state : ''];
      }),
    );
  }

  const isAnalysed = () =>
    page.waitForSelector('.check-item', { state: 'attached', timeout: 15_000 });

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    ({ context } = await openContext(browser));
    page = await context.newPage();
    page.setDefaultTimeout(6000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
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
    await isAnalysed();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('the button on the desk counts what the page lists, and the verdict says it', async () => {
    const button = page.getByRole('button', { name: /^检查/u });
    await expect
      .poll(async () => Number(/\d+/u.exec(await button.innerText())?.[0]))
      .toBeGreaterThan(0);
    const counted = Number(/\d+/u.exec(await button.innerText())?.[0]);
    await button.click();
    await checkPage().waitFor();
    await expect
      .poll(() => page.getByRole('tab', { name: /未了事项/u }).innerText())
      .toBe(`未了事项 ${counted}`);
    const { sheet } = await ask(page, 'report.selfCheck', { reportId });
    expect(await page.locator('.filing-verdict p').first().innerText()).toBe(sheet.verdict);
    expect(sheet.open.reduce((sum, one) => sum + one.count, 0)).toBe(counted);
  });

  test('Esc leads back, with the caret where it was, and Back and Forward know the page', async () => {
    await page.keyboard.press('Escape');
    await checkPage().waitFor({ state: 'detached' });
    await caretBehind(page, '组织执法培训');
    await openCheck();
    expect(page.url()).toContain(`/report/${reportId}/check`);
    await page.goBack();
    await checkPage().waitFor({ state: 'detached' });
    await page.goForward();
    await checkPage().waitFor();
    await page.keyboard.press('Escape');
    await checkPage().waitFor({ state: 'detached' });
    await page.keyboard.insertText('业务');
    expect(await editor().innerText()).toContain('组织执法培训业务');
    await page.keyboard.press('Control+z');
  });

  test('map, panel and sheet agree on every question', async () => {
    await isAnalysed();
    const panel = await readPanel();
    const { items } = await ask(page, 'report.check', { reportId });
    expect(panel).toEqual(new Map(items.map(({ itemId, state }) => [itemId, state])));
    await openCheck();
    await openTab('自查表');
    await page.locator('.sheet-paper tbody tr').first().waitFor();
    const { sheet } = await ask(page, 'report.selfCheck', { reportId });
    const shown = await page
      .locator('.sheet-paper tbody tr')
      .evaluateAll((all) => all.map(({ className }) => className));
    expect(shown).toEqual(sheet.rows.map(({ state }) => `is-${state}`));
    for (const { itemId, state } of sheet.rows) expect(panel.get(itemId)).toBe(state);
    await openTab('覆盖图');
    const { coverage } = await ask(page, 'report.check', { reportId });
    const required = page.getByRole('button', { name: `必答 ${sheet.rows.length}`, exact: true });
    expect(await required.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: /^全部/u }).click();
    // the rows come frame by frame
    await expect.poll(() => page.locator('.map-row').count()).toBeGreaterThan(coverage.length);
    await page.waitForTimeout(500);
    const drawn = await page
      .locator('.map-row')
      .evaluateAll((all) =>
        all.map(
          (row) =>
            [
              row.querySelector('[data-row]')?.getAttribute('data-row') ?? '',
              row.className,
            ] as const,
        ),
      );
    const states = new Map([...coverage, ...items].map(({ itemId, state }) => [itemId, state]));
    for (const [id, names] of drawn) expect(names).toContain(`is-${states.get(id)}`);
  });

  test('arrow keys walk the map, which tells each place, and Enter leads to the words', async () => {
    const told = page.locator('.map-cell.is-told').first();
    await page.locator('.map-title[data-row]').first().focus();
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('ArrowRight');
      if (await told.evaluate((cell) => cell === document.activeElement)) break;
    }
    const quote = (await page.locator('.map-detail q').first().innerText()).replace(/[“”]/gu, '');
    expect(await told.getAttribute('aria-label')).toMatch(/已答|部分|未答/u);
    await page.keyboard.press('Enter');
    await checkPage().waitFor({ state: 'detached' });
    await expect.poll(selectedWords).toContain(quote.slice(0, 12));
  });

  test('a click on a question in part leads to its words; one without an answer to its section', async () => {
    await openCheck();
    await openTab('未了事项');
    const partly = rows('partly').first();
    const quote = (await partly.locator('q').innerText()).replace(/[“”]|……/gu, '');
    await partly.locator('.open-jump').click();
    await checkPage().waitFor({ state: 'detached' });
    await expect.poll(selectedWords).toContain(quote.slice(0, 12));
    await openCheck();
    const missing = rows('missing').first();
    const home = (await missing.locator('.open-place').innerText()).replace('宜写在', '');
    await missing.locator('.open-jump').click();
    await checkPage().waitFor({ state: 'detached' });
    const current = await page.locator('.outline-row.is-current').innerText();
    expect(current).toContain(home.slice(home.indexOf('（')));
  });

  test('a chip is opened from its row, ready to be answered', async () => {
    await openCheck();
    const row = rows('stale').first();
    const words = await row.locator('.open-words mark').innerText();
    await row.locator('.open-jump').click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain(words);
    await page.keyboard.press('Escape');
  });

  test('what is answered on the page leaves the list, and map and panel follow', async () => {
    await openCheck();
    const open = await count('missing');
    const row = rows('missing').first();
    const question = await row.locator('.open-words').innerText();
    await row.getByRole('button', { name: /^标为不适用/u }).click();
    await page.getByRole('textbox', { name: '为什么不适用' }).fill('本镇没有承接这一事项');
    await page.keyboard.press('Enter');
    await expect.poll(() => count('missing')).toBe(open - 1);
    // the hand stays where it was: the next row has the focus
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('open-jump');
    await openTab('自查表');
    const onSheet = page.locator('.sheet-paper tr', { hasText: question });
    await expect.poll(() => onSheet.innerText()).toContain('本镇没有承接这一事项');
    const { answers, packs } = await ask(page, 'report.open', { reportId });
    const [id = ''] = Object.keys(answers);
    expect(packs.checklist.items.find((item) => item.id === id)?.question).toBe(question);
    await openTab('覆盖图');
    const { items, coverage } = await ask(page, 'report.check', { reportId });
    const rowId = packs.checklist.items.find((item) => item.id === id)?.outlineItem ?? id;
    const state = [...coverage, ...items].find(({ itemId }) => itemId === rowId)?.state;
    const drawn = page.locator('.map-row', { has: page.locator(`[data-row="${rowId}"]`) });
    expect(await drawn.first().getAttribute('class')).toContain(`is-${state}`);
    await page.keyboard.press('Escape');
    await checkPage().waitFor({ state: 'detached' });
    expect((await readPanel()).get(id)).toBe('notApplicable');
    await openCheck();
    await page.getByRole('button', { name: `撤销：${question}` }).click();
    await expect.poll(() => count('missing')).toBe(open);
  });

  test('the sheet is exported as valid Word with the mark that is on the screen', async () => {
    await openTab('自查表');
    await page.locator('.sheet-mark').waitFor();
    const mark = (await page.locator('.sheet-mark').getAttribute('title')) ?? '';
    expect(mark).toMatch(/^[0-9a-f]{64}$/u);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.top-bar').getByRole('button', { name: '导出自查表' }).last().click(),
    ]);
    expect(download.suggestedFilename()).toBe('青石镇人民政府2025年度自查表.docx');
    const bytes = readFileSync(await download.path());
    expect(await listSchemaErrors(bytes)).toEqual([]);
    const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(
      /<[^>]+>/gu,
      '',
    );
    expect(text).toContain(mark);
    expect(text).toContain(await page.locator('.filing-verdict p').first().innerText());
    await checkPage()
      .getByText(/自查表已导出/u)
      .waitFor();
  });

  test('a letter more in the text is another mark', async () => {
    const before = await page.locator('.sheet-mark').getAttribute('title');
    await page.keyboard.press('Escape');
    await caretBehind(page, '组织执法培训');
    await page.keyboard.insertText('业务');
    await page.waitForTimeout(900);
    await openCheck();
    await openTab('自查表');
    await page.locator('.sheet-mark').waitFor();
    await expect.poll(() => page.locator('.sheet-mark').getAttribute('title')).not.toBe(before);
  });

  test('no barrier stands on any of its pages', async () => {
    await page.evaluate(axe);
    for (const name of ['未了事项', '覆盖图', '自查表']) {
      await openTab(name);
      await page.waitForTimeout(300);
      const barriers =
        await page.evaluate(`axe.run('.check-page', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
      expect(barriers, name).toEqual([]);
    }
  });

  test('it fits a window at 150 %, by night too', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 911, height: 512 });
    for (const name of ['未了事项', '进度', '覆盖图', '自查表']) {
      await openTab(name);
      await page.waitForTimeout(300);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(
        true,
      );
      const barriers =
        await page.evaluate(`axe.run('.check-page', { runOnly: ['wcag2aa', 'wcag22aa'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
      expect(barriers, name).toEqual([]);
    }
  });

  test('nothing went wrong in the page', () => {
    expect(complaints).toEqual([]);
  });
});
