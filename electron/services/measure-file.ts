import { type Certificate, certify, type KnownFacts } from '../../core/conformity/index.ts';
import type { LayoutProfile } from '../../core/layout/index.ts';
import { habits, type Page, paginate } from '../../core/paginate/index.ts';

/** A file as it will be printed, with what was measured in it. */
export interface MeasuredFile {
  readonly pages: readonly Page[];
  readonly certificate: Certificate;
}

/** The text a written file should hold. */
export interface ExpectedText {
  readonly paragraphs: readonly string[];
  /** Whether it may hold more: it was written into an office's own document. */
  readonly mayHoldMore: boolean;
  /** What is known of the file beside; absent where an office's own document was written into. */
  readonly facts?: KnownFacts;
}

/** Opens a finished .docx again and holds what it says against a layout, and against its text where it is known. */
export async function measureFile(
  bytes: Uint8Array,
  layout: LayoutProfile,
  expected?: ExpectedText,
): Promise<MeasuredFile> {
  const { inspectDocx } = await import('../docx/inspect/index.ts');
  const document = inspectDocx(bytes);
  const pages = paginate(document);
  const libreOfficePages = paginate(document, { ...habits.libreOffice, tellsWords: true });
  const text = expected && {
    expected: expected.paragraphs,
    mayHoldMore: expected.mayHoldMore,
    facts: expected.facts,
  };
  return { pages, certificate: certify({ document, pages, libreOfficePages, layout, ...text }) };
}
