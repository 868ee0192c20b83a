import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { countCharacters } from '../../core/model/index.ts';
import { plainWriting, writeDocx } from '../../electron/docx/write/index.ts';
import { startBrowserEdition } from '../../electron/host/host.ts';
import { findChromium, launchBrowser, openContext } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { buildLongReport } from '../support/sample-reports.ts';
import { percentile, type Row } from './measure.ts';

const draftCharacters = 30_000;
const keys = 200;

/** Notes in the page, for each key, the milliseconds until the frame that shows it was painted. */
function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    const onKey = () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => samples.push(performance.now() - start));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', onKey, { capture: true });
  });
}

/** Types into `selector` and gives what was noted since. */
async function measureKeys(page: Page, selector: string): Promise<readonly number[]> {
  await page.bringToFront();
  await page.locator(selector).first().click();
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(15);
  }
  return page.evaluate(() => {
    const { keySamples } = window as unknown as { keySamples: number[] };
    return keySamples.splice(0);
  });
}

async function openDraft(page: Page, url: string): Promise<void> {
  const report = buildLongReport(draftCharacters);
  if (countCharacters(report) < draftCharacters * 0.95) throw new Error('the draft is too short');
  const { bytes } = await writeDocx(report, plainWriting);
  await page.goto(url);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).click(),
  ]);
  await chooser.setFiles({
    name: '长报告.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await page.getByRole('button', { name: /^沿用为/u }).click();
  await page.getByRole('button', { name: /^建立/u }).click();
  await page.locator('.ProseMirror').waitFor();
  await page.waitForTimeout(1500);
}

/** A page with nothing but a textarea that holds the same number of characters. */
async function openTextarea(page: Page): Promise<void> {
  await page.setContent('<textarea style="width:800px;height:600px;font-size:21px"></textarea>');
  await page.locator('textarea').fill(`${'年度报告'.repeat(50)}\n`.repeat(draftCharacters / 200));
}

/** Key to paint in a 30 000-character draft with outline and panel open, against a bare textarea. */
export async function benchTyping(): Promise<readonly Row[]> {
  const chromium = findChromium();
  if (!chromium) return [];
  buildApp();
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const started = await startBrowserEdition({ dataFolder: folder });
  if (!started.ok) throw new Error(started.error.code);
  const browser = await launchBrowser(chromium);
  try {
    const { context } = await openContext(browser);
    const draft = await context.newPage();
    await openDraft(draft, started.value.url);
    const plain = await context.newPage();
    await openTextarea(plain);
    await watchKeys(draft);
    await watchKeys(plain);
    const ours: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      ours.push(...(await measureKeys(draft, '.ProseMirror p >> nth=20')));
      peer.push(...(await measureKeys(plain, 'textarea')));
    }
    const common = { against: 'bare textarea, same browser', runs: ours.length } as const;
    const row = (percent: 50 | 95): Row => ({
      ...common,
      title: 'key → paint, 30 000 characters',
      ratio: percent === 95 ? 1.3 : null,
      percentile: percent,
      oursMs: percentile(ours, percent),
      peerMs: percentile(peer, percent),
    });
    return [row(95), row(50)];
  } finally {
    await browser.close();
    await started.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
