import { open } from 'node:fs/promises';
import { toSystemError } from '../../store/index.ts';

/** What is read at first: room for the directory of a font, and for the list of a collection. */
const headBytes = 4096;
/** A name table longer than this is none. */
const mostNameBytes = 256 * 1024;
/** Fonts of one collection that are looked at. */
const mostFonts = 64;

const [familyName, fullName, typographicFamily] = [1, 4, 16];
const wanted = new Set([familyName, fullName, typographicFamily]);

/** Reads some bytes of a file; as many as there are. */
type ReadAt = (at: number, length: number) => Promise<DataView>;

/** Where the fonts of a file begin: one, or those of a collection. */
function listFonts(head: DataView): readonly number[] {
  if (head.byteLength < 12) return [];
  // ttcf
  if (head.getUint32(0) !== 0x74746366) return [0];
  const count = Math.min(head.getUint32(8), mostFonts);
  const held = Math.min(count, Math.floor((head.byteLength - 12) / 4));
  return Array.from({ length: held }, (_, index) => head.getUint32(12 + index * 4));
}

/** Where the names of a font stand; null for what is no font, or has none. */
function findNameTable(directory: DataView): { at: number; length: number } | null {
  if (directory.byteLength < 12) return null;
  const tables = directory.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    if (entry + 16 > directory.byteLength) return null;
    // name
    if (directory.getUint32(entry) !== 0x6e616d65) continue;
    const length = directory.getUint32(entry + 12);
    return length > mostNameBytes ? null : { at: directory.getUint32(entry + 8), length };
  }
  return null;
}

/** The encodings of names that fonts for Chinese use: Unicode, Windows' GBK, the Mac's GB 2312 and Latin. */
function encodingOf(platform: number, encoding: number): string | null {
  if (platform === 0) return 'utf-16be';
  if (platform === 3) return encoding === 3 ? 'gb18030' : 'utf-16be';
  if (platform === 1) return encoding === 25 ? 'gb18030' : 'windows-1252';
  return null;
}

function decodeName(bytes: Uint8Array, encoding: string, platform: number): string {
  // Windows' GBK names stand in two bytes a letter, Latin ones with a zero before
  const packed =
    encoding === 'gb18030' && platform === 3 ? bytes.filter((byte) => byte !== 0) : bytes;
  return new TextDecoder(encoding).decode(packed).trim();
}

/** The families and full names in a name table, in every language they are given in. */
function readNames(table: DataView): readonly string[] {
  if (table.byteLength < 6) return [];
  const [count, storage] = [table.getUint16(2), table.getUint16(4)];
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = 6 + index * 12;
    if (at + 12 > table.byteLength) break;
    const platform = table.getUint16(at);
    const encoding = encodingOf(platform, table.getUint16(at + 2));
    const start = storage + table.getUint16(at + 10);
    const length = table.getUint16(at + 8);
    const isWhole = start + length <= table.byteLength;
    if (encoding === null || !isWhole || !wanted.has(table.getUint16(at + 6))) continue;
    const bytes = new Uint8Array(table.buffer, table.byteOffset + start, length);
    names.push(decodeName(bytes, encoding, platform));
  }
  return names.filter((name) => name !== '');
}

async function readFont(at: number, head: DataView, readAt: ReadAt): Promise<readonly string[]> {
  const isHere = at + 12 + 64 * 16 <= head.byteLength;
  const directory = isHere
    ? new DataView(head.buffer, head.byteOffset + at)
    : await readAt(at, 12 + 64 * 16);
  const table = findNameTable(directory);
  return table ? readNames(await readAt(table.at, table.length)) : [];
}

async function readAll(readAt: ReadAt): Promise<readonly string[]> {
  const head = await readAt(0, headBytes);
  const names: string[] = [];
  for (const at of listFonts(head)) names.push(...(await readFont(at, head, readAt)));
  return [...new Set(names)];
}

/**
 * The names of the faces in a font file (.ttf, .otf, .ttc), in every language they are given in, by
 * reading a few kilobytes of it. Empty for a file that is no font, is damaged or cannot be read.
 */
export async function readFamilyNames(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path);
    try {
      return await readAll(async (at, length) => {
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await file.read(bytes, 0, length, at);
        return new DataView(bytes.buffer, bytes.byteOffset, bytesRead);
      });
    } finally {
      await file.close();
    }
  } catch (error) {
    // the system keeps a file from us; anything else is a fault of ours
    if (toSystemError(error) || error instanceof RangeError) return [];
    throw error;
  }
}
