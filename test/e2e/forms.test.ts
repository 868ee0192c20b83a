import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert, hasSoffice } from '../electron/docx/read/soffice.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
import { editDocument, fillForm } from '../support/fill-form.ts';
import { bridge, createCountyFolder, lantern } from '../support/form-services.ts';
import { composeChinese } from '../support/typing.ts';

const chromium = findChromium();
const soffice = hasSoffice('a form that LibreOffice saved');
const year = 2026;
const formName = `征集表-司法所-${year}年度.docx`;

describe.skipIf(!chromium)('forms go out to the offices and come back', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let forms: Readonly<Record<string, Uint8Array>> = {};
  const problems: string[] = [];

  beforeAll(async () => {
    buildApp();
    app = await startApp(createCountyFolder());
    browser = await launchBrowser(chromium ?? '');
    const { context } = await openContext(browser);
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(app.url);
    await page.getByRole('button', { name: '设置' }).first().waitFor();
    await page.goto(`${app.url.split('#')[0]}#/forms/${year}`);
    await page.getByRole('heading', { name: `${year} 年度征集表和台账` }).waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const office = (name: string) => page.locator('.office', { hasText: name }).first();
  const card = () => page.getByRole('form', { name: `核对 ${formName}` });
  const choose = (files: readonly { name: string; bytes: Uint8Array }[]) =>
    page.getByLabel('选择填好的征集表').setInputFiles(
      files.map(({ name, bytes }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    );

  test('every office with its questions is shown, and nothing has come back', async () => {
    expect(await page.locator('.office').count()).toBeGreaterThan(1);
    await office('司法所').locator('summary').click();
    expect(await office('司法所').innerText()).toContain(bridge.question);
    expect(await page.getByText('收回一部分').count()).toBe(0);
  });

  test('all forms go out in one zip, each a sound Word document', async () => {
    await page.getByLabel('报送至').fill('党政办公室 王芳');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /一次导出 \d+ 份表/u }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`征集表-${year}年度.zip`);
    forms = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(forms)).toContain(formName);
    expect(Object.keys(forms)).toHaveLength(await page.locator('.office').count());
    expect(await listSchemaErrors(forms[formName] ?? new Uint8Array())).toEqual([]);
    expect(await page.locator('.forms-said').first().innerText()).toContain('已打包成');
  });

  test('a filled form comes back with its doubts beside its answers', async () => {
    const filled = fillForm(forms[formName] ?? new Uint8Array(), {
      answers: { [bridge.question]: '全年开设12期。', [lantern.question]: '讲课6场。' },
      figures: { 石桥点调处件数: ['约 12 件', '不含村级'], 石桥点调处成功率: ['/'] },
      other: '另附照片三张。',
    });
    const altered = editDocument(filled, (xml) =>
      xml.replace(lantern.question, '是否写明灯下普法夜校的课程安排？'),
    );
    const [saved = altered] = soffice ? convert([altered], 'docx', 'docx') : [];
    await choose([
      { name: formName, bytes: saved },
      { name: '总结.txt', bytes: new TextEncoder().encode('2026年工作总结\n一、工作') },
    ]);
    await card().waitFor();
    await page.getByText('“总结.txt”不是年报助手发出的征集表').waitFor();
    const words = await card().innerText();
    expect(words).toContain('“石桥点调处件数”填的是“约 12 件”，不是准确数，先按 12 读，请核对。');
    expect(words).toContain('“石桥点调处成功率”填的是“/”，读不成一个数');
    const question = card().locator('.form-answers li', { hasText: lantern.question });
    expect(await question.locator('.form-doubts').innerText()).toContain('题目被改过：原题是');
    expect(await card().getByLabel('石桥点调处件数：本年').inputValue()).toBe('12');
    expect(
      await card()
        .getByLabel(/^其他内容/u)
        .inputValue(),
    ).toContain('另附照片三张。');
  });

  test('answers can be corrected through an input method, and a wrong number is told', async () => {
    const answer = card().getByLabel(bridge.question);
    await answer.focus();
    await page.keyboard.press('Control+End');
    await composeChinese(page, ['q', 'qun', 'qunzhong'], '群众满意。');
    expect(await answer.inputValue()).toBe('全年开设12期。群众满意。');
    await card().getByLabel('石桥点调处成功率：本年').fill('见附表');
    await card().getByRole('button', { name: '存入素材和台账' }).click();
    expect(await card().getByRole('alert').innerText()).toContain('这里要填一个数字');
    await card().getByLabel('石桥点调处成功率：本年').fill('98');
  });

  test('kept, it stands in the list, in the ledger and among the materials', async () => {
    await card().getByRole('button', { name: '存入素材和台账' }).click();
    await page.getByText(/已存入 2026 年度：3 份素材，2 个数据/u).waitFor();
    await expect.poll(() => office('司法所').innerText()).toContain('收回一部分');
    await page.getByText('台账', { exact: true }).first().click();
    const row = page.locator('.ledger tr', { hasText: '石桥点调处件数' });
    expect(await row.locator('input').inputValue()).toBe('12');
    expect(await row.innerText()).toContain(formName);
    await page.goto(`${app.url.split('#')[0]}#/materials/${year}`);
    await page.getByText('群众满意。').first().waitFor();
  });

  test('a value can be typed into the ledger, and is still there after a reload', async () => {
    await page.goto(`${app.url.split('#')[0]}#/forms/${year}`);
    await page.getByText('台账', { exact: true }).first().click();
    const row = page.locator('.ledger tr', { hasText: '石桥点调处件数' });
    await row.locator('input').fill('15');
    await row.locator('input').press('Enter');
    await expect.poll(() => row.innerText()).toContain('在这里填的');
    await page.reload();
    await page.getByText('台账', { exact: true }).first().click();
    await expect.poll(() => row.locator('input').inputValue()).toBe('15');
  });

  test('deadlines go into a calendar', async () => {
    await page.goto(`${app.url.split('#')[0]}#/`);
    await page.getByRole('button', { name: '征集表' }).waitFor();
    await page.getByRole('button', { name: '先看看样例' }).click();
    await page.locator('.ProseMirror').waitFor();
    await page.goto(`${app.url.split('#')[0]}#/`);
    const button = page.getByRole('button', { name: '加入日历' });
    await button.waitFor();
    const waiting = page.waitForEvent('download');
    await button.click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^年度报告期限-\d{4}年度\.ics$/u);
    expect(strFromU8(readFileSync(await download.path()))).toMatch(/^BEGIN:VCALENDAR\r\n/u);
  });

  test('nothing went wrong in the page', () => {
    expect(problems).toEqual([]);
  });
});
