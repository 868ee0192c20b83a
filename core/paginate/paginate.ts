import type { PrintedDocument } from '../printed/index.ts';
import type { Page } from './page.ts';

/** The pages of a document as a word processor prints them. */
export function paginate(_document: PrintedDocument): readonly Page[] {
  return [];
}
