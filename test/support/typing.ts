import type { Page } from 'playwright-core';

/** Types through an input method: each of `steps` is shown as composition, then `committed` replaces it. */
export async function composeChinese(
  page: Page,
  steps: readonly string[],
  committed: string,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await page.waitForTimeout(60);
  }
  await session.send('Input.insertText', { text: committed });
  await session.detach();
}
