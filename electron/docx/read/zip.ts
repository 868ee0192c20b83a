import { crc32, inflateRawSync } from 'node:zlib';
import { readingLimits } from './limits.ts';
import { damaged, Refusal, suspicious } from './refusal.ts';

/** One file of a container, as its central directory declares it. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly locked: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/** An opened container: names, and the bytes of a part on demand. Nothing is inflated before it is asked for. */
export interface ZipPackage {
  readonly names: readonly string[];
  /** Inflated and checked bytes; null when there is no such part (names are compared without case). */
  readonly read: (name: string) => Uint8Array | null;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw damaged('压缩包没有结尾，可能没有复制完整');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry & { next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== centralSignature) {
    throw damaged('压缩包的目录读不出来');
  }
  const nameLength = view.getUint16(at + 28, true);
  const tail = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return {
    name: partName(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next: at + 46 + nameLength + tail,
  };
}

/** Some writers use `\` or a leading `/`; a name that climbs out of the package has no honest use. */
function partName(raw: string): string {
  const name = raw.replaceAll('\\', '/').replace(/^\/+/u, '');
  if (name.split('/').includes('..') || name.includes('\0')) {
    throw suspicious('压缩包内的文件名指向包外');
  }
  return name;
}

function listEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22) throw damaged('压缩包没有结尾，可能没有复制完整');
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > readingLimits.zipEntries) throw suspicious('压缩包内的文件过多');
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(view, bytes, at);
    at = entry.next;
    total += entry.bytes;
    if (total > readingLimits.zipTotalBytes) throw suspicious('压缩包展开后过大');
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw suspicious('压缩包内有同名的文件');
    entries.set(key, entry);
  }
  return entries;
}

function checkSize(entry: ZipEntry): void {
  const { partBytes, partRatio, ratioFromBytes } = readingLimits;
  const swollen = entry.bytes > ratioFromBytes && entry.bytes > entry.packedBytes * partRatio;
  if (entry.bytes > partBytes || swollen) throw suspicious('文档内容展开后过大');
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged('压缩方式不是 Word 文档所用的');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  } catch (cause) {
    // More bytes than were declared is the mark of a bomb; anything else is a broken stream.
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw suspicious('文档内容比声明的大');
    throw damaged('文档内容解压不出来');
  }
}

function readPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.locked) throw new Refusal({ code: 'import/encrypted' });
  checkSize(entry);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) {
    throw damaged('压缩包的目录与内容对不上');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.packedBytes;
  if (end > bytes.length) throw damaged('文档内容不完整');
  const content = inflate(bytes.subarray(start, end), entry);
  if (content.length !== entry.bytes || crc32(content) !== entry.crc) {
    throw damaged('文档内容的校验码不符');
  }
  return content;
}

/**
 * Opens a zip container by its central directory.
 * Throws a Refusal: import/damaged (no end, broken directory), import/suspicious (limits, names);
 * `read` adds import/encrypted, a wrong CRC and sizes that are not as declared.
 */
export function openZip(bytes: Uint8Array): ZipPackage {
  const entries = listEntries(bytes);
  return {
    names: [...entries.values()].map((entry) => entry.name),
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry ? readPart(bytes, entry) : null;
    },
  };
}
