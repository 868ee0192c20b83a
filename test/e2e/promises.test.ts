import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { caretBehind, composeChinese } from '../support/typing.ts';

const chromium = findChromium();

/** Last year's report, in words of our own. */
const lastYear = `青石镇人民政府2025年法治政府建设年度报告

云岭县人民政府：
2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下。
一、主要举措和成效
（一）加强组织领导
镇党委专题研究法治建设4次，组织学法12次，覆盖干部96人。
（二）推进严格规范执法
全年办理行政处罚案件62件。2025年举办执法业务培训3次，参训54人次。
（三）化解矛盾纠纷
受理矛盾纠纷152件，调解成功149件。
二、存在的不足和原因
执法人员只有11名，力量还不充足。
三、第一责任人履职情况
镇长听取法治工作汇报3次。
四、2026年度主要安排
2026年，我镇将重点做好以下工作：
（一）充实执法力量。公开招录执法人员2名，调剂增加辅助人员3名。每季度组织一次执法业务培训。
（二）改进普法方式。一是拍摄方言普法短视频12期；二是在集镇建成法治文化广场1处。

青石镇人民政府
2026年1月16日
`;

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

const selectedWords = (page: Page) => page.evaluate(() => String(getSelection()));
const textOf = (page: Page) => page.locator('.ProseMirror').innerText();

describe.skipIf(!chromium)(
  'last year’s promises and last year’s words, beside this year’s page',
  () => {
    let app: RunningApp;
    let browser: Browser;
    let page: Page;
    let reportId: string;
    const complaints: string[] = [];

    const tab = (name: '上年' | '承诺') => page.getByRole('tab', { name: new RegExp(name, 'u') });
    const card = (words: string) => page.locator('.promise-card', { hasText: words });
    const readOutcomes = async () =>
      Object.values((await ask(page, 'report.open', { reportId })).outcomes);

    beforeAll(async () => {
      buildApp();
      app = await startApp();
      browser = await launchBrowser(chromium ?? '');
      const { context } = await openContext(browser);
      page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(app.url);
      await page.waitForSelector('h1');
      reportId = await makeDraft(page);
      await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
      await page.reload();
      await page.waitForSelector('.ProseMirror');
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await app?.close();
    });

    test('the plan is a list of things to answer for, with where this year’s text may tell of them', async () => {
      await tab('承诺').click();
      await page.getByText('上年安排了 4 件事，还都没有答。').waitFor();
      expect(await page.locator('.promise-words').allInnerTexts()).toEqual([
        '公开招录执法人员2名，调剂增加辅助人员3名',
        '每季度组织一次执法业务培训',
        '拍摄方言普法短视频12期',
        '在集镇建成法治文化广场1处',
      ]);
      await card('业务培训').getByText('举办执法业务培训3次').waitFor();
    });

    test('a suggestion leads to its words, and is taken with one click', async () => {
      await card('业务培训').getByText('举办执法业务培训3次').click();
      expect(await selectedWords(page)).toContain('举办执法业务培训3次，参训54人次。');
      await card('业务培训').getByRole('button', { name: '已完成，就在这里' }).click();
      await page.getByText('上年安排了 4 件事：已答 1，还有 3。').waitFor();
      await card('业务培训').getByText('见：').waitFor();
    });

    test('keys answer on the card, a reason is typed through an input method', async () => {
      await card('招录执法人员').focus();
      await page.keyboard.press('2');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.tagName))
        .toBe('TEXTAREA');
      await composeChinese(page, ['z', 'zhao', 'zhaolu'], '招录到岗1名，');
      await composeChinese(page, ['b', 'bian'], '编制未批');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('3');
      await page.getByText('上年安排了 4 件事：已答 3，还有 1。').waitFor();
      await expect
        .poll(async () => (await readOutcomes()).map(({ state }) => state).toSorted())
        .toEqual(['done', 'not', 'partly']);
    });

    test('a reason half typed is kept when the tab is left', async () => {
      await card('方言普法').locator('textarea').fill('设备未到');
      await tab('上年').click();
      await expect
        .poll(async () => (await readOutcomes()).find(({ state }) => state === 'not')?.note)
        .toBe('设备未到');
    });

    test('a reason from an input method and a state chosen behind it are both kept, however slow', async () => {
      await tab('承诺').click();
      const slow = '**/api/report.answerPromise';
      await page.route(slow, async (route) => {
        await new Promise((done) => setTimeout(done, 300));
        await route.continue();
      });
      await card('法治文化广场').focus();
      await page.keyboard.press('2');
      const reason = card('法治文化广场').locator('textarea');
      await reason.waitFor();
      await reason.focus();
      await composeChinese(page, ['y', 'yong', 'yongdi'], '用地未批');
      await card('法治文化广场').getByRole('button', { name: '未完成' }).click();
      const kept = async () =>
        (await readOutcomes()).find(({ note }) => note === '用地未批')?.state;
      await expect.poll(kept, { timeout: 5000 }).toBe('not');
      await card('法治文化广场').getByRole('button', { name: '部分完成' }).click();
      await reason.fill('用地刚批');
      await reason.blur();
      await expect
        .poll(async () => (await readOutcomes()).find(({ note }) => note === '用地刚批')?.state, {
          timeout: 5000,
        })
        .toBe('partly');
      await page.unroute(slow);
      await card('法治文化广场').getByRole('button', { name: '撤销' }).click();
      await page.getByText('上年安排了 4 件事：已答 3，还有 1。').waitFor();
    });

    test('after a reload all that was said is there, the answered folded', async () => {
      await page.reload();
      await page.waitForSelector('.ProseMirror');
      await tab('承诺').click();
      await page.getByText('上年安排了 4 件事：已答 3，还有 1。').waitFor();
      await page.getByText('已答 3 件').click();
      expect(await card('招录执法人员').locator('textarea').inputValue()).toBe(
        '招录到岗1名，编制未批',
      );
      expect(await card('业务培训').getAttribute('aria-label')).toContain('已完成');
      expect(await card('业务培训').innerText()).toContain('见：');
    });

    test('a sentence that owns to it goes in at the caret', async () => {
      await caretBehind(page, '力量还不充足。');
      await card('方言普法').getByText('在光标处插入说明句').click();
      expect(await textOf(page)).toContain(
        '力量还不充足。上年提出的“拍摄方言普法短视频12期”尚未完成，主要原因是设备未到。',
      );
    });

    test('when the named paragraph is emptied the card says so', async () => {
      await caretBehind(page, '主要举措和成效');
      await page.evaluate(() => {
        const line = [...document.querySelectorAll('.ProseMirror p')].find((each) =>
          each.textContent?.includes('举办执法业务培训3次'),
        );
        if (line) getSelection()?.selectAllChildren(line);
      });
      // the editor hears of a selection it did not make a moment later
      await page.waitForTimeout(200);
      await page.keyboard.press('Delete');
      await page.keyboard.press('Backspace');
      await card('业务培训').getByText('所指的段落已经删去').waitFor();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await card('业务培训').getByText('见：').waitFor();
    });

    test('last year’s section stands beside this year’s with what has changed, and the figures', async () => {
      await caretBehind(page, '行政处罚案件62件');
      for (let letters = 0; letters < 3; letters += 1) await page.keyboard.press('Backspace');
      await page.keyboard.insertText('70件，均已结案');
      await tab('上年').click();
      await page.locator('.last-year-row ins', { hasText: '70' }).waitFor();
      expect(await page.locator('.last-year-row del').first().innerText()).toBe('62');
      const row = page.locator('.last-year-figures tr', { hasText: '行政处罚案件' });
      expect((await row.locator('td').allInnerTexts()).map((cell) => cell.trim())).toEqual([
        '62',
        '70',
        '+8（13%）',
      ]);
      await row.getByRole('button').click();
      expect(await selectedWords(page)).toContain('行政处罚案件70件');
    });

    test('the panel follows the caret to the preamble and to a part without sections', async () => {
      await caretBehind(page, '现将有关情况报告如下。');
      await page.locator('.last-year-head', { hasText: '引言' }).waitFor();
      await caretBehind(page, '镇长听取法治工作汇报3次。');
      await page.locator('.last-year-head', { hasText: '履职情况' }).waitFor();
      expect(await page.locator('.last-year-row').innerText()).toContain('镇长听取法治工作汇报3次');
    });

    test('a sentence of last year’s goes in by keyboard, its year moved on and its figures to be confirmed', async () => {
      await caretBehind(page, '参训54人次。');
      await page.locator('.last-year-head', { hasText: '规范执法' }).waitFor();
      const before = (await textOf(page)).split('2026年举办执法业务培训3次').length;
      await page.locator('.last-year-insert').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await textOf(page)).split('2026年举办执法业务培训3次').length)
        .toBe(before + 1);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('last-year-insert');
      await page.locator('.ProseMirror .stale-chip', { hasText: '54人次' }).nth(1).waitFor();
    });

    test('on an empty line it becomes a paragraph of its own; a whole paragraph can be taken too', async () => {
      await caretBehind(page, '镇长听取法治工作汇报3次。');
      await page.keyboard.press('Enter');
      const paragraphs = await page.locator('.ProseMirror p').count();
      await page.getByRole('button', { name: /^插入这一句：镇长听取/u }).click();
      await expect
        .poll(async () => (await textOf(page)).split('镇长听取法治工作汇报3次。').length)
        .toBe(3);
      expect(await page.locator('.ProseMirror p').count()).toBe(paragraphs);
      await page.getByRole('button', { name: '插入整段' }).first().click();
      await expect.poll(() => page.locator('.ProseMirror p').count()).toBe(paragraphs + 1);
    });

    test('nothing went wrong in the page', () => {
      expect(complaints).toEqual([]);
    });
  },
);
