import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { caretBehind } from '../support/typing.ts';

const chromium = findChromium();

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

const numbersIn = (words: string) => (words.match(/\d+/gu) ?? []).map(Number);

describe.skipIf(!chromium)('panel, page, check and export tell one story', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  const selectedWords = () => page.evaluate(() => String(getSelection()));
  const status = () => page.getByRole('region', { name: '状态栏' });
  const checkPage = () => page.getByRole('main', { name: '检查' });

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    const { context } = await openContext(browser);
    page = await context.newPage();
    page.setDefaultTimeout(6000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(app.url);
    await page.waitForSelector('h1');
    const sample = await ask(page, 'library.addSample', {});
    const { reportId } = await ask(page, 'report.create', {
      year: 2025,
      issuers: ['青石镇人民政府'],
      start: { kind: 'report', reportId: sample.reportId },
    });
    await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
    await page.reload();
    await page.waitForSelector('.check-item', { state: 'attached' });
    const tour = page.getByRole('button', { name: '不看了' });
    if ((await tour.count()) > 0) await tour.click();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('two blanks of one name in a paragraph are each led to from the check page', async () => {
    await caretBehind(page, '组织执法培训');
    await page.keyboard.insertText('，上半年抽查〔次数〕次，下半年抽查〔次数〕次，');
    await expect.poll(() => status().innerText()).toMatch(/空格\s*2/u);
    const starts: string[] = [];
    for (const at of [0, 1]) {
      await page.waitForTimeout(900);
      await page.keyboard.press('Shift+F7');
      await page.locator('.open-kind.is-blank .open-jump').nth(at).click();
      await checkPage().waitFor({ state: 'detached' });
      await expect.poll(selectedWords).toBe('〔次数〕');
      starts.push(
        await page.evaluate(() => {
          const range = getSelection()?.getRangeAt(0).cloneRange();
          const line = range?.startContainer.parentElement?.closest('p');
          if (!range || !line) return '';
          range.setStart(line, 0);
          return String(range);
        }),
      );
    }
    expect(starts.map((words) => words.split('〔次数〕').length - 1)).toEqual([1, 2]);
  });

  test('before an export each blank is counted once, and 校对 as in the status line', async () => {
    const words = await status().innerText();
    const proofread = Number(/校对\s*(\d+)/u.exec(words)?.[1]);
    await page.getByRole('button', { name: '导出 Word' }).click();
    const asked = await page.locator('.export-bar p').innerText();
    expect(asked).toContain('还有 2 处空格没有填');
    expect(Number(/校对 (\d+) 处/u.exec(asked)?.[1] ?? 0)).toBe(proofread);
    await page.keyboard.press('Escape');
  });

  test('the outline’s numbers together are what the check page counts', async () => {
    const badges = await page.locator('.outline-badge').allInnerTexts();
    const homeless = page.locator('.homeless');
    const others = (await homeless.count()) > 0 ? numbersIn(await homeless.innerText()) : [];
    const inOutline = [...badges.map(Number), ...others.slice(0, 1)].reduce((a, b) => a + b, 0);
    const { findings } = await ask(page, 'report.check', {
      reportId: page.url().split('/').at(-1) ?? '',
    });
    const errors = findings.filter(
      ({ severity, rule }) => severity === 'error' && rule !== 'placeholder',
    );
    const button = await page.getByRole('button', { name: /^检查/u }).innerText();
    expect(numbersIn(button)[0]).toBe(inOutline + errors.length);
  });

  test('a question whose sentence waits to be filled leads to the blank, and takes no second one', async () => {
    await page.getByRole('tab', { name: /^清单/u }).click();
    await page.getByRole('button', { name: '全文', exact: true }).click();
    const open = page.locator('.check-item.is-missing', {
      has: page.locator('button[title*="〔"]', { hasText: '插入句式' }),
    });
    const id = await open.first().getAttribute('data-item');
    const card = page.locator(`.check-item[data-item="${id}"]`);
    await card.getByRole('button', { name: '插入句式' }).click();
    await expect.poll(selectedWords).toMatch(/^〔/u);
    const blank = await selectedWords();
    const fill = card.getByRole('button', { name: '填写空格' });
    await fill.waitFor();
    expect(await card.getByRole('button', { name: '插入句式' }).count()).toBe(0);
    await page.locator('.outline-jump').first().click();
    await page.getByRole('button', { name: '全文', exact: true }).click();
    await fill.click();
    await expect.poll(selectedWords).toBe(blank);
  });

  test('undo and redo from the menu lead back from the check page to the words they change', async () => {
    const desk = await page.context().newPage();
    desk.setDefaultTimeout(6000);
    // stands for the desktop's bridge, whose menu the page listens to
    await desk.addInitScript(() => {
      const listeners = new Set<(command: string) => void>();
      const send = (name: string) => async (input: unknown) => {
        const method = name.replace(/[A-Z]/u, (letter) => `.${letter.toLowerCase()}`);
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify(input);
        return (await fetch(`/api/${method}`, { method: 'POST', headers, body })).json();
      };
      const onMenuCommand = (listener: (command: string) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      };
      const bridge = new Proxy(
        {},
        { get: (_, name) => (name === 'onMenuCommand' ? onMenuCommand : send(String(name))) },
      );
      const runMenu = (command: string) => {
        for (const listener of listeners) listener(command);
      };
      Object.assign(window, { nianbao: bridge, runMenu });
    });
    const menu = (command: string) => desk.evaluate(`window.runMenu('${command}')`);
    const text = () => desk.locator('.ProseMirror').innerText();
    await desk.goto(page.url());
    await desk.waitForSelector('.check-item', { state: 'attached' });
    await caretBehind(desk, '组织执法培训');
    await desk.keyboard.insertText('业务骨干');
    await menu('check');
    const over = desk.getByRole('main', { name: '检查' });
    await over.waitFor();
    await menu('undo');
    await over.waitFor({ state: 'detached' });
    expect(await text()).not.toContain('业务骨干');
    await menu('check');
    await over.waitFor();
    await menu('redo');
    await over.waitFor({ state: 'detached' });
    expect(await text()).toContain('业务骨干');
    await menu('undo');
    await desk.close();
  });

  test('nothing went wrong in the page', () => {
    expect(complaints).toEqual([]);
  });
});
