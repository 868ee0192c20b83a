import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { composeChinese } from '../support/typing.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function openSettings(page: Page): Promise<Locator> {
  await page.waitForSelector('h1');
  await page.getByRole('button', { name: '设置' }).click();
  const line = page.getByRole('textbox', { name: '所在地（省、市、县）' });
  await line.waitFor();
  return line;
}

/** The app with one issuing organ in its settings, and the settings opened. */
async function openApp(browser: Browser, issuer: string, size: keyof typeof viewports = 'full') {
  const app = await startApp();
  const { context } = await openContext(browser, size);
  const page = await context.newPage();
  await page.goto(app.url);
  const line = await openSettings(page);
  const organ = page.getByRole('textbox', { name: '单位全称' });
  await organ.fill(issuer);
  await organ.blur();
  const end = async () => {
    await context.close();
    await app.close();
  };
  return { page, line, end };
}

describe.skipIf(chromium === null)('the place of the unit in the settings', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildApp();
    browser = await launchBrowser(chromium ?? '');
  }, 120_000);
  afterAll(() => browser?.close());

  test('is shown as it is inferred from the unit’s name', async () => {
    const { page, line, end } = await openApp(browser, '浦东新区书院镇人民政府');
    await page.getByText('推断为：上海市、浦东新区、书院镇。').waitFor();
    expect(await line.getAttribute('placeholder')).toBe('上海市 浦东新区 书院镇');
    expect(await line.inputValue()).toBe('');
    await end();
  }, 60_000);

  test('is kept as it is written, by the keyboard and an input method alone', async () => {
    const { page, line, end } = await openApp(browser, '青石镇人民政府');
    await page.getByRole('textbox', { name: '单位全称' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await line.evaluate((node) => node === document.activeElement)).toBe(true);
    await composeChinese(page, ['d', 'dong', 'dongjiang'], '东江省、临海市 云岭县');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.getByText('从省写到本单位').waitFor();
    await page.reload();
    expect(await (await openSettings(page)).inputValue()).toBe('东江省 临海市 云岭县');
    await end();
  }, 60_000);

  test.each(['full', 'scaled'] as const)(
    'stands in a drawer without barriers, %s',
    async (size) => {
      const { page, end } = await openApp(browser, '浦东新区书院镇人民政府', size);
      await page.getByText('推断为').waitFor();
      await page.waitForTimeout(400);
      await page.evaluate(axe);
      const barriers = await page.evaluate(`axe.run('.settings', { runOnly: ['wcag2a', 'wcag2aa'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].target))`);
      expect(barriers).toEqual([]);
      const folder = process.env['NIANBAO_SHOTS'];
      if (folder) await page.screenshot({ path: `${folder}/settings-${size}.png` });
      await end();
    },
    60_000,
  );
});
