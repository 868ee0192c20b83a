import { type ApiError, fail, ok, type Result } from '../../../core/api/index.ts';
import { readDocx } from './docx/read-docx.ts';
import { decodePage, isHtml, isOtherMarkup } from './html-sniff.ts';
import { sniffKind, sniffPackage } from './kind.ts';
import { importLimitBytes } from './limits.ts';
import { Refusal, type RefusalReason } from './refusal.ts';
import type { SourceDocument } from './source-document.ts';
import { beginsAsJunk, encodingNotices, isBinaryJunk, readDecodedText } from './text.ts';
import { openZip } from './zip.ts';

/** Changes a child of a .docx's body before it is read. */
type PrepareDocx = Parameters<typeof readDocx>[1];

/**
 * Reads the words of a foreign file: .docx .docm .dotx, .doc .wps, .rtf, .pdf with words, web pages,
 * text in UTF-8, UTF-16 or GB18030.
 * The kind is told by content; `name` only serves the error messages.
 * Errors: import/empty, too-large, unsupported (with what it is), encrypted, damaged, suspicious, not-a-report (too long for one), no-text.
 */
export async function readSource(
  name: string,
  bytes: Uint8Array,
  prepare?: PrepareDocx,
): Promise<Result<SourceDocument>> {
  if (bytes.length === 0) return fail({ code: 'import/empty', name });
  if (bytes.length > importLimitBytes) {
    return fail({ code: 'import/too-large', name, bytes: bytes.length, limit: importLimitBytes });
  }
  try {
    const source = await readByKind(bytes, prepare);
    return source.blocks.length > 0 ? ok(source) : fail({ code: 'import/no-text', name });
  } catch (cause) {
    if (cause instanceof Refusal) return fail(nameRefusal(name, cause.reason));
    throw cause;
  }
}

function nameRefusal(name: string, reason: RefusalReason): ApiError {
  return { ...reason, name };
}

async function readByKind(bytes: Uint8Array, prepare?: PrepareDocx): Promise<SourceDocument> {
  const kind = sniffKind(bytes);
  if (kind === 'zip') return readZip(bytes, prepare);
  if (kind === 'ole') return readOle(bytes);
  if (kind === 'text' || kind === 'empty') return readText(bytes);
  if (kind === 'rtf') return (await import('./rtf/read-rtf.ts')).readRtf(bytes);
  if (kind === 'pdf') return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
  throw new Refusal({ code: 'import/unsupported', found: kind });
}

function readZip(bytes: Uint8Array, prepare?: PrepareDocx): SourceDocument {
  const zip = openZip(bytes);
  const held = sniffPackage(zip.names);
  if (held !== 'docx') throw new Refusal({ code: 'import/unsupported', found: held });
  return readDocx(zip, prepare);
}

async function readOle(bytes: Uint8Array): Promise<SourceDocument> {
  const [{ openOle }, { readDoc }] = await Promise.all([
    import('./ole.ts'),
    import('./doc/read-doc.ts'),
  ]);
  const ole = openOle(bytes);
  if (ole.has('EncryptedPackage')) throw new Refusal({ code: 'import/encrypted' });
  if (ole.has('Workbook') || ole.has('Book')) {
    throw new Refusal({ code: 'import/unsupported', found: 'spreadsheet' });
  }
  if (ole.has('PowerPoint Document')) {
    throw new Refusal({ code: 'import/unsupported', found: 'presentation' });
  }
  if (!ole.has('WordDocument')) {
    throw new Refusal({ code: 'import/unsupported', found: 'unknown' });
  }
  return readDoc(ole);
}

async function readText(bytes: Uint8Array): Promise<SourceDocument> {
  if (beginsAsJunk(bytes)) throw new Refusal({ code: 'import/unsupported', found: 'unknown' });
  const decoded = decodePage(bytes);
  if (!decoded || isBinaryJunk(decoded.text)) {
    throw new Refusal({ code: 'import/unsupported', found: 'unknown' });
  }
  if (isHtml(decoded.text)) {
    const { readHtml } = await import('./html.ts');
    const page = await readHtml(decoded.text);
    return { ...page, notices: [...encodingNotices(decoded), ...page.notices] };
  }
  if (isOtherMarkup(decoded.text)) {
    throw new Refusal({ code: 'import/unsupported', found: 'unknown' });
  }
  return readDecodedText(decoded);
}
