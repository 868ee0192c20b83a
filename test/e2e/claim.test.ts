import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { composeChinese } from '../support/typing.ts';

const chromium = findChromium();

/** Read badly on purpose: a heading with a comma, a document number taken for residue, a broken line, a misleading part. */
const badlyRead = [
  '青石镇2025年法治政府建设年度报告',
  '来源：青石镇　发布时间：2026-01-15　浏览次数：88',
  '文号：青政发〔2026〕3号',
  '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
  '一、主要举措和成效',
  '（一）强化组织保障。全年组织专题学法6次，举办法治讲座3场。',
  '推进政务公开，回应群众关切',
  '主动公开政府信息86条，办理依申请公开3件，均在法定期限内答复。',
  '（二）规范行政执法',
  '镇综合行政执法队全年办理行政处罚案件',
  '六十二件，没有发生行政复议和行政诉讼。',
  '二、存在的不足和原因',
  '专业人员少，主要原因是编制紧张。',
  '三、第一责任人履职情况',
  '镇党委书记、镇长带头履行职责，主持专题会议5次。',
  '四、问题整改的打算',
  '招录法学专业人员2名。',
  '青石镇人民政府',
  '2026年1月20日',
].join('\n');

describe.skipIf(!chromium)('claiming what was read, in a real browser', () => {
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

  const tree = () => page.getByRole('tree', { name: '读成这样' });
  const line = (words: string): Locator => page.getByRole('treeitem').filter({ hasText: words });
  const active = () => page.locator('.structure-row.is-active');
  /** Level, tag and words of each line of the report; what was left out apart. */
  const outline = () =>
    page.locator('.structure-row:not(.is-discarded)').evaluateAll((rows) =>
      rows.map((row) => {
        const level = row.getAttribute('aria-level');
        const words = row.querySelector('.structure-words')?.textContent?.slice(0, 12);
        return `${level} ${row.querySelector('.structure-tag')?.textContent ?? ''}|${words}`;
      }),
    );
  /** Walks with the arrows, as a person does, until the line of these words is active. */
  const walkTo = async (words: string) => {
    await page.keyboard.press('Home');
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await active().innerText()).includes(words)) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`never came to ${words}`);
  };
  let untouched: readonly string[];
  let mended: readonly string[];

  test('the screen opens on the first doubt, with the focus on the lines', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles({
      name: '青石镇上年报告.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(badlyRead),
    });
    await tree().waitFor();
    await expect.poll(() => active().innerText()).toContain('问题整改的打算');
    expect(await active().innerText()).toContain('这一部分出现两次');
    expect(await tree().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByText('没有读到“下一年度主要安排”部分').waitFor();
    untouched = await outline();
  });

  test('everything is put right by the keyboard alone', async () => {
    await page.keyboard.press('4');
    await expect.poll(() => active().innerText()).toContain('下年安排');
    await page.getByText('没有读到“下一年度主要安排”部分').waitFor({ state: 'detached' });
    await page.getByText('处都已确认').waitFor();
    await walkTo('推进政务公开');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => active().innerText()).toContain('（二）');
    expect(await page.getByRole('status').innerText()).toBe('第 7 行改为小标题');
    await walkTo('六十二件');
    await page.keyboard.press('m');
    await expect.poll(() => active().innerText()).toContain('行政处罚案件六十二件');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await line('文号：').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await active().innerText()).toContain('文号：');
    await page.keyboard.press('Enter');
    await expect.poll(() => active().innerText()).toContain('引言');
    await walkTo('强化组织保障');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('Control+Home');
    for (let letters = 0; letters < '全年组织专题学法6次，'.length; letters += 1) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => active().innerText()).toContain('举办法治讲座3场');
    mended = await outline();
    expect(mended).toContain('2 （三）|规范行政执法');
    expect(mended).toContain('3 |举办法治讲座3场。');
  });

  test('undone step by step, everything is as it was read; redone, as it was put right', async () => {
    const undo = page.getByRole('button', { name: '撤销' });
    let steps = 0;
    while ((await undo.isEnabled()) && steps < 20) {
      await page.keyboard.press('Control+z');
      steps += 1;
    }
    expect(steps).toBe(5);
    expect(await outline()).toEqual(untouched);
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('Control+y');
    expect(await outline()).toEqual(mended);
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('Control+z');
    expect(await outline()).toEqual(untouched);
  });

  test('the same is put right by mouse', async () => {
    await line('问题整改的打算').locator('.structure-tag').click();
    await page.getByRole('menuitem', { name: '下一年度主要安排' }).click();
    await line('推进政务公开').hover();
    await line('推进政务公开').getByRole('button', { name: '提升一级' }).click();
    await line('六十二件').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /与上一行合并/u }).click();
    const gathered = page.getByRole('treeitem').filter({ hasText: '页面残留' });
    if ((await gathered.getAttribute('aria-expanded')) === 'false') await gathered.click();
    await line('文号：').hover();
    await line('文号：').getByRole('button', { name: '恢复到报告里' }).click();
    await line('举办法治讲座').dblclick();
    await page.keyboard.press('Control+Home');
    for (let letters = 0; letters < '全年组织专题学法6次，'.length; letters += 1) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => line('举办法治讲座').innerText()).toMatch(/^举办法治讲座/u);
    expect(await outline()).toEqual(mended);
  });

  test('both sides show the same line, whichever was pressed', async () => {
    await page.locator('.source-pane').getByText('镇党委书记、镇长').click();
    await expect.poll(() => active().innerText()).toContain('镇党委书记');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.source-pane [data-row].is-active').innerText()).toContain(
      '三、第一责任人履职情况',
    );
  });

  test('words chosen in the original become a heading', async () => {
    const words = page.locator('.source-pane').getByText('专业人员少，主要原因');
    await words.evaluate((element) => {
      const [text] = element.childNodes;
      if (text) window.getSelection()?.setBaseAndExtent(text, 0, text, 5);
      element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await page.getByRole('button', { name: '设为标题' }).click();
    await expect.poll(() => active().innerText()).toContain('（一）');
    await page.keyboard.press('Control+z');
    await expect.poll(outline).toEqual(mended);
  });

  test('a heading takes what an input method composes, and its Enter does not end the edit', async () => {
    await line('规范行政执法').click();
    await page.keyboard.press('F2');
    await composeChinese(page, ['g', 'gong', 'gongzheng', '公正'], '公正文明');
    await page.keyboard.press('Enter');
    await expect.poll(() => active().innerText()).toContain('规范行政执法公正文明');
  });

  test('unit and year are undone like everything else, and the fields show it', async () => {
    const unit = page.getByLabel('单位');
    const year = page.getByLabel('报告年度');
    const [unitBefore, yearBefore] = [await unit.inputValue(), await year.inputValue()];
    await unit.fill('青石镇人民政府、青石镇');
    await unit.press('End');
    await unit.pressSequentially('司法所');
    expect(await unit.inputValue()).toBe('青石镇人民政府、青石镇司法所');
    await year.fill('2024');
    await year.press('Enter');
    await page.getByRole('button', { name: '沿用为 2025 年草稿' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => year.inputValue()).toBe(yearBefore);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => unit.inputValue()).toBe(unitBefore);
    await page.getByRole('button', { name: '沿用为 2026 年草稿' }).waitFor();
    await tree().focus();
  });

  test('leaving asks once, in the page, before corrections are lost', async () => {
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '留在这里' }).click();
    await page.goBack();
    await page.getByRole('button', { name: '留在这里' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '留在这里' }).waitFor({ state: 'detached' });
    expect(await tree().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('what is kept is what was put right', async () => {
    await page.getByRole('button', { name: '只存入报告库' }).click();
    await page.locator('.report-open').first().click();
    const editor = page.locator('.ProseMirror');
    await editor.waitFor();
    const headings = await editor
      .locator('[data-node=partHeading], [data-node=sectionHeading]')
      .allInnerTexts();
    expect(headings.map((heading) => heading.replace(/\s/gu, ''))).toEqual([
      '主要举措和成效',
      '强化组织保障',
      '推进政务公开，回应群众关切',
      '规范行政执法公正文明',
      '存在的不足和原因',
      '第一责任人履职情况',
      '问题整改的打算',
    ]);
    const paragraphs = (await editor.locator('p:not([data-node])').allInnerTexts()).map((text) =>
      text.trim(),
    );
    expect(paragraphs).toContain(
      '镇综合行政执法队全年办理行政处罚案件六十二件，没有发生行政复议和行政诉讼。',
    );
    expect(paragraphs).toContain('文号：青政发〔2026〕3号');
    expect(paragraphs).toContain('举办法治讲座3场。');
  });

  test('what is pasted from a web page keeps its tables', async () => {
    await page.goto(`${app.url.split('#')[0]}#/new/paste`);
    const box = page.locator('#pasted-text');
    await box.waitFor();
    const html = `<h1>青石镇2025年法治政府建设年度报告</h1><p>一、主要举措和成效</p>
      <p>全年办理案件情况如下表所示，没有发生行政复议。</p>
      <table><tr><td>类别</td><td>件数</td></tr><tr><td>行政处罚</td><td>62</td></tr></table>`;
    const text = '青石镇2025年法治政府建设年度报告\n一、主要举措和成效\n类别\t件数';
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(
      async (copied) => {
        const toBlob = (words: string, type: string) => new Blob([words], { type });
        await navigator.clipboard.write([
          new ClipboardItem({
            'text/html': toBlob(copied.html, 'text/html'),
            'text/plain': toBlob(copied.text, 'text/plain'),
          }),
        ]);
      },
      { html, text },
    );
    await box.press('Control+v');
    await page.getByText('连同标题、表格的样式一起读').waitFor();
    await page.getByRole('button', { name: '读取这些文字' }).click();
    await page.locator('.source-table').getByText('行政处罚').waitFor();
    await expect.poll(() => line('行政处罚').innerText()).toContain('表格');
  });

  test('nothing went wrong in the page', () => {
    expect(problems).toEqual([]);
  });
});
