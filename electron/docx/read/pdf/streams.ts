import { constants, inflateSync } from 'node:zlib';
import { readingLimits } from '../limits.ts';
import { suspicious } from '../refusal.ts';
import { decodeAscii85, decodeHexadecimal, isAscii85, isHexadecimal } from './ascii-filters.ts';

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

/** What lies under one layer of packing; null where there is none that is known by its beginning. */
function unpack(content: Uint8Array): Uint8Array | null {
  if (isDeflated(content)) return inflateWithin(content, readingLimits.pdfStreamBytes);
  if (isHexadecimal(content)) return decodeHexadecimal(content);
  return isAscii85(content) ? decodeAscii85(content) : null;
}

/** Bytes before a stream in which its dictionary stands. */
const dictionaryBytes = 2000;

/**
 * How many times longer than it is a stream may become by packings that do not show in its bytes: by the longest
 * word of an LZW table, or the longest run. A filter named elsewhere may be any.
 * @source ISO 32000-1 7.4.4, 7.4.5
 */
function growthOf(dictionary: string): number {
  const names = dictionary.replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (/\/LZW|\/(?:Filter|F)\s*(?:\[\s*)?\d+\s+\d+\s+R/u.test(names)) return 2700;
  return /\/(?:RunLength|RL\b)/u.test(names) ? 64 : 1;
}

function dictionaryBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - dictionaryBytes), at);
  return text.slice(text.lastIndexOf(' obj') + 1);
}

/** The bytes that one stream may become in all; refuses one that swells beyond the limits. */
function measureStream(packed: Uint8Array, growth: number): number {
  let content = packed;
  let total = 0;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    if (content.length * growth > readingLimits.pdfStreamBytes) {
      throw suspicious('文档内容展开后过大');
    }
    const inner = unpack(content);
    if (!inner) break;
    total += isDeflated(content) ? inner.length : 0;
    content = inner;
  }
  return total;
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
    const content = file.subarray(file[at + 6] === 0x0d ? at + 8 : at + 7, end);
    total += measureStream(content, growthOf(dictionaryBefore(file, at)));
    if (total > readingLimits.zipTotalBytes) throw suspicious('文档内容展开后过大');
    at = file.indexOf('stream', end + 9);
  }
}
