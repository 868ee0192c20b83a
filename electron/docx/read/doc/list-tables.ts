import type { List, ListLevel } from '../docx/numbering.ts';

/** Number formats by their code; those of other scripts print plain digits. @source MS-OSHARED 2.2.1.3 */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  57: 'numberInDash',
  255: 'none',
};
const longestPattern = 100;
const mostLists = 10_000;

/** A place in the table stream that is read onwards; throws RangeError past its end. */
interface Cursor {
  readonly view: DataView;
  at: number;
}

function takeLevel(cursor: Cursor): ListLevel {
  const { view, at } = cursor;
  const flags = view.getUint8(at + 5);
  const letters = view.getUint8(at + 24) + view.getUint8(at + 25) + at + 28;
  const count = view.getUint16(letters, true);
  cursor.at = letters + 2 + count * 2;
  let pattern = '';
  for (let index = 0; index < Math.min(count, longestPattern); index += 1) {
    const unit = view.getUint16(letters + 2 + index * 2, true);
    pattern += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  return {
    start: Math.max(0, view.getInt32(at, true)),
    format: formats[view.getUint8(at + 4)] ?? 'decimal',
    pattern,
    restart: flags & 8 ? view.getUint8(at + 26) : null,
    legal: (flags & 4) !== 0,
    styleId: null,
  };
}

type Family = ReadonlyMap<number, ListLevel>;

/** Definitions of lists by their id; their levels stand behind all of them. @source MS-DOC 2.9.131, 2.9.147, 2.9.150 */
function readFamilies(view: DataView, offset: number, bytes: number): ReadonlyMap<number, Family> {
  const count = Math.min(view.getUint16(offset, true), mostLists);
  const cursor: Cursor = { view, at: offset + bytes };
  const families = new Map<number, Family>();
  for (let index = 0; index < count; index += 1) {
    const at = offset + 2 + index * 28;
    const levels = new Map<number, ListLevel>();
    const depth = view.getUint8(at + 26) & 1 ? 1 : 9;
    for (let level = 0; level < depth; level += 1) levels.set(level, takeLevel(cursor));
    families.set(view.getInt32(at, true), levels);
  }
  return families;
}

function takeOverrides(cursor: Cursor, count: number, family: Family): Omit<List, 'family'> {
  const levels = new Map(family);
  const startOverrides = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const start = cursor.view.getInt32(cursor.at, true);
    const flags = cursor.view.getUint32(cursor.at + 4, true);
    cursor.at += 8;
    const level = flags & 15;
    if (flags & 32) levels.set(level, takeLevel(cursor));
    else if (flags & 16) startOverrides.set(level, start);
  }
  return { levels, startOverrides };
}

/** Lists as paragraphs point to them, from 1 on. @source MS-DOC 2.9.148, 2.9.132, 2.9.134 */
function readUses(
  view: DataView,
  offset: number,
  families: ReadonlyMap<number, Family>,
): ReadonlyMap<string, List> {
  const count = Math.min(view.getUint32(offset, true), mostLists);
  const cursor: Cursor = { view, at: offset + 4 + count * 16 };
  const lists = new Map<string, List>();
  for (let index = 0; index < count; index += 1) {
    const at = offset + 4 + index * 16;
    const id = view.getInt32(at, true);
    cursor.at += 4;
    const family = families.get(id) ?? new Map<number, ListLevel>();
    const overrides = takeOverrides(cursor, view.getUint8(at + 12), family);
    if (overrides.levels.size > 0)
      lists.set(String(index + 1), { family: String(id), ...overrides });
  }
  return lists;
}

/** Where a table stands in the table stream. */
export interface TablePlace {
  readonly offset: number;
  readonly bytes: number;
}

/** Reads the lists of a .doc by the number its paragraphs call them; none when their tables are absent or broken. */
export function readDocLists(
  table: Uint8Array,
  definitions: TablePlace,
  uses: TablePlace,
): ReadonlyMap<string, List> {
  if (definitions.bytes < 2 || uses.bytes < 4) return new Map();
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  try {
    const families = readFamilies(view, definitions.offset, definitions.bytes);
    return readUses(view, uses.offset, families);
  } catch (cause) {
    // Broken tables cost the numbers, which the reader then counts as lost, not the words.
    if (cause instanceof RangeError) return new Map();
    throw cause;
  }
}
