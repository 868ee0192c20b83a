import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Last year's report of an invented township. */
const lastYear = [
  '青石镇人民政府',
  '2025年法治政府建设年度报告',
  '2025年是“十四五”规划收官之年，青石镇扎实推进依法行政。现将2025年度情况报告如下：',
  '一、主要举措和成效',
  '（一）强化执法监督',
  '2025年办理案件62件，较2024年增长23%。2025年荣获全县法治乡镇称号。制定《青石镇2025年普法工作要点》。',
  '（二）深化法治宣传',
  '深入实施“八五”普法规划，开展宣传26场次。',
  '二、存在的不足和原因',
  '执法力量不足，主要原因是人员少。',
  '三、第一责任人履职情况',
  '主要负责人带头学法。',
  '四、2026年主要安排',
  '2026年，持续加强法治政府建设。',
];

describe.skipIf(!chromium)('looking over what rolling forward changes', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    ({ context } = await openContext(browser));
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

  const heading = () => page.getByRole('heading', { level: 1 }).innerText();
  const row = (words: string) => page.locator('.roll-row').filter({ hasText: words });

  test('the list says how much is changed, asked and left, and a reload keeps it', async () => {
    await page.getByRole('button', { name: '粘贴文字' }).click();
    await page.locator('textarea').fill(lastYear.join('\n'));
    await page.click('text=读取这些文字');
    await page.getByRole('button', { name: '沿用为 2026 年草稿' }).click();
    await page.locator('.roll-sheet').waitFor();
    expect(await heading()).toBe('从 2025 到 2026：改动 6 处，请您定 3 处，照原文 1 处');
    await page.reload();
    await page.locator('.roll-sheet').waitFor();
    expect(await heading()).toBe('从 2025 到 2026：改动 6 处，请您定 3 处，照原文 1 处');
    expect(await page.getByText('已经在报告库里').count()).toBe(1);
  });

  test('F8 goes to the first question, and 2 leaves its words as they are', async () => {
    await page.keyboard.press('F8');
    await page.keyboard.press('2');
    const award = row('荣获全县法治乡镇称号').first();
    await expect
      .poll(() => award.getByRole('button', { pressed: true }).innerText())
      .toContain('保留原文');
    expect(await heading()).toContain('请您定 2 处');
    await page.getByRole('heading', { name: '请您定 3 处，已定 1 处' }).waitFor();
  });

  test('a change is refused by the keyboard alone', async () => {
    await row('办理案件62件').first().getByRole('checkbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    expect(await row('办理案件62件').first().getByRole('checkbox').isChecked()).toBe(false);
    expect(await heading()).toContain('改动 5 处');
  });

  test('a proposal is chosen by the mouse', async () => {
    await page.getByRole('button', { name: /改为 2026年是“十五五”规划开局之年/u }).click();
    expect(await heading()).toContain('改动 6 处，请您定 1 处');
  });

  test('what stays is folded, and can be changed all the same', async () => {
    await page.getByRole('button', { name: /不动 1 处/u }).click();
    await row('普法工作要点').last().getByRole('checkbox').check();
    expect(await heading()).toContain('照原文 2 处');
    await row('普法工作要点').last().getByRole('checkbox').uncheck();
  });

  test('nothing bars a screen reader, and nothing is wider than the window, by day and night', async () => {
    await page.evaluate(axe);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      // the colours of the buttons take a moment to pass over
      await page.waitForTimeout(500);
      // A string, since the page's axe is unknown to this side's types.
      const barriers = await page.evaluate(`axe
        .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
      expect(barriers, colorScheme).toEqual([]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  });

  test('the library and back keep what was chosen', async () => {
    await page.getByRole('button', { name: '报告库' }).click();
    await page.locator('.report').first().waitFor();
    await page.goBack();
    await page.locator('.roll-sheet').waitFor();
    expect(await heading()).toContain('改动 6 处，请您定 1 处');
  });

  test('the draft is made as it was chosen', async () => {
    await page.keyboard.press('Control+Enter');
    const editor = page.locator('.ProseMirror');
    await editor.waitFor();
    const text = (await editor.innerText()).replace(/\s/gu, '');
    expect(text).toContain('2026年是“十五五”规划开局之年');
    expect(text).toContain('现将2026年度情况报告如下');
    expect(text).toContain('2025年办理案件62件，较2025年增长23%');
    expect(text).toContain('2025年荣获全县法治乡镇称号');
    expect(text).toContain('《青石镇2025年普法工作要点》');
    expect(text).toContain('“八五”普法规划');
    expect(text).toContain('2027年，持续加强法治政府建设');
  });

  test('a report of the library is looked over in the same way', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/new/report`);
    await page.locator('.base-choice').filter({ hasText: '已归档' }).click();
    await page.getByRole('button', { name: '沿用为 2026 年草稿' }).click();
    await page.locator('.roll-sheet').waitFor();
    expect(await heading()).toContain('从 2025 到 2026：改动 6 处');
  });

  test('when last year’s report was changed meanwhile, the list comes anew and what fits is kept', async () => {
    const counts = await heading();
    expect(counts, 'two of three questions were answered in the tests before').toContain(
      '请您定 1 处',
    );
    await page.evaluate(async () => {
      const ask = async (name: string, input: object) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify(input);
        const response = await fetch(`/api/${name}`, { method: 'POST', headers, body });
        return (await response.json()).value;
      };
      const reportId = decodeURIComponent(location.hash.split('/')[2] ?? '');
      await ask('report.setStatus', { reportId, status: 'writing' });
      const { report, revision } = await ask('report.open', { reportId });
      const { year, issuers, title, addressee, preambleHeading, preamble } = report;
      const added = {
        type: 'paragraph',
        id: 'added',
        source: null,
        text: '现将2025年度补充如下。',
      };
      const blocks = [...preamble, added];
      const head = { year, issuers, title, addressee, preambleHeading, blocks };
      const inside = report.parts.flatMap((part: { id: string; sections: { id: string }[] }) => [
        part.id,
        ...part.sections.map(({ id }) => id),
      ]);
      await ask('report.save', {
        reportId,
        baseRevision: revision,
        changed: [{ kind: 'front', id: 'front', ...head }],
        order: ['front', ...inside, 'closing'],
      });
    });
    await page.getByRole('button', { name: '建立 2026 年草稿' }).click();
    await page.getByRole('alert').getByText('上年报告刚才有改动').waitFor();
    // one change more, and the questions that were answered still are
    await expect.poll(heading).toBe(counts.replace('改动 6 处', '改动 7 处'));
    await page.getByRole('button', { name: '建立 2026 年草稿' }).click();
    await page.waitForSelector('.ProseMirror');
    expect(await page.locator('.ProseMirror').innerText()).toContain('现将2026年度补充如下');
  });

  test('a report that is not there is said in words, and nothing is thrown', async () => {
    await page.goto(
      `${new URL(page.url()).origin}/#/roll/nobody/2026/${encodeURIComponent('青石镇')}`,
    );
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/报告/u);
    expect(problems).toEqual([]);
  });
});
