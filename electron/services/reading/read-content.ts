import {
  type ApiError,
  fail,
  type ImportContent,
  type ImportReading,
  ok,
  type ReadingProgress,
  type Result,
} from '../../../core/api/index.ts';
import type { CreateId } from '../../../core/model/index.ts';
import { choosePacks, type Pack, type TemplatePack } from '../../../core/packs/index.ts';
import { type SourceBlock, segment } from '../../../core/segment/index.ts';

/** The largest file that is read: 30 MB. A report is seldom larger than one. */
export const IMPORT_LIMIT_BYTES = 30 * 1024 * 1024;

/** What one report may hold: ten times the longest that is written, and as many paragraphs. */
export const REPORT_LIMITS = { characters: 300_000, paragraphs: 20_000 } as const;

/** Where reading can be while it is under way. */
export type ReadingStage = Extract<ReadingProgress['stage'], 'opening' | 'reading' | 'segmenting'>;

/** What turning content into a report takes besides the content. */
export interface ContentDeps {
  readonly createId: CreateId;
  /** Part headings are recognised by its patterns. */
  readonly template: TemplatePack;
  /** The report's year when the source names none. */
  readonly fallbackYear: number;
  /** Told of each stage as it begins. */
  readonly onStage?: (stage: ReadingStage) => void;
}

/** What reading a file takes besides its bytes, where all packs are at hand. */
export interface ReadingDeps extends Omit<ContentDeps, 'template'> {
  readonly packs: readonly Pack[];
}

/** The deps of one reading: the template of the packs that apply to `fallbackYear`. */
export function toContentDeps({ packs, ...rest }: ReadingDeps): ContentDeps {
  return { ...rest, template: choosePacks(packs, rest.fallbackYear).template };
}

/** `import/too-large` for a file of `bytes` bytes. */
export function tooLarge(name: string, bytes: number): ApiError {
  return { code: 'import/too-large', name, bytes, limit: IMPORT_LIMIT_BYTES };
}

type Source = Pick<ImportReading, 'notices'> & { readonly blocks: readonly SourceBlock[] };

function countSource(blocks: readonly SourceBlock[]): number {
  return blocks.reduce(
    (sum, block) =>
      sum + (block.kind === 'table' ? block.rows.flat().join('').length : block.text.length),
    0,
  );
}

/**
 * `import/not-a-report` for more than any report holds, else null: everything after reading costs
 * time by length, and a person would wait minutes for a file chosen by mistake.
 * @param characters UTF-16 units
 */
export function findOversize(
  name: string,
  characters: number,
  paragraphs: number,
): Extract<ApiError, { readonly code: 'import/not-a-report' }> | null {
  const refuse = (detail: string) => ({ code: 'import/not-a-report', name, detail }) as const;
  if (characters > REPORT_LIMITS.characters) {
    const limit = REPORT_LIMITS.characters / 10_000;
    return refuse(`文字有 ${Math.ceil(characters / 10_000)} 万字，超过了 ${limit} 万字的上限`);
  }
  if (paragraphs <= REPORT_LIMITS.paragraphs) return null;
  return refuse(`文字有 ${paragraphs} 段，超过了 ${REPORT_LIMITS.paragraphs} 段的上限`);
}

function segmentSource(
  source: Source,
  name: string,
  { createId, template, fallbackYear, onStage }: ContentDeps,
  isFile: boolean,
): Result<ImportReading> {
  const oversize = findOversize(name, countSource(source.blocks), source.blocks.length);
  if (oversize) return fail(oversize);
  onStage?.('segmenting');
  const { report, discarded, notices, decisions } = segment(source.blocks, {
    createId,
    template,
    fallbackYear,
    ...(isFile ? { fileName: name } : {}),
  });
  return ok({
    report,
    discarded,
    decisions,
    notices: [...source.notices, ...notices],
    source: source.blocks,
  });
}

async function readBytes(
  name: string,
  bytes: Uint8Array,
  deps: ContentDeps,
): Promise<Result<ImportReading>> {
  if (bytes.length === 0) return fail({ code: 'import/empty', name });
  if (bytes.length > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, bytes.length));
  // the readers are loaded when first needed: a command that reads no file must not wait for them
  const { readSource } = await import('../../docx/read/index.ts');
  deps.onStage?.('reading');
  const read = await readSource(name, bytes);
  return read.ok ? segmentSource(read.value, name, deps, true) : read;
}

async function readText(
  name: string,
  text: string,
  html: string | null,
  deps: ContentDeps,
): Promise<Result<ImportReading>> {
  const bytes = Buffer.byteLength(text);
  if (bytes > IMPORT_LIMIT_BYTES) return fail(tooLarge(name, bytes));
  if (text.trim() === '') return fail({ code: 'import/no-text', name });
  // four times: indents and blank lines are no words, and are not counted against the text
  const oversize = findOversize(name, Math.ceil(text.length / 4), 0);
  if (oversize) return fail(oversize);
  const { readPastedHtml, readPastedText } = await import('../../docx/read/index.ts');
  deps.onStage?.('reading');
  const source = html === null ? readPastedText(text) : await readPastedHtml(html, text);
  return segmentSource(source, name, deps, false);
}

/**
 * Reads a file's bytes into a report: finds out what they are, reads their paragraphs, segments
 * them. Nothing is stored. Gives `import/*` errors that name the file as `name`.
 */
export function importFile(
  name: string,
  bytes: Uint8Array,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  return readBytes(name, bytes, toContentDeps(deps));
}

/**
 * Reads pasted text into a report. Gives `import/no-text` for blanks, `import/too-large`, and
 * `import/not-a-report` for a text longer than any report.
 */
export function importText(
  name: string,
  text: string,
  deps: ReadingDeps,
): Promise<Result<ImportReading>> {
  return readText(name, text, null, toContentDeps(deps));
}

/** The bytes of an import's content: those of the file, or the pasted text as UTF-8. */
export function toBytes(content: ImportContent): Uint8Array {
  return content.kind === 'file'
    ? Buffer.from(content.base64, 'base64')
    : Buffer.from(content.text, 'utf8');
}

/** Reads an import's content as {@link importFile} and {@link importText} do, and tells its stages. */
export function readContent(
  name: string,
  content: ImportContent,
  deps: ContentDeps,
): Promise<Result<ImportReading>> {
  deps.onStage?.('opening');
  if (content.kind === 'file') return readBytes(name, toBytes(content), deps);
  return readText(name, content.text, content.kind === 'html' ? content.html : null, deps);
}
