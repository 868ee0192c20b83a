import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOfficeDocx } from '../electron/docx/template/office-template.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { ask, handFile, listViolations, openRolledDraft } from '../support/export-screen.ts';

const chromium = findChromium();
const squeeze = (words: string) => words.replace(/\s/gu, '');

async function readDownload(download: Download): Promise<Uint8Array> {
  return readFileSync(await download.path());
}

/** The words of a .docx, without its tags. */
function readDocx(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return xml.replace(/<[^>]+>/gu, '');
}

describe.skipIf(!chromium)('files that go into the export screen and come out of it', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let reportId: string;
  let filing: Uint8Array;
  const complaints: string[] = [];

  const screen = () => page.getByRole('main', { name: '导出' });
  const sheets = () => screen().locator('.preview-page');
  const section = (name: string) => page.locator(`[data-section-name="${name}"]`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const allWords = async () => squeeze((await sheets().allTextContents()).join(''));
  const drawer = () => page.getByRole('dialog');
  const exportWord = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('导出 Word').click(),
    ]);
    return readDownload(download);
  };
  const choose = async (item: string | RegExp) => {
    await button('其他 ▾').click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    buildApp();
    app = await startApp();
    browser = await launchBrowser(chromium ?? '');
    const { context } = await openContext(browser);
    page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    reportId = await openRolledDraft(page, app);
    await page.keyboard.press('Control+Shift+E');
    await sheets().first().waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('a report is written into an office’s own document, and what it has is told', async () => {
    const bytes = buildOfficeDocx();
    await handFile(page, button('放入单位自带的模板'), { name: '青石镇红头.docx', bytes });
    await section('layout')
      .getByText(/^找到的位置：标题、主送机关、正文/u)
      .waitFor();
    await page.getByRole('radio', { name: /青石镇红头/u, checked: true }).waitFor();
    await screen()
      .getByText(/^模板里的文本框和图片，这里不画/u)
      .waitFor();
    await page.locator('.preview-verdict').click();
    expect(await screen().evaluate((main) => main.getBoundingClientRect().top)).toBe(0);
    const words = readDocx(await exportWord());
    expect(words).toContain('青石镇人民政府文件');
    expect(words).not.toContain('{{');
    expect(await section('certificate').locator('.export-summary').innerText()).toContain(
      '与标准不同',
    );
  });

  test('a broken document is refused beside the button, and the one before stays chosen', async () => {
    const bytes = strToU8('PK 这不是文稿');
    await handFile(page, button('放入单位自带的模板'), { name: '坏了.docx', bytes });
    expect(await section('layout').getByRole('alert').innerText()).toContain('坏了.docx');
    expect(await page.getByRole('radio', { name: /青石镇红头/u }).isChecked()).toBe(true);
  });

  test('taken out, the standard’s own layout is back, with the focus on it', async () => {
    await button('移走模板').click();
    await button('移走').click();
    await page.getByRole('radio', { name: /^公开稿/u, checked: true }).waitFor();
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe('plain');
    expect((await ask(page, 'filing.get', { reportId })).templateId).toBeNull();
  });

  test('an annex is printed behind the signature, and is public when that is wished', async () => {
    await section('annexes').locator('.export-section-button').click();
    const bytes = strToU8('行政执法人员名册\n青石镇共有执法人员十二名。\n');
    await handFile(page, button('从文件放入附件'), { name: '附件1 名册.txt', bytes });
    expect(await page.getByRole('textbox', { name: '附件 1' }).inputValue()).toBe(
      '行政执法人员名册',
    );
    await expect.poll(allWords).toContain('附件：行政执法人员名册');
    await expect.poll(allWords).toContain('青石镇共有执法人员十二名');
    await page.getByText('公开版', { exact: true }).click();
    await expect.poll(allWords).not.toContain('青石镇共有执法人员十二名');
    await page.getByRole('checkbox', { name: '公开版也带上' }).check();
    await expect.poll(allWords).toContain('青石镇共有执法人员十二名');
    await page.getByRole('checkbox', { name: '公开版也带上' }).uncheck();
    await expect.poll(allWords).not.toContain('青石镇共有执法人员十二名');
    await page.getByText('报送版', { exact: true }).click();
    await expect.poll(allWords).toContain('青石镇共有执法人员十二名');
  });

  test('a picture is no annex, and the words say what stays', async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await handFile(page, button('从文件放入附件'), { name: '照片.png', bytes });
    const words = await section('annexes').getByRole('alert').innerText();
    expect(words).toContain('附件没有放进来');
    expect(words).not.toContain('报告库');
  });

  test('an own layout goes out as a file, is removed, and comes back from the file', async () => {
    await button('另存为自己的版式').click();
    await drawer().getByRole('textbox', { name: '版式名称' }).fill('青石镇习惯版式');
    await drawer().getByRole('radio', { name: '28 磅' }).check();
    await drawer().getByRole('button', { name: '保存并使用' }).click();
    await drawer().waitFor({ state: 'hidden' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('导出为文件').click(),
    ]);
    const bytes = await readDownload(download);
    const name = download.suggestedFilename();
    expect(name).toMatch(/^青石镇习惯版式.*\.json$/u);
    await button('移走').click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: '移走', exact: true })
      .click();
    await page.getByRole('radio', { name: /^公开稿/u, checked: true }).waitFor();
    await handFile(page, button('导入版式文件'), { name, bytes });
    await page.getByRole('radio', { name: /^青石镇习惯版式/u, checked: true }).waitFor();
    const choices = await ask(page, 'layouts.list', {});
    expect(
      choices.some((choice) => choice.kind === 'profile' && choice.profile.linePitchPt === 28),
    ).toBe(true);
  });

  test('a file of another kind is no layout, in words for a clerk', async () => {
    const bytes = strToU8('{"kind":"checklist","id":"a"}');
    await handFile(page, button('导入版式文件'), { name: '清单.json', bytes });
    const words = section('layout').getByText('“清单.json”不是版式文件');
    await words.waitFor();
    expect(await words.innerText()).not.toMatch(/[a-z]{5}/u);
  });

  test('the whole pack waits for the review, and leads to it', async () => {
    await choose('整套报送材料');
    await page.getByRole('button', { name: '到公开审查' }).waitFor();
    await page.getByText('公开版', { exact: true }).click();
    await page.getByRole('button', { name: '到公开审查' }).click();
    for (const hit of await page.locator('.hit.is-blocking').all()) {
      await hit.getByRole('button').first().click();
    }
    await page.getByRole('textbox', { name: '审查人' }).fill('李明');
    await page.getByRole('button', { name: '记下审查结论' }).click();
    await page.getByText(/^李明 .*审查：可以公开。/u).waitFor();
  });

  test('six files of one text, their names with one mark, the list with the whole of it', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 15_000 }),
      choose('整套报送材料'),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/u);
    const files = unzipSync(await readDownload(download));
    const names = Object.keys(files);
    expect(names).toHaveLength(6);
    const marks = new Set(names.map((name) => /[0-9a-f]{8}(?=[^0-9a-f]*\.\w+$)/u.exec(name)?.[0]));
    expect([...marks]).toHaveLength(1);
    const [mark = ''] = marks;
    expect(mark).toHaveLength(8);
    const list = names.find((name) => name.includes('材料清单')) ?? '';
    expect(strFromU8(files[list] ?? new Uint8Array())).toMatch(
      new RegExp(`${mark}[0-9a-f]{8}`, 'u'),
    );
    const filed = names.find((name) => name.includes('报送版')) ?? '';
    filing = files[filed] ?? new Uint8Array();
    expect(readDocx(filing)).toContain('青石镇共有执法人员十二名');
    const open = names.find((name) => name.includes('公开版')) ?? '';
    expect(readDocx(files[open] ?? new Uint8Array())).not.toContain('青石镇共有执法人员十二名');
  });

  test('somebody else’s document is measured in a drawer, and a broken one is told', async () => {
    await choose(/^检查别人的/u);
    const ways = drawer().getByRole('button', { name: '选择 Word 文件' });
    await handFile(page, ways, { name: '别处的.docx', bytes: buildOfficeDocx() });
    await drawer().getByText('别处的.docx，共').waitFor();
    expect(await drawer().locator('.certificate-item.is-wrong').count()).toBeGreaterThan(2);
    await page.waitForTimeout(400);
    expect(await listViolations(page, '.ant-drawer')).toEqual([]);
    await handFile(page, ways, { name: '坏了.docx', bytes: strToU8('PK') });
    expect(await drawer().getByRole('alert').innerText()).toContain('坏了.docx');
    await drawer().getByLabel('按哪个版式').selectOption({ label: '青石镇习惯版式' });
    await handFile(page, ways, { name: '自己的.docx', bytes: filing });
    await drawer().getByText('自己的.docx，共').waitFor();
    expect(await drawer().locator('.certificate-item.is-wrong').count()).toBe(0);
  });

  test('F1 tells of what is open, Esc closes one thing after the other', async () => {
    const help = page.locator('.help-pane');
    await page.keyboard.press('F1');
    await help.getByRole('heading', { name: '检查别人的文件' }).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(await drawer().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'hidden' });
    expect(await screen().isVisible()).toBe(true);
    const more = button('其他 ▾');
    await more.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => more.evaluate((element) => document.activeElement === element))
      .toBe(true);
    expect(await screen().isVisible()).toBe(true);
    await section('disclosure').locator('.export-section-button').focus();
    await page.keyboard.press('F1');
    await help.getByRole('heading', { name: '公开版与公开审查' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('the choice of an earlier state hinders nobody', async () => {
    await choose(/修订稿/u);
    await drawer().getByRole('radio').first().waitFor();
    await page.waitForTimeout(400);
    expect(await listViolations(page, '.ant-drawer')).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'hidden' });
  });

  test('nothing went wrong in the page', () => {
    expect(complaints).toEqual([]);
  });
});
