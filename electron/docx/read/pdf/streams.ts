import { constants, inflateSync } from 'node:zlib';
import { readingLimits } from '../limits.ts';
import { suspicious } from '../refusal.ts';

const latin = new TextDecoder('latin1');

/** Inflated size of a stream as far as it can be inflated; refuses one that swells beyond the limit. */
function inflateWithin(packed: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw suspicious('文档内容展开后过大');
    // Damage is the parser's to judge: it may read round it.
    return new Uint8Array();
  }
}

/**
 * Refuses a PDF of which a stream, or all together, would swell beyond the limits, before it is parsed.
 * Throws a Refusal (import/suspicious).
 */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let count = 0;
  let at = file.indexOf('stream');
  while (at >= 0) {
    count += 1;
    if (count > readingLimits.pdfStreams) throw suspicious('文档内容过于繁杂');
    const next = file.indexOf('endstream', at + 6);
    const end = next < 0 ? file.length : next;
    const dictionary =
      latin
        .decode(file.subarray(Math.max(0, at - 600), at))
        .split('endobj')
        .at(-1) ?? '';
    const filters = dictionary.match(/\/(?:Fl|FlateDecode)\b/gu)?.length ?? 0;
    if (filters > 0) {
      const start = file[at + 6] === 0x0d ? at + 8 : at + 7;
      let content = inflateWithin(file.subarray(start, end), readingLimits.pdfStreamBytes);
      for (let layer = 1; layer < Math.min(filters, 4); layer += 1) {
        content = inflateWithin(content, readingLimits.pdfStreamBytes);
      }
      total += content.length;
      if (total > readingLimits.zipTotalBytes) throw suspicious('文档内容展开后过大');
    }
    at = file.indexOf('stream', end + 9);
  }
}
