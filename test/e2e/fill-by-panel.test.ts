import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { listBlanks } from '../../core/packs/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';

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

/** What a clerk might write in a blank, by its words. */
function factFor(name: string): string {
  if (/年份/u.test(name)) return '2025';
  if (/率|百分/u.test(name)) return '98';
  if (/日期|时间|期限/u.test(name)) return '3月';
  if (/数$|额$|量$|[次件份人名个处条项家场期台支座篇]$/u.test(name)) return '12';
  if (/部门|单位|科室|牵头/u.test(name)) return '县司法局';
  if (/文件|制度|清单|方案|办法/u.test(name)) return '普法工作要点';
  if (/原因/u.test(name)) return '专职执法人员配备不足';
  return '农村道路养护';
}

const card = (page: Page, id: string) => page.locator(`.check-item[data-item="${id}"]`);
const selectedWords = (page: Page) => page.evaluate(() => String(getSelection()));

/** Required questions of the panel that are still open, by id. */
async function listOpen(page: Page): Promise<readonly string[]> {
  return page.locator('.check-item:is(.is-missing, .is-partly)').evaluateAll((cards) =>
    cards.flatMap((each) => {
      const id = each.getAttribute('data-item');
      return id && each.textContent?.includes('必答') ? [id] : [];
    }),
  );
}

/** Types a fact into each blank, from the one that is selected on, going from blank to blank by Tab. */
async function fillBlanks(page: Page): Promise<number> {
  for (let filled = 0; filled < 20; filled += 1) {
    const words = await selectedWords(page);
    const [blank] = listBlanks(words);
    if (!blank || blank.end !== words.length) return filled;
    const fact = factFor(blank.name);
    if (/^[\d.]+$/u.test(fact)) await page.keyboard.type(fact);
    else await page.keyboard.insertText(fact);
    await page.keyboard.press('Tab');
  }
  throw new Error('the blanks have no end');
}

/** Waits for a sentence with blanks: the ledger is asked before it goes in. */
async function waitForBlank(page: Page, phrase: string): Promise<void> {
  if (listBlanks(phrase).length === 0) return;
  await expect.poll(() => selectedWords(page), { interval: 20 }).toMatch(/^〔[^〔〕]*〕$/u);
}

/** Inserts a question's first pattern and fills it. False for one that was answered meanwhile, or has none. */
async function answer(page: Page, id: string): Promise<boolean> {
  const button = card(page, id).getByRole('button', { name: '插入句式' });
  if ((await button.count()) === 0) return false;
  // a menu that was open before may still be fading
  const choices = page.locator('.ant-dropdown:not(.ant-slide-up-leave) .phrase-choice:visible');
  const isMenu = (await button.getAttribute('aria-haspopup')) === 'menu';
  const only = await button.getAttribute('title');
  // the last sentence may answer this question too: then its menu goes
  if (isMenu) await page.waitForTimeout(700);
  if ((await button.count()) === 0) return false;
  await button.click({ timeout: 3000 });
  const phrase = isMenu ? await choices.first().innerText({ timeout: 3000 }) : only;
  if (isMenu) await choices.first().click({ timeout: 3000 });
  await waitForBlank(page, phrase ?? '');
  await fillBlanks(page);
  return true;
}

/** Waits until none of these stands open in the panel: answered, or asked elsewhere now. */
async function settle(page: Page, ids: readonly string[]): Promise<void> {
  const isOpen = async () => (await listOpen(page)).some((id) => ids.includes(id));
  for (let turn = 0; turn < 25 && (await isOpen()); turn += 1) await page.waitForTimeout(100);
}

/** Answers everything that the panel asks for as it stands. */
async function fillShown(page: Page): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const open = (await listOpen(page)).filter((id) => !tried.has(id));
    if (open.length === 0) return;
    for (const id of open) {
      tried.add(id);
      await answer(page, id);
    }
    await settle(page, open);
  }
}

const countOpen = async (page: Page) => {
  const words = await page.getByRole('button', { name: /^清单 \d+ \/ \d+ 已答$/u }).innerText();
  const [answered = 0, total = 0] = words.match(/\d+/gu)?.map(Number) ?? [];
  return { open: total - answered, total };
};

async function openBlank(page: Page, app: RunningApp, issuers: readonly string[]) {
  await page.goto(app.url);
  await page.waitForSelector('h1');
  const { reportId } = await ask(page, 'report.create', {
    year: 2025,
    issuers: [...issuers],
    start: { kind: 'blank' },
  });
  await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
  await page.reload();
  await page.waitForSelector('.check-item, .panel-intro');
  await page.waitForSelector('.status-button');
  return reportId;
}

/** Goes through the outline from the top, then through what no section fits, then through what is left. */
async function fillReport(page: Page): Promise<void> {
  const rows = page.locator('.outline-jump');
  for (let index = 0; index < (await rows.count()); index += 1) {
    await rows.nth(index).click();
    await page.waitForTimeout(30);
    await fillShown(page);
  }
  const homeless = page.getByRole('button', { name: /^本报告还没有谈到/u });
  for (let turn = 0; turn < 12 && (await homeless.count()) > 0; turn += 1) {
    await homeless.click();
    const [id] = await listOpen(page);
    if (id === undefined || !(await answer(page, id))) break;
    await settle(page, [id]);
  }
  // a sentence may have drawn a question to a section that was gone through before
  await page.getByRole('button', { name: '全文', exact: true }).click();
  await page.getByLabel('只看必答').check();
  await page.waitForSelector('.question-groups .check-item');
  await page.waitForTimeout(300);
  await fillShown(page);
}

/** Required questions that the stored draft does not answer by its own words. */
async function listUnanswered(page: Page, reportId: string): Promise<readonly string[]> {
  const { items } = await ask(page, 'report.check', { reportId });
  const { packs } = await ask(page, 'report.open', { reportId });
  const required = new Set(packs.checklist.items.flatMap((i) => (i.required ? [i.id] : [])));
  return items.flatMap(({ itemId, state, where }) =>
    required.has(itemId) && state !== 'answered'
      ? [`${itemId} ${state} ${where.map(({ quote }) => quote).join('')}`]
      : [],
  );
}

describe.skipIf(chromium === null)('a blank draft filled by what the panel asks', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
  });

  // every kind of unit and every year is filled without a browser in test/templates/answering
  test.each([['枫林街道办事处']])(
    '%s 2025: every required question has a pattern that answers it',
    async (issuer) => {
      const app = await startApp();
      const { context } = await openContext(browser);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      const reportId = await openBlank(page, app, [issuer]);
      const { total } = await countOpen(page);
      expect(total).toBeGreaterThan(30);
      await fillReport(page);
      await expect.poll(() => page.locator('.save-state').innerText()).toMatch(/^已保存/u);
      expect(await listUnanswered(page, reportId)).toEqual([]);
      await expect.poll(() => countOpen(page)).toMatchObject({ open: 0 });
      await expect.poll(() => page.locator('.blank-field').count()).toBe(0);
      expect(await page.getByRole('button', { name: /^空格/u }).count()).toBe(0);

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 Word' }).click();
      expect((await download).suggestedFilename()).toMatch(/\.docx$/u);
      expect(complaints).toEqual([]);
      await context.close();
      await app.close();
    },
    120_000,
  );
});
