import { damaged } from './refusal.ts';

/** The streams at the top of an OLE compound file, by name. */
export interface OleFile {
  readonly has: (name: string) => boolean;
  /** Bytes of a stream; null when there is none. Throws a Refusal (import/damaged) for a broken chain. */
  readonly read: (name: string) => Uint8Array | null;
}

interface OleEntry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const endOfChain = 0xfffffffe;
const lastSector = 0xfffffffa;

function brokenOle(): Error {
  return damaged('旧版 Word 文件的内部目录读不出来');
}

/** Sector numbers from `start` on. A chain longer than its table runs in a circle. */
function followChain(table: readonly number[], start: number): readonly number[] {
  const chain: number[] = [];
  let next = start;
  while (next < lastSector) {
    if (next >= table.length || chain.length > table.length) throw brokenOle();
    chain.push(next);
    next = table[next] ?? endOfChain;
  }
  return chain;
}

function gather(
  source: Uint8Array,
  chain: readonly number[],
  size: number,
  base: number,
): Uint8Array {
  const gathered = new Uint8Array(chain.length * size);
  for (const [index, sector] of chain.entries()) {
    const at = base + sector * size;
    gathered.set(source.subarray(at, at + size), index * size);
  }
  return gathered;
}

function wordsOf(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    view.getUint32(index * 4, true),
  );
}

/** Sectors that hold the allocation table: 109 named in the header, further ones in a chain of their own. */
function allocationSectors(bytes: Uint8Array, view: DataView, sectorSize: number): number[] {
  const header = wordsOf(bytes.subarray(0x4c, 0x4c + 109 * 4));
  // As many as can describe all sectors of this file; a chain that runs in a circle gives more.
  const most = Math.ceil(bytes.length / sectorSize / (sectorSize / 4)) + 1;
  const sectors = [...header];
  let next = view.getUint32(0x44, true);
  const perSector = sectorSize / 4 - 1;
  for (let guard = 0; next < lastSector && guard < most; guard += 1) {
    const at = (next + 1) * sectorSize;
    const numbers = wordsOf(bytes.subarray(at, at + sectorSize));
    sectors.push(...numbers.slice(0, perSector));
    next = numbers[perSector] ?? endOfChain;
  }
  return sectors.filter((sector) => (sector + 1) * sectorSize < bytes.length).slice(0, most);
}

function readEntries(directory: Uint8Array): readonly OleEntry[] {
  const decoder = new TextDecoder('utf-16le');
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, index) => {
    const at = index * 128;
    const nameBytes = Math.min(64, view.getUint16(at + 0x40, true));
    const name = directory.subarray(at, at + Math.max(0, nameBytes - 2));
    return {
      name: decoder.decode(name),
      kind: directory[at + 0x42] ?? 0,
      left: view.getUint32(at + 0x44, true),
      right: view.getUint32(at + 0x48, true),
      child: view.getUint32(at + 0x4c, true),
      start: view.getUint32(at + 0x74, true),
      size: view.getUint32(at + 0x78, true),
    };
  });
}

/** Streams of the root only: embedded objects have streams of the same names further down. */
function rootStreams(entries: readonly OleEntry[]): ReadonlyMap<string, OleEntry> {
  const streams = new Map<string, OleEntry>();
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? endOfChain];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    if (entry.kind === 2) streams.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return streams;
}

/**
 * Opens an OLE compound file (.doc, .wps, .xls, encrypted .docx).
 * Throws a Refusal (import/damaged) when its tables are broken or run in circles.
 */
export function openOle(bytes: Uint8Array): OleFile {
  if (bytes.length < 1024) throw brokenOle();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) throw brokenOle();
  const size = 1 << shift;
  const table = wordsOf(gather(bytes, allocationSectors(bytes, view, size), size, size));
  const readChain = (start: number): Uint8Array =>
    gather(bytes, followChain(table, start), size, size);
  const entries = readEntries(readChain(view.getUint32(0x30, true)));
  const streams = rootStreams(entries);
  const readSmall = (entry: OleEntry): Uint8Array => {
    const smallTable = wordsOf(readChain(view.getUint32(0x3c, true)));
    const container = readChain(entries[0]?.start ?? endOfChain);
    return gather(container, followChain(smallTable, entry.start), 64, 0);
  };
  return {
    has: (name) => streams.has(name),
    read: (name) => {
      const entry = streams.get(name);
      if (!entry) return null;
      const isSmall = entry.size < view.getUint32(0x38, true);
      const content = isSmall ? readSmall(entry) : readChain(entry.start);
      return content.subarray(0, entry.size);
    },
  };
}
