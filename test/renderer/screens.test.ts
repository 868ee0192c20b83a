import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { webPage } from './new-report/read-for-claim.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page must never do: complain, leave the machine, or grow wider than the window. */
interface Watched {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly strayRequests: readonly string[];
  readonly end: () => Promise<void>;
}

async function openApp(
  browser: Browser,
  size: keyof typeof viewports = 'full',
  scheme: 'light' | 'dark' = 'light',
): Promise<Watched> {
  const app = await startApp();
  const { context, strayRequests } = await openContext(browser, size, scheme);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(app.url);
  await page.waitForSelector('h1');
  const end = async () => {
    await context.close();
    await app.close();
  };
  return { page, complaints, strayRequests, end };
}

async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  // A string, since the page's axe is unknown to this side's types.
  return page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
}

async function paste(page: Page): Promise<void> {
  await page.click('text=粘贴文字');
  await page.fill('textarea', webPage.join('\n'));
  await page.click('text=读取这些文字');
  await page.waitForSelector('text=读成这样');
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > innerWidth');
}

describe.skipIf(chromium === null)('the screens in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());

  test('the first run says what the program does, and the token leaves the address', async () => {
    const { page, complaints, strayRequests, end } = await openApp(browser);
    expect(new URL(page.url()).hash).toBe('#/');
    expect(await page.textContent('h1')).toContain('法治政府建设年度报告');
    await page.reload();
    await page.waitForSelector('text=从上年报告开始');
    expect([complaints, strayRequests]).toEqual([[], []]);
    await end();
  });

  test('pasted text is shown beside what was read of it, corrected, kept and listed', async () => {
    const { page, complaints, end } = await openApp(browser);
    await paste(page);
    expect(await page.locator('del').allTextContents()).toEqual([webPage[0], webPage[2]]);
    await page.fill('#claim-issuers', '枫林街道办事处');
    await page.getByRole('treeitem').first().click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('枫林街道办事处2025年度法治政府建设报告');
    await page.keyboard.press('Enter');
    await page.click('text=只存入报告库');
    const row = page.locator('.report');
    await row.waitFor();
    expect(await row.locator('.report-open').textContent()).toBe(
      '枫林街道办事处2025年度法治政府建设报告',
    );
    expect(await row.textContent()).toContain('已归档');
    expect(await page.textContent('h1')).toBe('枫林街道办事处 · 报告库');
    expect(complaints).toEqual([]);
    await end();
  });

  test('the original of an imported report is got back byte for byte from its menu', async () => {
    const { page, complaints, end } = await openApp(browser);
    await paste(page);
    await page.click('text=只存入报告库');
    await page.waitForSelector('.report');
    await page.click('.report-more');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '取回原件' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('粘贴的文字.txt');
    expect(readFileSync(await download.path(), 'utf8')).toBe(webPage.join('\n'));
    await page.waitForSelector('text=原件已存到浏览器的下载文件夹');
    expect(complaints).toEqual([]);
    await end();
  });

  test('a report removed by the keyboard alone comes back by the keyboard alone', async () => {
    const { page, end } = await openApp(browser);
    await paste(page);
    await page.click('text=只存入报告库');
    await page.waitForSelector('.report');
    await page.locator('.report-more').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=menuitem]');
    await page.getByRole('menuitem', { name: '移除' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=已从报告库移除');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('撤销');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.report-open');
    await end();
  });

  test('a report removed long ago is found below the list and comes back, be it the only one', async () => {
    const { page, complaints, end } = await openApp(browser);
    await paste(page);
    await page.click('text=只存入报告库');
    await page.waitForSelector('.report');
    await page.click('.report-more');
    await page.getByRole('menuitem', { name: '移除' }).click();
    await page.waitForSelector('text=已从报告库移除');
    await page.reload();
    await page.click('text=移除的报告 1 份');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^恢复/u }).click();
    await page.waitForSelector('.report-open');
    expect(await page.locator('.removed-shelf').count()).toBe(0);
    expect(complaints).toEqual([]);
    await end();
  });

  test('a file that is no report is refused in words, and the next one is read', async () => {
    const { page, end } = await openApp(browser);
    const choose = (name: string, content: string) =>
      page.setInputFiles('input[type=file]', {
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content),
      });
    await choose('扫描件.pdf', '%PDF-1.7\n');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('文件“扫描件.pdf”已损坏');
    await choose('枫林街道.txt', webPage.join('\n'));
    await page.waitForSelector('text=认领：枫林街道.txt');
    await end();
  });

  test('a file may be dropped anywhere, and a reading that takes long may be given up', async () => {
    const { page, end } = await openApp(browser);
    await page.route('**/api/import.read', async (route) => {
      await new Promise((done) => setTimeout(done, 3500));
      await route.continue();
    });
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['年度报告'], '拖来的.txt'));
      const drop = (type) => document.querySelector('h1').dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      ['dragenter', 'dragover', 'drop'].forEach(drop);
    })()`);
    await page.waitForSelector('text=正在读取：拖来的.txt');
    await page.getByRole('button', { name: '停止' }).click();
    await page.waitForSelector('text=把文件拖到这个窗口');
    await page.waitForTimeout(2000);
    expect(await page.locator('.claim-panes').count()).toBe(0);
    await end();
  });

  test('a file dropped where none is expected is not taken, and the page stays', async () => {
    const { page, end } = await openApp(browser);
    await paste(page);
    const refused = await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      const drop = (type) => !document.querySelector('.claim-panes').dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      return ['dragover', 'drop'].map(drop);
    })()`);
    expect(refused).toEqual([true, true]);
    expect(await page.locator('.claim-panes').count()).toBe(1);
    await end();
  });

  test('what making a draft had to say stands over it until it was read', async () => {
    const { page, end } = await openApp(browser);
    await paste(page);
    await page.click('text=沿用为 2026 年草稿');
    await page.click('text=建立 2026 年草稿');
    const words = page.getByRole('complementary', { name: '新草稿的说明' });
    await words.waitFor();
    expect(await words.textContent()).toContain('纲要');
    await words.getByRole('button', { name: '知道了' }).click();
    expect(await words.count()).toBe(0);
    await end();
  });

  test('a program that ended is told in words, and nothing is thrown', async () => {
    const { page, end } = await openApp(browser);
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('与程序的连接断了');
    await page.unroute('**/api/**');
    await page.click('text=再试一次');
    await page.waitForSelector('text=从上年报告开始');
    await end();
  });

  test.each([
    ['full', 'light'],
    ['scaled', 'dark'],
  ] as const)('no barrier and no sideways scrolling: %s size, %s theme', async (size, scheme) => {
    const { page, complaints, end } = await openApp(browser, size, scheme);
    const found: unknown[] = [];
    const look = async (name: string) => {
      found.push(...(await findBarriers(page)).map((barrier) => `${name}: ${barrier}`));
      if (await isTooWide(page)) found.push(`${name}: wider than the window`);
    };
    await look('first run');
    await paste(page);
    await look('claim');
    await page.click('text=只存入报告库');
    await page.waitForSelector('.report');
    await look('library');
    await page.keyboard.press('Alt+n');
    await page.waitForSelector('text=从哪里开始');
    await look('new');
    await page.keyboard.press('Control+,');
    await page.waitForSelector('text=数据文件夹');
    await look('settings');
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await end();
  });
});

test('the style sheets take nothing from elsewhere', () => {
  const folder = join(import.meta.dirname, '../../renderer');
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(4);
  for (const name of sheets) {
    expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/url\(|@import/u);
  }
});
