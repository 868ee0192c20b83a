import { type Certificate, certify } from '../../core/conformity/index.ts';
import type { LayoutProfile } from '../../core/layout/index.ts';
import { type Page, paginate } from '../../core/paginate/index.ts';

/** A file as it will be printed, with what was measured in it. */
export interface MeasuredFile {
  readonly pages: readonly Page[];
  readonly certificate: Certificate;
}

/**
 * Opens a finished .docx again and holds what it says against a layout.
 * @param expected the paragraphs it should hold, where they are known
 */
export async function measureFile(
  bytes: Uint8Array,
  layout: LayoutProfile,
  expected?: readonly string[],
): Promise<MeasuredFile> {
  const { inspectDocx } = await import('../docx/inspect/index.ts');
  const document = inspectDocx(bytes);
  const pages = paginate(document);
  return { pages, certificate: certify({ document, pages, layout, expected }) };
}
