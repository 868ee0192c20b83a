import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import type { RunningApp } from './app.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Asks the app as its page does. Throws with the error's code. */
export async function ask<Name extends MethodName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
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

/** Opens a draft that was rolled from the app's own sample on the desk; gives its id. */
export async function openRolledDraft(page: Page, app: RunningApp): Promise<string> {
  await page.goto(app.url);
  await page.waitForSelector('h1');
  const sample = await ask(page, 'library.addSample', {});
  const { reportId } = await ask(page, 'report.create', {
    year: 2025,
    issuers: ['青石镇人民政府'],
    start: { kind: 'report', reportId: sample.reportId },
  });
  await page.goto(`${new URL(app.url).origin}/#/report/${reportId}`);
  await page.reload();
  await page.locator('.ProseMirror').waitFor();
  return reportId;
}

/** What hinders those who work by key or by ear, below `root`. */
export async function listViolations(page: Page, root: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(${JSON.stringify(root)}, { runOnly: ${JSON.stringify(rules)} })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
}

/** A file as it lies in a folder. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Presses a button and gives the file to the dialog that it opens. */
export async function handFile(page: Page, button: Locator, file: HandedFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  const { name, bytes } = file;
  const mimeType = 'application/octet-stream';
  await chooser.setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}
