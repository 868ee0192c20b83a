import { blockText } from './block-text.ts';
import { findMissingLines } from './missing-lines.ts';
import { Refusal } from './refusal.ts';
import type { SourceDocument } from './source-document.ts';
import { readPastedText } from './text.ts';

/** What Windows puts before the page on its clipboard. */
const clipboardHead = /^\s*Version:[\s\S]{0,400}?(?=<)/u;

function countLetters(source: SourceDocument): number {
  return source.blocks.reduce(
    (sum, block) => sum + blockText(block).replace(/\s+/gu, '').length,
    0,
  );
}

async function readPage(html: string): Promise<SourceDocument | null> {
  const { readHtml } = await import('./html.ts');
  try {
    return await readHtml(html.replace(clipboardHead, ''));
  } catch (cause) {
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

/**
 * Words from the clipboard as Word, WPS or a browser puts them there twice: as a page, whose lists, headings and
 * look are taken, and as plain text, which is read when the page is refused or holds far fewer of the words. The few
 * lines that only the plain text has (of a form, a drawing) follow at the end.
 */
export async function readPastedHtml(html: string, text: string): Promise<SourceDocument> {
  const plain = readPastedText(text);
  const page = await readPage(html);
  // The two differ a little by the signs of lists.
  if (!page || countLetters(page) < countLetters(plain) * 0.97) return plain;
  return { ...page, blocks: [...page.blocks, ...findMissingLines(plain, page)] };
}
