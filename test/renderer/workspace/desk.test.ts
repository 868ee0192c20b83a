import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../../core/api/index.ts';
import { numberHeadings } from '../../../core/layout/index.ts';
import {
  buildSection,
  buildSubheading,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../../support/browser.ts';
import { buildApp } from '../../support/build-app.ts';
import { caretBehind, composeChinese } from '../../support/typing.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A desk with this year's draft of the sample report open. */
interface OpenDesk {
  readonly app: RunningApp;
  readonly page: Page;
  readonly reportId: string;
  readonly complaints: string[];
  readonly call: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
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

async function openDesk(
  browser: Browser,
  size: keyof typeof viewports = 'full',
  scheme: 'light' | 'dark' = 'light',
): Promise<OpenDesk> {
  const app = await startApp();
  const { context } = await openContext(browser, size, scheme);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(app.url);
  await page.waitForSelector('h1');
  const call: OpenDesk['call'] = (name, input) => ask(page, name, input);
  const sample = await call('library.addSample', {});
  const { reportId } = await call('report.create', {
    year: 2025,
    issuers: ['青石镇人民政府'],
    start: { kind: 'report', reportId: sample.reportId },
  });
  await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
  await page.reload();
  await page.waitForSelector('.ProseMirror');
  await page.waitForSelector('.check-item', { state: 'attached' });
  const end = async () => {
    await context.close();
    await app.close();
  };
  return { app, page, reportId, complaints, call, end };
}

const textOf = (page: Page) => page.locator('.ProseMirror').innerText();
const saveState = (page: Page) => page.locator('.save-state').innerText();
const outlineNames = (page: Page) => page.locator('.outline-name').allInnerTexts();

const listOrder = ({ parts }: Report): string[] => [
  'front',
  ...parts.flatMap((part) => [part.id, ...part.sections.map(({ id }) => id)]),
  'closing',
];

async function storedText({ call, reportId }: OpenDesk): Promise<string> {
  return JSON.stringify((await call('report.open', { reportId })).report);
}

describe.skipIf(chromium === null)('the desk in a real browser', () => {
  let browser: Browser;
  let desk: OpenDesk;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
    desk = await openDesk(browser);
  });
  afterAll(async () => {
    await desk?.end();
    await browser?.close();
  });

  test('an input method writes once, and its letters are never stored half-written', async () => {
    const { page } = desk;
    await caretBehind(page, '1项结转下年。');
    await page.keyboard.insertText('另外，');
    await composeChinese(page, ['x', 'xin', 'xinzeng'], '');
    expect(await storedText(desk)).not.toContain('xinzeng');
    await composeChinese(page, ['x', 'xin', 'xinzeng'], '新增');
    await page.keyboard.insertText('事项3件。');
    expect((await textOf(page)).split('另外，新增事项3件。')).toHaveLength(2);
    await expect.poll(() => storedText(desk), { timeout: 5000 }).toContain('另外，新增事项3件。');
    await expect.poll(() => saveState(page)).toMatch(/^已保存 \d\d:\d\d:\d\d$/u);
  });

  test('a new heading is numbered by the page as the outline numbers it', async () => {
    const { page } = desk;
    await caretBehind(page, '新增事项3件。');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('（九）深化综合治理');
    await page.keyboard.press('Control+Alt+2');
    await expect.poll(() => outlineNames(page)).toContain('（二）深化综合治理');
    expect(await textOf(page)).not.toContain('（九）');
    await page.keyboard.press('Tab');
    await expect.poll(() => outlineNames(page)).not.toContain('（二）深化综合治理');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('正文开始。');
    const line = page.locator('.ProseMirror > p', { hasText: /^正文开始。$/u });
    expect(await line.count()).toBe(1);
  });

  test('undo goes back and redo forward again', async () => {
    const { page } = desk;
    const before = await textOf(page);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
    expect(await textOf(page)).not.toContain('正文开始。');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+y');
    expect(await textOf(page)).toBe(before);
  });

  test('replacing everywhere is one step back', async () => {
    const { page } = desk;
    const before = await textOf(page);
    await page.keyboard.press('Control+h');
    await page.getByLabel('查找', { exact: true }).fill('行政');
    await expect.poll(() => page.locator('.find-count').innerText()).toMatch(/共 \d+ 处/u);
    await page.getByLabel('替换为').fill('依法行政');
    await page.getByRole('button', { name: '全部替换' }).click();
    expect(await textOf(page)).toContain('依法行政执法');
    await page.getByLabel('查找', { exact: true }).press('Escape');
    await page.keyboard.press('Control+z');
    expect(await textOf(page)).toBe(before);
  });

  test('the four parts outlive Ctrl+A and Delete', async () => {
    const { page } = desk;
    await page.locator('.ProseMirror').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    expect(await page.locator('[data-node=partHeading]').count()).toBe(4);
    await page.keyboard.press('Control+z');
    expect(await textOf(page)).toContain('正文开始。');
  });

  test('a phrase goes in with its blank selected, and an answer is remembered', async () => {
    const { page, call, reportId } = desk;
    await page.locator('.outline-jump', { hasText: '推进严格规范' }).click();
    await page.getByRole('button', { name: '插入句式' }).first().click();
    const choice = page.locator('.phrase-choice').first();
    if (await choice.isVisible()) await choice.click();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(/^〔[^〕]*〕$/u);
    await page.getByRole('button', { name: '标为不适用' }).first().click();
    await expect
      .poll(async () => Object.values((await call('report.open', { reportId })).answers), {
        timeout: 5000,
      })
      .toEqual([{ state: 'notApplicable', reason: '' }]);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await call('report.open', { reportId })).answers).toEqual({});
  });

  test('sections move by keyboard and by hand', async () => {
    const { page } = desk;
    await caretBehind(page, '推进严格规范公正文明执法');
    const before = (await outlineNames(page)).findIndex((name) => name.includes('推进严格规范'));
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(async () =>
        (await outlineNames(page)).findIndex((name) => name.includes('推进严格规范')),
      )
      .toBe(before - 1);
    await page
      .locator('.outline-row', { hasText: '推进严格规范' })
      .dragTo(page.locator('.outline-row', { hasText: '（一）' }).first());
    await expect.poll(async () => (await outlineNames(page))[2]).toContain('（一）推进严格规范');
  });

  test('a save that fails says so and why, keeps all, and is done when it can be', async () => {
    const { page } = desk;
    await page.route('**/api/report.save', (route) => route.abort());
    await caretBehind(page, '正文开始。');
    await page.keyboard.insertText('断线时写的。');
    await expect.poll(() => saveState(page)).toMatch(/^保存失败/u);
    await page.unroute('**/api/report.save');
    await page.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => storedText(desk)).toContain('断线时写的。');
    desk.complaints.length = 0;
  });

  test('a draft changed elsewhere waits for a choice, and nothing is lost', async () => {
    const { page, call, reportId } = desk;
    await expect.poll(() => saveState(page)).toMatch(/^已保存/u);
    const { report, revision } = await call('report.open', { reportId });
    await call('report.save', {
      reportId,
      baseRevision: revision,
      changed: [
        { kind: 'closing', id: 'closing', closing: { ...report.closing, note: '（那边改过）' } },
      ],
      order: listOrder(report),
    });
    await caretBehind(page, '断线时写的。');
    await page.keyboard.insertText('这边的。');
    await page.getByText('这份草稿在另一个窗口里改过。').waitFor();
    await page.getByRole('button', { name: '以这里为准' }).click();
    await expect.poll(() => storedText(desk)).toContain('断线时写的。这边的。');
    await expect.poll(() => saveState(page)).toMatch(/^已保存/u);
  });

  test('after a reload the page is what it was', async () => {
    const { page } = desk;
    const before = await page.locator('.ProseMirror').evaluate((editor) => editor.textContent);
    await page.reload();
    await page.waitForSelector('.ProseMirror');
    const after = await page.locator('.ProseMirror').evaluate((editor) => editor.textContent);
    expect(after).toBe(before);
  });

  test('F6 goes round the three panes and Ctrl+Enter to the panel', async () => {
    const { page } = desk;
    const paneOf = () =>
      page.evaluate(() =>
        ['.outline', '.ProseMirror', '.panel'].find((pane) =>
          document.querySelector(pane)?.contains(document.activeElement),
        ),
      );
    await page.locator('.ProseMirror').focus();
    const round: (string | undefined)[] = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('F6');
      round.push(await paneOf());
    }
    expect(round).toEqual(['.panel', '.outline', '.ProseMirror']);
    await page.keyboard.press('Control+Enter');
    await expect.poll(paneOf).toBe('.panel');
  });

  test('a filed report is read only until someone means to write on', async () => {
    const { page, call, reportId } = desk;
    await call('report.setStatus', { reportId, status: 'filed' });
    await page.reload();
    const editable = () => page.locator('.ProseMirror').getAttribute('contenteditable');
    await page.getByText('已经报送').waitFor();
    expect(await editable()).toBe('false');
    await page.getByRole('button', { name: '改为继续写' }).click();
    await expect.poll(editable).toBe('true');
  });

  test('the page complained of nothing', () => {
    expect(desk.complaints).toEqual([]);
  });

  test('the other window’s state can be taken instead', async () => {
    const other = await openDesk(browser);
    const { page, call, reportId } = other;
    const { report, revision } = await call('report.open', { reportId });
    const { closing } = report;
    await call('report.save', {
      reportId,
      baseRevision: revision,
      changed: [{ kind: 'closing', id: 'closing', closing: { ...closing, note: '那边改过' } }],
      order: listOrder(report),
    });
    await caretBehind(page, '1项结转下年。');
    await page.keyboard.insertText('这边写的。');
    await page.getByRole('button', { name: '载入那边的' }).click();
    await expect.poll(() => textOf(page)).toContain('那边改过');
    expect(await textOf(page)).not.toContain('这边写的。');
    expect(await storedText(other)).not.toContain('这边写的。');
    await other.end();
  });

  test('the numbers on the page are those the export writes', async () => {
    const other = await openDesk(browser);
    const { page, call, reportId } = other;
    const { report, revision } = await call('report.open', { reportId });
    const id = createCountingIds('extra');
    const sections = Array.from({ length: 115 }, (_, at) =>
      buildSection(
        id,
        `第${at}条`,
        [3, 4, 4, 3].map((level) => buildSubheading(id, level === 3 ? 3 : 4, '小标题')),
      ),
    );
    const [first, ...others] = report.parts;
    if (!first) throw new Error('no part');
    const parts = [{ ...first, sections: [...first.sections, ...sections] }, ...others];
    const grown = { ...report, parts };
    const changed = sections.map((section) => ({ kind: 'section' as const, ...section }));
    const order = listOrder(grown);
    await call('report.save', { reportId, baseRevision: revision, changed, order });
    await page.reload();
    await page.waitForSelector('.ProseMirror h3');
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const shown = nodes.flatMap(({ role, name }) => {
      const value: unknown = name?.value;
      return role?.value === 'heading' && typeof value === 'string' ? [value.trim()] : [];
    });
    const expected = [...numberHeadings(grown).values()];
    const numbered = shown.filter((name) => /^[一二三四五六七八九十百]+、|^（|^\d/u.test(name));
    const counted = numbered.filter((name) => !/年法治政府/u.test(name));
    expect(counted.map((name, at) => name.slice(0, expected[at]?.length))).toEqual(expected);
    await other.end();
  });

  for (const [size, scheme] of [
    ['full', 'dark'],
    ['scaled', 'light'],
  ] as const) {
    test(`no barrier for assistive technology, no sideways scrolling: ${size}, ${scheme}`, async () => {
      const other = await openDesk(browser, size, scheme);
      const { page } = other;
      if (size === 'scaled') {
        await page.getByRole('button', { name: '目录' }).click();
        await page.getByRole('button', { name: '助手' }).click();
      }
      await page.evaluate(axe);
      const barriers = await page.evaluate(`axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
      expect(barriers).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(width).toBeLessThanOrEqual(0);
      await other.end();
    });
  }
});
