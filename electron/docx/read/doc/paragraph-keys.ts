import type { SourceHints } from '../../../../core/segment/index.ts';
import { eachProperty } from './formatting.ts';
import type { TablePlace } from './list-tables.ts';

/** What a paragraph of a .doc says of its number and level; null where it says nothing. */
export interface DocParagraph {
  readonly style: number;
  /** Number of its list, from 1 on; 0 for none said outright. */
  readonly list: number | null;
  readonly listLevel: number | null;
  /** 1–9; 0 for body text said outright. */
  readonly outlineLevel: number | null;
  readonly align: SourceHints['align'];
}

/** @source MS-DOC 2.6.2 */
const property = {
  list: 0x460b,
  listLevel: 0x260a,
  outlineLevel: 0x2640,
  align: 0x2461,
  oldAlign: 0x2403,
} as const;

function alignOf(operand: number): SourceHints['align'] {
  if (operand === 1) return 'center';
  return operand === 2 ? 'right' : 'left';
}

/** Reads the properties from `start` to `end` of a paragraph in that style. */
export function readDocParagraph(
  bytes: Uint8Array,
  start: number,
  end: number,
  style: number,
): DocParagraph {
  const said: { -readonly [Name in keyof Omit<DocParagraph, 'style'>]: DocParagraph[Name] } = {
    list: null,
    listLevel: null,
    outlineLevel: null,
    align: null,
  };
  eachProperty(bytes, start, Math.min(end, bytes.length), (code, operand, at) => {
    if (code === property.list) said.list = operand | ((bytes[at + 1] ?? 0) << 8);
    else if (code === property.listLevel) said.listLevel = operand;
    else if (code === property.outlineLevel) said.outlineLevel = operand < 9 ? operand + 1 : 0;
    else if (code === property.align || code === property.oldAlign) said.align = alignOf(operand);
  });
  return { style, ...said };
}

const noStyle: DocParagraph = {
  style: 0,
  list: null,
  listLevel: null,
  outlineLevel: null,
  align: null,
};

interface OwnStyle extends DocParagraph {
  readonly base: number;
}

/** One style: its built-in kind, what it is based on, its name to be skipped, its paragraph properties. */
function readStyle(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  baseBytes: number,
  id: number,
): OwnStyle | null {
  const builtIn = view.getUint16(at, true) & 0x0fff;
  const kind = view.getUint16(at + 2, true);
  if ((kind & 0x0f) !== 1) return null;
  const name = at + baseBytes;
  const place = name + 2 + view.getUint16(name, true) * 2 + 2;
  const length = view.getUint16(place, true);
  const own = readDocParagraph(bytes, place + 4, place + 2 + length, id);
  const heading = builtIn >= 1 && builtIn <= 9 ? builtIn : null;
  return { ...own, outlineLevel: own.outlineLevel ?? heading, base: kind >> 4 };
}

/** @source MS-DOC 2.9.271, 2.9.258, 2.9.260 */
function readOwnStyles(
  table: Uint8Array,
  { offset, bytes }: TablePlace,
): ReadonlyMap<number, OwnStyle> {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const styles = new Map<number, OwnStyle>();
  const count = Math.min(view.getUint16(offset + 2, true), 4096);
  const baseBytes = view.getUint16(offset + 4, true);
  let at = offset + 2 + view.getUint16(offset, true);
  for (let id = 0; id < count && at + 2 <= offset + bytes; id += 1) {
    const length = view.getUint16(at, true);
    const style = length > 0 ? readStyle(table, view, at + 2, baseBytes, id) : null;
    if (style) styles.set(id, style);
    at += 2 + length + (length % 2);
  }
  return styles;
}

const longestChain = 50;

/** Reads what paragraph styles say, with all they are based on; nothing when their table is broken. */
export function readDocStyles(
  table: Uint8Array,
  place: TablePlace,
): (style: number) => DocParagraph {
  const known = new Map<number, DocParagraph>();
  const own = ownStyles(table, place);
  const resolve = (id: number, depth: number): DocParagraph => {
    const before = known.get(id);
    if (before) return before;
    const style = own.get(id);
    if (!style || depth > longestChain) return noStyle;
    const resolved = inherit(style, resolve(style.base, depth + 1));
    known.set(id, resolved);
    return resolved;
  };
  return (id) => resolve(id, 0);
}

function ownStyles(table: Uint8Array, place: TablePlace): ReadonlyMap<number, OwnStyle> {
  try {
    return readOwnStyles(table, place);
  } catch (cause) {
    if (cause instanceof RangeError) return new Map();
    throw cause;
  }
}

/** The nearer word wins, property by property. */
export function inherit(own: DocParagraph, under: DocParagraph): DocParagraph {
  return {
    style: own.style,
    list: own.list ?? under.list,
    listLevel: own.listLevel ?? under.listLevel,
    outlineLevel: own.outlineLevel ?? under.outlineLevel,
    align: own.align ?? under.align,
  };
}

/** Gives each kind of paragraph a small number, so that letters can point to it. */
export interface ParagraphKeys {
  readonly keyOf: (paragraph: DocParagraph) => number;
  /** The paragraph of a key; key 0 says nothing. */
  readonly paragraphOf: (key: number) => DocParagraph;
}

/** Lives while one document is read. Kinds beyond the number of keys say nothing. */
export function createParagraphKeys(): ParagraphKeys {
  const kinds: DocParagraph[] = [noStyle];
  const keys = new Map<string, number>();
  return {
    keyOf: (paragraph) => {
      const name = Object.values(paragraph).join(' ');
      const known = keys.get(name);
      if (known !== undefined) return known;
      if (kinds.length > 0xffff) return 0;
      keys.set(name, kinds.length);
      kinds.push(paragraph);
      return kinds.length - 1;
    },
    paragraphOf: (key) => kinds[key] ?? noStyle,
  };
}
