import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { type CheckItem, listBlanks } from '../../core/packs/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { caretBehind, composeChinese } from '../support/typing.ts';

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

interface OpenDesk {
  readonly page: Page;
  readonly reportId: string;
  readonly items: readonly CheckItem[];
  readonly complaints: string[];
  readonly end: () => Promise<void>;
}

/** This year's draft of the sample report, or a blank one. */
async function openDesk(
  browser: Browser,
  start: 'sample' | 'blank',
  size: keyof typeof viewports = 'full',
): Promise<OpenDesk> {
  const app: RunningApp = await startApp();
  const { context } = await openContext(browser, size);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(app.url);
  await page.waitForSelector('h1');
  const sample = start === 'sample' ? await ask(page, 'library.addSample', {}) : null;
  const { reportId } = await ask(page, 'report.create', {
    year: 2025,
    issuers: ['青石镇人民政府'],
    start: sample ? { kind: 'report', reportId: sample.reportId } : { kind: 'blank' },
  });
  await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
  await page.reload();
  await page.waitForSelector('.check-item, .segments', { state: 'attached' });
  const { packs } = await ask(page, 'report.open', { reportId });
  const end = async () => {
    await context.close();
    await app.close();
  };
  return { page, reportId, items: packs.checklist.items, complaints, end };
}

const card = (page: Page, id: string) => page.locator(`.check-item[data-item="${id}"]`);
const selectedWords = (page: Page) => page.evaluate(() => String(getSelection()));
const goTo = (page: Page, heading: string) =>
  page.locator('.outline-jump', { hasText: heading }).first().click();
/** 全文 with the optional questions too. */
async function showScope(page: Page, name: '本条' | '全文') {
  await page.getByRole('button', { name, exact: true }).click();
  if (name === '全文') await page.getByLabel('只看必答').uncheck();
}
const answersOf = async ({ page, reportId }: OpenDesk) =>
  (await ask(page, 'report.open', { reportId })).answers;
const blankCount = (page: Page) => page.getByRole('button', { name: /^空格 \d+$/u });

/** How many cards the list shows once it is drawn: it is drawn behind what is pressed. */
async function settledCount(page: Page): Promise<number> {
  const count = () => page.locator('.check-item').count();
  let last = -1;
  for (let now = await count(); now !== last || now === 0; now = await count()) {
    last = now;
    await page.waitForTimeout(300);
  }
  return last;
}

/** The first card of the panel in a state that fits. */
async function firstCard(page: Page, state: string, has = ''): Promise<string> {
  const cards = page.locator(`.check-item.is-${state}`);
  const ids = await cards.evaluateAll(
    (all, words) =>
      all.flatMap((each) =>
        each.textContent?.includes(words) ? [each.getAttribute('data-item')] : [],
      ),
    has,
  );
  const [id] = ids;
  if (!id) throw new Error(`no card ${state} ${has}`);
  return id;
}

describe.skipIf(chromium === null)('清单 in a real browser', () => {
  let browser: Browser;
  let desk: OpenDesk;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
    desk = await openDesk(browser, 'sample');
  }, 120_000);
  afterAll(async () => {
    await desk?.end();
    await browser?.close();
  });

  test('a question says its article in a line, and why it is asked when that is opened', async () => {
    const { page } = desk;
    await goTo(page, '严格规范');
    const basis = page.locator('.check-basis').first();
    await expect.poll(() => basis.innerText()).toMatch(/ · (?:必答|选答)/u);
    expect(await page.locator('.check-why').count()).toBe(0);
    await basis.click();
    expect(await page.locator('.check-why').innerText()).toMatch(/出自清单包“.+”，\d{4} 年/u);
    await basis.click();
    expect(await page.locator('.check-why').count()).toBe(0);
  });

  test('the words found to a question are shown one after another, and the focus stays', async () => {
    const { page } = desk;
    const id = await firstCard(page, 'answered', '第 1 处');
    const link = card(page, id).locator('.quote-link');
    await link.click();
    await page.waitForSelector('.found-words.is-current');
    const first = (await page.locator('.found-words.is-current').allInnerTexts()).join('');
    const next = card(page, id).getByRole('button', { name: '下一处' });
    await next.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await page.locator('.found-words.is-current').allInnerTexts()).join(''))
      .not.toBe(first);
    expect(await card(page, id).locator('.found-steps').innerText()).toContain('第 2 处');
    expect(await next.evaluate((button) => button === document.activeElement)).toBe(true);
    await card(page, id).getByRole('button', { name: '到这里改' }).click();
    expect((await selectedWords(page)).length).toBeGreaterThan(4);
    expect(await page.locator('.ProseMirror').evaluate((e) => e === document.activeElement)).toBe(
      true,
    );
    await expect.poll(() => page.locator('.found-words').count(), { timeout: 6000 }).toBe(0);
  });

  test('an answer beside the text is kept with a reason typed through an input method', async () => {
    const { page, reportId } = desk;
    await goTo(page, '严格规范');
    const id = await firstCard(page, 'missing');
    await card(page, id).getByRole('button', { name: '标为不适用' }).click();
    const field = card(page, id).getByRole('textbox');
    await expect.poll(() => field.evaluate((e) => e === document.activeElement)).toBe(true);
    await expect
      .poll(async () => (await answersOf(desk))[id])
      .toEqual({ state: 'notApplicable', reason: '' });
    await composeChinese(page, ['c', 'chengjie'], '未承接该项事务');
    await page.waitForTimeout(1300);
    expect((await answersOf(desk))[id]?.reason).toBe('未承接该项事务');
    await page.keyboard.press('Enter');
    expect(await card(page, id).locator('.check-said').innerText()).toContain('您标为不适用');
    const { items } = await ask(page, 'report.check', { reportId });
    expect(items.find(({ itemId }) => itemId === id)).toMatchObject({
      state: 'notApplicable',
      reason: '未承接该项事务',
    });
    await card(page, id).getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await answersOf(desk))[id]).toBeUndefined();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.check-item') !== null))
      .toBe(true);
  });

  test('what was found can be overruled to any state, and the panel says both', async () => {
    const { page } = desk;
    const id = await firstCard(page, 'answered');
    await card(page, id).getByRole('button', { name: '确认或改判' }).click();
    await page.getByRole('menuitem', { name: '改为部分已答' }).click();
    await expect
      .poll(() => card(page, id).locator('.check-said').innerText())
      .toContain('您标为部分已答；文中已有回答');
    expect(await card(page, id).locator('.quote-link').count()).toBe(1);
    await card(page, id).getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => card(page, id).getAttribute('class')).toContain('is-answered');
  });

  test('the whole report is grouped and filtered, and remembered while the draft is open', async () => {
    const { page, items } = desk;
    await showScope(page, '全文');
    await expect.poll(() => page.locator('.check-item').count()).toBe(items.length);
    await page.getByRole('button', { name: /^未答 \d+$/u }).click();
    await expect
      .poll(
        async () =>
          (await page.locator('.check-item').count()) -
          (await page.locator('.check-item.is-missing').count()),
      )
      .toBe(0);
    await page.getByLabel('只看必答').check();
    await page.getByRole('button', { name: '改按纲要排列' }).click();
    await expect.poll(() => page.getByRole('button', { name: '改按报告排列' }).count()).toBe(1);
    const shown = await settledCount(page);
    expect(shown).toBeGreaterThan(0);
    await page.getByRole('tab', { name: /上年/u }).click();
    await page.getByRole('tab', { name: /清单/u }).click();
    await expect.poll(() => page.locator('.check-item').count()).toBe(shown);
    const id = await firstCard(page, 'missing');
    await card(page, id).getByRole('button', { name: '标为已答' }).click();
    await expect.poll(() => card(page, id).getAttribute('class')).toContain('is-answered');
    await card(page, id).getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => card(page, id).getAttribute('class')).toContain('is-missing');
    await page.getByLabel('只看必答').uncheck();
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await page.getByRole('button', { name: '改按报告排列' }).click();
  });

  test('the whole checklist comes up, and says how long it held the page', async () => {
    const { page } = desk;
    await showScope(page, '本条');
    await page.evaluate(() => {
      const spans: number[] = [];
      Object.assign(window, { spans });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) spans.push(duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    await showScope(page, '全文');
    await expect.poll(() => page.locator('.check-item').count()).toBe(desk.items.length);
    await page.waitForTimeout(400);
    const spans = await page.evaluate(() => (window as unknown as { spans: number[] }).spans);
    console.info(
      `whole checklist, ${desk.items.length} questions: long tasks ${spans.join(', ') || 'none'}`,
    );
    await showScope(page, '本条');
  });

  test('no fault of access, light or dark', async () => {
    const { page } = desk;
    await goTo(page, '严格规范');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as {
          axe: {
            run: (
              root: string,
            ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations } = await checker.run('.panel');
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    expect(desk.complaints).toEqual([]);
  });
});

describe.skipIf(chromium === null)('sentence patterns and their blanks in a real browser', () => {
  let browser: Browser;
  let desk: OpenDesk;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
    desk = await openDesk(browser, 'blank');
  }, 120_000);
  afterAll(async () => {
    await desk?.end();
    await browser?.close();
  });

  const textOf = (page: Page) => page.locator('.ProseMirror').innerText();

  /** An open card of the panel whose only pattern has at least `least` blanks. */
  async function cardWithBlanks({ page, items }: OpenDesk, least: number): Promise<CheckItem> {
    const ids = await page
      .locator('.check-item.is-missing')
      .evaluateAll((cards) => cards.map((each) => each.getAttribute('data-item')));
    const fits = items.find(
      ({ id, phrases }) =>
        ids.includes(id) && phrases.length === 1 && listBlanks(phrases[0] ?? '').length >= least,
    );
    if (!fits) throw new Error('no such card');
    return fits;
  }

  test('a question without a section is offered one, made with the sentence in one step', async () => {
    const { page } = desk;
    await caretBehind(page, '依法预防和处置突发事件');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.insertText('其他工作');
    const homeless = page.getByRole('button', { name: /^本报告还没有谈到/u });
    await homeless.click();
    const item = await cardWithBlanks(desk, 1);
    await card(page, item.id).getByRole('button', { name: '插入句式' }).click();
    const offer = await page.locator('.ant-dropdown-menu-item-group-title').first().innerText();
    const heading = /^添一条“(.+)”，写在里面$/u.exec(offer)?.[1] ?? '';
    expect(heading.length).toBeGreaterThan(2);
    await page.locator('.phrase-choice').first().click();
    await expect.poll(() => textOf(page)).toContain(item.phrases[0] ?? '');
    await expect.poll(() => page.locator('.outline-row.is-current').innerText()).toContain(heading);
    await page.keyboard.press('Control+z');
    expect(await textOf(page)).not.toContain(item.phrases[0] ?? '');
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page)).toContain('依法预防和处置突发事件');
  });

  test('one is put in with its first blank selected, and blanks are counted wherever one looks', async () => {
    const { page } = desk;
    await goTo(page, '执法');
    const item = await cardWithBlanks(desk, 2);
    const [phrase = ''] = item.phrases;
    const { length } = listBlanks(phrase);
    await card(page, item.id).getByRole('button', { name: '插入句式' }).click();
    await expect.poll(() => textOf(page)).toContain(phrase);
    const [first] = listBlanks(phrase);
    await expect.poll(() => selectedWords(page)).toBe(phrase.slice(first?.start, first?.end));
    await expect.poll(() => blankCount(page).innerText()).toBe(`空格 ${length}`);
    await expect
      .poll(() => page.locator('.outline-row.is-current .visually-hidden').first().innerText())
      .toContain(`没有填的空格 ${length} 处`);
    await expect.poll(() => card(page, item.id).getAttribute('class')).toContain('is-partly');
    await page.getByRole('tab', { name: /校对/u }).click();
    await page.waitForSelector('[role=tab][aria-selected=true]:has-text("校对")');
    // counted where blanks are counted, and not once more as findings
    expect(await page.locator('.panel').innerText()).not.toContain('是还没有填写的地方');
    await page.getByRole('tab', { name: /清单/u }).click();
  });

  test('one undo takes the whole sentence back, and redo brings it again', async () => {
    const { page } = desk;
    await page.locator('.ProseMirror').focus();
    await page.keyboard.press('Control+z');
    expect(await page.locator('.blank-field').count()).toBe(0);
    await page.keyboard.press('Control+y');
    expect(await page.locator('.blank-field').count()).toBeGreaterThan(1);
  });

  test('an input method writes in the place of a blank, and its letters are never left behind', async () => {
    const { page } = desk;
    const before = await page.locator('.blank-field').count();
    await page.locator('.blank-field').first().click();
    await expect.poll(() => selectedWords(page)).toMatch(/^〔.+〕$/u);
    await composeChinese(page, ['s', 'shi', 'shier'], '十二');
    await expect.poll(() => page.locator('.blank-field').count()).toBe(before - 1);
    expect(await textOf(page)).toContain('十二');
    expect(await textOf(page)).not.toMatch(/shi|〔十二/u);
    await page.keyboard.press('Tab');
    await expect.poll(() => selectedWords(page)).toMatch(/^〔.+〕$/u);
    await page.keyboard.type('7');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => page.locator('.blank-field').count()).toBe(before - 2);
  });

  test('a caret that walks into a blank selects it, and F8 leads to the next', async () => {
    const { page } = desk;
    await goTo(page, '突发事件');
    const item = await cardWithBlanks(desk, 1);
    await card(page, item.id).getByRole('button', { name: '插入句式' }).click();
    await expect.poll(() => selectedWords(page)).toMatch(/^〔.+〕$/u);
    await page.keyboard.press('ArrowLeft');
    expect(await selectedWords(page)).toBe('');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => selectedWords(page)).toMatch(/^〔.+〕$/u);
    await page.keyboard.press('F8');
    await expect.poll(() => selectedWords(page)).toMatch(/^〔.+〕$/u);
  });

  test('a sentence goes to the section of its question when the caret is elsewhere', async () => {
    const { page, items } = desk;
    await goTo(page, '加强党的领导');
    await showScope(page, '全文');
    const item = items.find(
      ({ id, phrases, parts, topics }) =>
        id.startsWith('2021-27') &&
        phrases.length === 1 &&
        parts[0] === 'achievements' &&
        topics.length > 0,
    );
    if (!item) throw new Error('no question on disclosure');
    await card(page, item.id).getByRole('button', { name: '插入句式' }).click();
    await expect.poll(() => textOf(page)).toContain(item.phrases[0] ?? '');
    await expect
      .poll(() => page.locator('.outline-row.is-current').innerText())
      .toContain('政务公开');
    await showScope(page, '本条');
  });

  test('before an export the open blanks are named and lead to their place', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '导出 Word' }).click();
    const bar = page.getByLabel('导出前还没有了的事');
    await expect.poll(() => bar.innerText()).toMatch(/还有 \d+ 处空格没有填/u);
    await bar.getByRole('button', { name: '逐条看' }).click();
    await bar.getByRole('button', { name: /^没有填的空格/u }).click();
    await bar.locator('.open-points button').first().click();
    await expect.poll(() => selectedWords(page)).toMatch(/^〔.*〕$/u);
    await bar.getByRole('button', { name: '先不导出' }).click();
  });

  test('the ledger fills a blank that bears the name of one of the figures, and says so', async () => {
    const { page, items } = desk;
    const item = items.find(
      ({ parts, figures, phrases, topics }) =>
        parts[0] === 'achievements' &&
        !topics.includes('引言') &&
        phrases.length === 1 &&
        figures.some(({ name }) => phrases[0]?.includes(`〔${name}〕`)),
    );
    const figure = item?.figures.find(({ name }) => item.phrases[0]?.includes(`〔${name}〕`));
    if (!item || !figure) throw new Error('no pattern names a figure');
    await ask(page, 'ledger.set', {
      year: 2025,
      figureId: figure.id,
      department: '综治中心',
      value: 152,
      note: '',
    });
    await showScope(page, '全文');
    await card(page, item.id).getByRole('button', { name: '插入句式' }).click();
    const choice = page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .phrase-choice').first();
    if (await choice.isVisible()) await choice.click();
    await expect
      .poll(() => textOf(page))
      .toContain((item.phrases[0] ?? '').split(`〔${figure.name}〕`).join('152').slice(0, 12));
    expect(await page.locator('.status-message').innerText()).toBe(
      `已从台账填入：${figure.name} 152${figure.unit}（综治中心）`,
    );
    expect(desk.complaints).toEqual([]);
  });
});
