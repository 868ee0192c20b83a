import type { Page, PageLine } from './page.ts';

/** Where a block of a document begins. */
export interface BlockStart {
  readonly section: number;
  readonly block: number;
  /** Place of its page among all pages, from 0. */
  readonly page: number;
}

/** Where a page begins. */
export interface PageStart {
  /** Place of the page among all pages, from 0. */
  readonly page: number;
  readonly section: number;
  readonly block: number;
  /** How many letters of the block stand on pages before, blanks not counted; 0 where the block begins with the page. */
  readonly offset: number;
}

function keyOf({ section, block }: NonNullable<PageLine['source']>): string {
  return `${section}/${block}`;
}

/** The page that each block of a document begins on, in the order of the pages. */
export function listBlockStarts(pages: readonly Page[]): readonly BlockStart[] {
  const seen = new Set<string>();
  return pages.flatMap(({ lines }, page) =>
    lines.flatMap(({ source }) => {
      if (!source || seen.has(keyOf(source))) return [];
      seen.add(keyOf(source));
      return [{ ...source, page }];
    }),
  );
}

function countLetters({ spans }: PageLine): number {
  return spans.reduce((sum, { text }) => sum + text.replaceAll(/\s/gu, '').length, 0);
}

/** The place in the text that each page begins with; pages without text have none. */
export function listPageStarts(pages: readonly Page[]): readonly PageStart[] {
  const printed = new Map<string, number>();
  return pages.flatMap(({ lines }, page) => {
    const first = lines.find(({ source }) => source !== null)?.source;
    const offset = first ? (printed.get(keyOf(first)) ?? 0) : 0;
    for (const line of lines) {
      if (!line.source) continue;
      const key = keyOf(line.source);
      printed.set(key, (printed.get(key) ?? 0) + countLetters(line));
    }
    return first ? [{ page, ...first, offset }] : [];
  });
}
