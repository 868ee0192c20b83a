import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { buildDocx, words } from '../support/docx-fixtures.ts';
import { toGb18030 } from '../support/gb18030.ts';
import { addSmallReport, openTestStore } from '../support/store-reports.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { composeChinese } from '../support/typing.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromium = findChromium();
const year = new Date().getFullYear();
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgGAWjYBSMglEAAAPoAAGrNZ2aAAAAAElFTkSuQmCC',
  'base64',
);
const noteText = '一季度排查矛盾纠纷86起，调解成功82起。';

describe.skipIf(!chromium)('materials, in a real browser on the real handlers and database', () => {
  const dataFolder = createTempFolder();
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  const card = () => page.getByRole('dialog', { name: '记一条素材' });
  const field = () => card().getByRole('textbox', { name: '素材内容' });
  const section = () => page.locator('.outline-jump', { hasText: '化解纠纷' }).first();
  const editor = () => page.locator('.ProseMirror');

  async function open(): Promise<void> {
    app = await startApp(dataFolder);
    ({ context } = await openContext(browser));
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(app.url);
  }

  async function openYear(): Promise<void> {
    await page.evaluate((of) => {
      window.location.hash = `#/materials/${of}`;
    }, year);
    await page.getByRole('searchbox', { name: '搜索素材' }).waitFor();
  }

  /** Lets files go over the element, as from the system's file manager. */
  async function drop(selector: string, dropped: readonly { name: string; base64: string }[]) {
    const transfer = await page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, dropped);
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await page.dispatchEvent(selector, event, { dataTransfer: transfer });
    }
  }

  beforeAll(async () => {
    buildApp();
    const store = openTestStore(dataFolder);
    addSmallReport(store, 'r1', year);
    store.close();
    browser = await launchBrowser(chromium ?? '');
    await open();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('a window that closes asks first where a note is not kept, and shows it', async () => {
    const other = await context.newPage();
    await other.goto(app.url);
    await other.getByRole('button', { name: '素材', exact: true }).waitFor();
    await other.keyboard.press('Alt+Shift+N');
    await other.getByRole('textbox', { name: '素材内容' }).fill('写到一半的素材');
    await other.keyboard.press('Escape');
    const asked = other.waitForEvent('dialog');
    await other.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    const left = other.getByRole('textbox', { name: '素材内容' });
    expect(await left.inputValue()).toBe('写到一半的素材');
    await left.fill('');
    await other.close();
  });

  test('a note is begun by keys, typed by an input method, and kept by Ctrl+Enter with its tags', async () => {
    await page.getByRole('button', { name: '素材', exact: true }).waitFor();
    await page.keyboard.press('Alt+Shift+N');
    await field().waitFor();
    await composeChinese(page, ['y', 'yi', 'yiji'], '一季度');
    await page.keyboard.insertText(noteText.slice(3));
    await card()
      .getByRole('button', { name: /去掉标签：.*矛盾纠纷/u })
      .first()
      .waitFor();
    expect(await field().inputValue()).toBe(noteText);
    await page.keyboard.press('Control+Enter');
    await card()
      .getByText(/已存 \d\d:\d\d/u)
      .waitFor();
    expect(await field().inputValue()).toBe('');
  });

  test('what was typed is still there when the card was closed by accident', async () => {
    await page.keyboard.insertText('打印店的电话');
    await page.keyboard.press('Escape');
    await expect.poll(() => card().count()).toBe(0);
    await page.keyboard.press('Control+Shift+N');
    expect(await field().inputValue()).toBe('打印店的电话');
    await field().fill('');
    await page.keyboard.press('Escape');
  });

  test('a note that could not be kept stays in the card, with why', async () => {
    await page.route('**/api/materials.add', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: JSON.stringify({ ok: false, error: { code: 'store/full', file: 'nianbao.db' } }),
      }),
    );
    await page.keyboard.press('Alt+Shift+N');
    await field().fill('磁盘满的时候写的');
    await page.keyboard.press('Control+Enter');
    await card().getByRole('alert').getByText('磁盘已满').waitFor();
    expect(await field().inputValue()).toBe('磁盘满的时候写的');
    await page.unroute('**/api/materials.add');
    await field().fill('');
    await page.keyboard.press('Escape');
  });

  test('a Word document, an old Chinese text and a picture are kept as they came', async () => {
    await openYear();
    const docx = buildDocx({ body: words('司法所报送：全年调解矛盾纠纷152件，成功率98%。') });
    const text = toGb18030('便民服务中心报送：政务服务事项98项，办件三千件。');
    const toFile = (name: string, bytes: Uint8Array) => ({
      name,
      base64: Buffer.from(bytes).toString('base64'),
    });
    await drop('.materials', [
      toFile('调解情况.docx', docx),
      toFile('政务服务.txt', text),
      toFile('宣传现场.png', png),
    ]);
    await card().getByText('宣传现场.png').waitFor();
    await page.keyboard.press('Control+Enter');
    await card()
      .getByText(/已存 3 份/u)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('全年调解矛盾纠纷152件').waitFor();
    await page.getByText('政务服务事项98项').waitFor();
    await page.getByRole('button', { name: '放大图片：宣传现场.png' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('.material', { hasText: '宣传现场.png' })
        .getByRole('button', { name: '取回原件' })
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe('宣传现场.png');
  });

  test('the list is searched, filtered, changed in place, and gives back what was removed', async () => {
    const cards = page.locator('.material');
    await page.getByRole('searchbox', { name: '搜索素材' }).fill('152件');
    await expect.poll(() => cards.count()).toBe(1);
    await page.getByRole('searchbox', { name: '搜索素材' }).fill('');
    await expect.poll(() => cards.count()).toBe(4);
    await page.getByRole('button', { name: /^改：政务服务/u }).click();
    const editing = page.locator('.material-editing');
    await editing.getByRole('textbox', { name: '素材内容' }).fill('政务服务事项99项。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('政务服务事项99项').waitFor();
    await page.getByRole('button', { name: /^移除：政务服务/u }).click();
    await expect.poll(() => cards.count()).toBe(3);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => cards.count()).toBe(4);
  });

  test('the section under the caret has its material, which is put into the text and then counts as used', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/report/r1';
    });
    await editor().waitFor();
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await height(), 'the window does not scroll, its panes do').toBe(768);
    await section().click();
    expect(await height()).toBe(768);
    await page
      .locator('.check-item')
      .getByRole('button', { name: /^有 \d 份素材/u })
      .first()
      .waitFor();
    await page.getByRole('tab', { name: /素材.*有未了的事/u }).click();
    const note = page.locator('.materials-tab > .material-list .material', { hasText: noteText });
    await note.waitFor();
    await note.getByRole('button', { name: /^插入素材/u }).click();
    await expect.poll(() => editor().innerText()).toContain(noteText);
    await note.getByText('本报告已用').waitFor();
    await page
      .getByText(/已保存 \d\d:\d\d:\d\d/u)
      .first()
      .waitFor();
  });

  test('copying a material and saying that it was not used after all', async () => {
    const note = page.locator('.materials-tab > .material-list .material', { hasText: noteText });
    await note.getByRole('button', { name: /^复制素材/u }).click();
    await page.getByText('素材已复制。').waitFor();
    await note.getByRole('button', { name: '改回未用' }).click();
    await expect.poll(() => note.getByText('本报告已用').count()).toBe(0);
    await note.getByRole('button', { name: '标为已用' }).click();
    await note.getByText('本报告已用').waitFor();
  });

  test('a paste into the tab is kept for this section', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '新聘人民调解员六名。');
      document
        .querySelector('.materials-tab')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
    });
    await page
      .locator('.materials-tab > .material-list .material', { hasText: '新聘人民调解员六名。' })
      .waitFor();
  });

  test('on the desk the note keeps its own keys, and the next one is begun where the last was kept', async () => {
    await page.keyboard.press('Alt+Shift+N');
    await field().fill('石桥村综治中心报来：十月化解信访积案两件。');
    const tags = card().getByRole('button', { name: /^去掉标签/u });
    await tags.first().waitFor();
    const count = await tags.count();
    await tags.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => tags.count()).toBe(count - 1);
    // the tag that went away had the focus, which must have come back into the note before a key is pressed
    await expect
      .poll(() => card().evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press('Control+Enter');
    await card().getByText(/已存/u).waitFor();
    await page.waitForTimeout(100);
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    await card().getByRole('button', { name: '撤销' }).click();
    await card().getByText('已撤销').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => card().count()).toBe(0);
  });

  test('after a restart everything is there, used or not', async () => {
    await context.close();
    await app.close();
    await open();
    await openYear();
    await expect.poll(() => page.locator('.material').count()).toBe(5);
    await page.getByText(`已用于 ${year} 年度报告`).waitFor();
    await page.getByText('未用', { exact: true }).last().click();
    await expect.poll(() => page.locator('.material').count()).toBeGreaterThanOrEqual(4);
    expect(problems).toEqual([]);
  });

  test('all of it is named, and nothing a person presses is too small', async () => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.materials button')]
        .filter((button) => button.getBoundingClientRect().height < 28)
        .map((button) => button.textContent),
    );
    expect(small).toEqual([]);
    await page.keyboard.press('Alt+Shift+N');
    await field().fill('综合行政执法队上报：联合执法4次，立案2起。');
    await card()
      .getByRole('button', { name: /^去掉标签/u })
      .first()
      .waitFor();
    await page.evaluate(axe);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(300);
      const found = await page.evaluate(`axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => id + ' ' + html.slice(0, 160))))`);
      expect(found, scheme).toEqual([]);
    }
  });
});
