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

/** Puts the caret behind the first line's words, however marks divide the line. Throws when they stand nowhere. */
export async function caretBehind(page: Page, words: string): Promise<void> {
  await page.evaluate((sought) => {
    const editor = document.querySelector<HTMLElement>('.ProseMirror');
    const lines = [...(editor?.querySelectorAll('h1, h2, h3, h4, h5, p, td') ?? [])];
    const line = lines.find(({ textContent }) => textContent?.includes(sought));
    if (!editor || !line) throw new Error(`not on the page: ${sought}`);
    let left = (line.textContent ?? '').indexOf(sought) + sought.length;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (left <= length) {
        editor.focus();
        getSelection()?.collapse(node, left);
        return;
      }
      left -= length;
    }
  }, words);
  await page.waitForTimeout(60);
}
