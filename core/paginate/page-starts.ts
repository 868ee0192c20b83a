import type { Page } from './page.ts';

/** Where a block of a document begins. */
export interface BlockStart {
  readonly section: number;
  readonly block: number;
  /** Place of its page among all pages, from 0. */
  readonly page: number;
}

/** The page that each block of a document begins on, in the order of the pages. */
export function listBlockStarts(pages: readonly Page[]): readonly BlockStart[] {
  const seen = new Set<string>();
  return pages.flatMap(({ lines }, page) =>
    lines.flatMap(({ source }) => {
      const key = source ? `${source.section}/${source.block}` : '';
      if (!source || seen.has(key)) return [];
      seen.add(key);
      return [{ ...source, page }];
    }),
  );
}
