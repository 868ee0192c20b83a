import { type ParagraphKeys, readDocParagraph } from './paragraph-keys.ts';

/** What a stretch of a .doc's bytes is marked as; bits of one byte. */
export const mark = { left: 1, hidden: 2, cell: 4, rowEnd: 8, bold: 16 } as const;

/** Property codes this reader looks at. @source MS-DOC 2.6.1, 2.6.2 */
const property = {
  deleted: 0x0800,
  vanish: 0x083c,
  bold: 0x0835,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDefinition: 0xd608,
} as const;

const operandBytes = [1, 1, 2, 4, 2, 2, -1, 3] as const;

/** Walks a list of properties; each is a code, its operand's first byte and where that stands. */
export function eachProperty(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (code: number, operand: number, at: number) => void,
): void {
  let at = start;
  while (at + 2 < end) {
    const code = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    visit(code, bytes[at] ?? 0, at);
    const length = operandBytes[code >> 13] ?? 1;
    if (length >= 0) at += length;
    else if (code === property.tableDefinition) {
      at += 1 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
    } else at += 1 + (bytes[at] ?? 0);
  }
}

function bitOf(code: number, operand: number): number {
  if (operand !== 1) return 0;
  switch (code) {
    case property.deleted:
      return mark.left;
    case property.vanish:
      return mark.hidden;
    case property.bold:
      return mark.bold;
    case property.inTable:
      return mark.cell;
    case property.rowEnd:
      return mark.rowEnd;
    default:
      return 0;
  }
}

function bitsIn(bytes: Uint8Array, start: number, end: number): number {
  let bits = 0;
  eachProperty(bytes, start, Math.min(end, bytes.length), (code, operand) => {
    bits |= bitOf(code, operand);
  });
  return bits;
}

/** Properties of letters: an offset byte a run, then a length byte and the list. */
function characterBits(page: Uint8Array, runs: number, index: number): number {
  const at = (page[(runs + 1) * 4 + index] ?? 0) * 2;
  return at === 0 ? 0 : bitsIn(page, at + 1, at + 1 + (page[at] ?? 0));
}

/** Properties of paragraphs: 13 bytes a run, a length in words, the style, then the list. */
function paragraphPlace(
  page: Uint8Array,
  runs: number,
  index: number,
): readonly [number, number] | null {
  const at = (page[(runs + 1) * 4 + index * 13] ?? 0) * 2;
  if (at === 0) return null;
  const words = page[at] ?? 0;
  return words === 0 ? [at + 2, at + 2 + 2 * (page[at + 1] ?? 0)] : [at + 1, at + 2 * words];
}

/** What is known of every byte of a stream. */
export interface ByteMarks {
  /** Bits of `mark`. */
  readonly bits: Uint8Array;
  /** Keys of paragraphs. */
  readonly paragraphs: Uint16Array;
}

/** Where a table of formatted pages is, and which kind it is. */
export interface PageTable {
  readonly kind: 'character' | 'paragraph';
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Marks the bytes of `main` that one page table says something of, into `marks` (one byte a byte).
 * Runs that go backwards are skipped, so the work never exceeds the length of the stream.
 * @source MS-DOC 2.8.5, 2.8.6, 2.9.33, 2.9.174
 */
export function markFormatting(
  main: Uint8Array,
  table: Uint8Array,
  pages: PageTable,
  marks: ByteMarks,
  keys: ParagraphKeys,
): void {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.floor((pages.bytes - 4) / 8);
  if (pages.offset + pages.bytes > table.length) return;
  const read: RunReader =
    pages.kind === 'character'
      ? (page, runs, index) => ({ bits: characterBits(page, runs, index), key: 0 })
      : (page, runs, index) => readParagraphRun(page, runs, index, keys);
  let done = 0;
  for (let index = 0; index < count; index += 1) {
    const number = view.getUint32(pages.offset + (count + 1 + index) * 4, true) & 0x3fffff;
    const page = main.subarray(number * 512, number * 512 + 512);
    if (page.length < 512) continue;
    done = markPage(page, read, marks, done);
  }
}

type RunReader = (
  page: Uint8Array,
  runs: number,
  index: number,
) => { readonly bits: number; readonly key: number };

function readParagraphRun(
  page: Uint8Array,
  runs: number,
  index: number,
  keys: ParagraphKeys,
): ReturnType<RunReader> {
  const place = paragraphPlace(page, runs, index);
  if (!place) return { bits: 0, key: 0 };
  const [at, end] = place;
  const style = (page[at] ?? 0) | ((page[at + 1] ?? 0) << 8);
  const key = keys.keyOf(readDocParagraph(page, at + 2, end, style));
  return { bits: bitsIn(page, at + 2, end), key };
}

function markPage(page: Uint8Array, read: RunReader, marks: ByteMarks, from: number): number {
  const view = new DataView(page.buffer, page.byteOffset, 512);
  const runs = Math.min(page[511] ?? 0, 101);
  let done = from;
  for (let index = 0; index < runs; index += 1) {
    const start = view.getUint32(index * 4, true);
    const end = Math.min(view.getUint32(index * 4 + 4, true), marks.bits.length);
    if (start < done || end <= start) continue;
    done = end;
    const { bits, key } = read(page, runs, index);
    if (key !== 0) marks.paragraphs.fill(key, start, end);
    if (bits === 0) continue;
    for (let at = start; at < end; at += 1) marks.bits[at] = (marks.bits[at] ?? 0) | bits;
  }
  return done;
}
