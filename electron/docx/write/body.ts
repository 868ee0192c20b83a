import type { ComposedPage } from '../../../core/layout/index.ts';
import { writeImprint } from './imprint.ts';
import { writeLine } from './line.ts';
import { writeTable } from './table.ts';
import type { Writing } from './writing.ts';

/**
 * The text of document.xml. Each paragraph is a style and a text; what a style says already is not
 * said again.
 */
export function writeBody({ items, imprint }: ComposedPage, writing: Writing): string {
  const written = items.map((item) =>
    item.type === 'line' ? writeLine(item, writing) : writeTable(item, writing),
  );
  const foot = writeImprint(imprint, writing);
  // Word wants a paragraph at the end, and wants one after a table.
  const end = foot !== '' || items.at(-1)?.type === 'line' ? '' : '<w:p/>';
  return written.join('') + foot + end;
}
