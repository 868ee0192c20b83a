import type { LayoutProfile } from '../layout/index.ts';
import type { Page } from '../paginate/index.ts';
import type { PrintedDocument } from '../printed/index.ts';
import type { Certificate } from './certificate.ts';
import { charactersOf, linesOf } from './checks/lines.ts';
import { checks } from './checks/table.ts';
import type { KnownFacts } from './expected.ts';
import { createSubject } from './subject.ts';

/** What is certified: a document, its pages, and what they are held against. */
export interface Certified {
  readonly document: PrintedDocument;
  /** As Word and WPS set them. */
  readonly pages: readonly Page[];
  /** As LibreOffice sets them; taken for the same where they are not given. */
  readonly libreOfficePages?: readonly Page[] | undefined;
  readonly layout: LayoutProfile;
  /**
   * The text the file should hold, paragraph by paragraph, where it is known: that of the report it
   * was written from.
   */
  readonly expected?: readonly string[] | undefined;
  /** Whether it may hold more than that: an office's own document was written into. */
  readonly mayHoldMore?: boolean;
  /** What is known of the file; absent of anybody's. */
  readonly facts?: KnownFacts | undefined;
}

/**
 * Holds a document against a layout: every measured property beside what is wanted, with its clause
 * and each departure with its place. What needs pages is left out where there are none.
 * @source GB/T 9704-2012 5–8
 */
export function certify(certified: Certified): Certificate {
  const { pages, layout } = certified;
  const subject = createSubject(certified);
  const items = checks.flatMap((check) => {
    const item = check(subject);
    return item ? [item] : [];
  });
  return {
    layoutId: layout.id,
    layoutTitle: layout.title,
    pages: pages.length,
    pagesByProgram: { word: pages.length, libreOffice: subject.libreOfficePages.length },
    linesPerPage: linesOf(subject),
    charactersPerLine: charactersOf(subject),
    items,
    isRight: items.every(({ verdict }) => verdict !== 'wrong'),
  };
}
