import type { Notice } from '../../../../core/api/index.ts';
import { Refusal } from '../refusal.ts';
import type { SourceDocument } from '../source-document.ts';
import { createTally, tallyNotices } from '../tally.ts';
import { sortFurniture } from './furniture.ts';
import { linesOf, type PageLine } from './line.ts';
import { openPdf } from './open-pdf.ts';
import { joinParagraphs } from './paragraphs.ts';

/** Fewer letters on a page, on the average, are stamps and page numbers over a picture. */
const fewestLetters = 12;

/** Letters that only a face knows, and letters where words should be, are what a PDF without a code table gives. */
function isGarbled(text: string): boolean {
  const letters = text.replace(/\s+/gu, '');
  const hanzi = letters.match(/[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/gu)?.length ?? 0;
  const latin = letters.match(/[A-Za-z0-9]/gu)?.length ?? 0;
  const odd = letters.match(/[\p{Cc}\p{Co}\ufffd]/gu)?.length ?? 0;
  if (letters.length === 0) return false;
  return odd > letters.length / 10 || hanzi + latin < letters.length / 2;
}

function checkWords(pages: readonly (readonly PageLine[])[]): void {
  const text = pages
    .flat()
    .map((line) => line.text)
    .join('');
  if (isGarbled(text)) throw new Refusal({ code: 'import/no-text', found: 'garbled' });
  if (text.replace(/\s+/gu, '').length < fewestLetters * Math.min(pages.length, 20)) {
    throw new Refusal({ code: 'import/no-text', found: 'scan' });
  }
}

/**
 * Reads the words of a PDF that was made by an office program: lines joined to paragraphs, page numbers as paragraphs
 * of their own, running heads left out and counted. A notice says that the paragraphs were guessed.
 * Throws a Refusal: import/no-text (a scan, or letters without a code), import/encrypted, import/damaged,
 * import/suspicious, import/not-a-report.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const { pages, turned } = await openPdf(bytes);
  const lines = pages.map((words, page) => linesOf(page, words));
  checkWords(lines);
  const sorted = sortFurniture(lines);
  const tally = createTally();
  tally.pageHeads = turned + sorted.reduce((sum, page) => sum + page.heads.length, 0);
  tally.pictures = lines.filter((page) => page.length === 0).length;
  const clean = joinParagraphs(sorted);
  const from: Notice = { code: 'read/from-pdf', pages: pages.length };
  return { blocks: clean, notices: [from, ...tallyNotices(tally)] };
}
