import { constants, inflateSync } from 'node:zlib';
import { readingLimits } from '../limits.ts';
import { suspicious } from '../refusal.ts';

/** Layers of packing that are looked under; no program packs twice. */
const mostLayers = 4;

/**
 * Whether bytes begin as zlib does (RFC 1950). Asked of them and not of the dictionary before them, which may name
 * the filter in many ways, or elsewhere.
 */
function isDeflated(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

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
    let content: Uint8Array = file.subarray(file[at + 6] === 0x0d ? at + 8 : at + 7, end);
    for (let layer = 0; layer < mostLayers && isDeflated(content); layer += 1) {
      content = inflateWithin(content, readingLimits.pdfStreamBytes);
      total += content.length;
      if (total > readingLimits.zipTotalBytes) throw suspicious('文档内容展开后过大');
    }
    at = file.indexOf('stream', end + 9);
  }
}
