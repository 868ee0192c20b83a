import type { SourceParagraph } from '../../../../core/segment/index.ts';
import { readSource, type SourceDocument } from '../../../../electron/docx/read/index.ts';
import { buildDocx, type DocxPieces } from '../../../support/docx-fixtures.ts';

/** Reads bytes that must be readable. */
export async function readBytes(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await readSource('材料', bytes);
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Reads bytes that must be refused; gives the error's code and its detail or kind. */
export async function refusalOf(bytes: Uint8Array): Promise<string> {
  const result = await readSource('材料', bytes);
  if (result.ok) throw new Error(`read: ${JSON.stringify(result.value).slice(0, 300)}`);
  return result.error.code === 'import/unsupported'
    ? `${result.error.code} ${result.error.found}`
    : result.error.code;
}

/** Builds a Word package and reads it. */
export function readPieces(pieces: DocxPieces): Promise<SourceDocument> {
  return readBytes(buildDocx(pieces));
}

/** Paragraphs only. */
export function paragraphsOf(source: SourceDocument): readonly SourceParagraph[] {
  return source.blocks.filter((block) => block.kind === 'paragraph');
}

/** Every paragraph as it printed: label and words. */
export function printed(source: SourceDocument): readonly string[] {
  return paragraphsOf(source).map((block) => `${block.label}${block.text}`);
}
