import type { Discarded } from '../../../core/api/index.ts';
import type { SourceBlock } from '../../../core/segment/index.ts';
import type { OutlineRow } from './outline-rows.ts';

/** A piece of the source: index of its block and offsets in {@link sourceText}. */
export interface Span {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A block's words as they are shown: its printed number, then its text; a table's cells by blanks. */
export function sourceText(block: SourceBlock): string {
  return block.kind === 'paragraph'
    ? `${block.label}${block.text}`
    : block.rows.map((cells) => cells.join('　')).join('\n');
}

interface Normal {
  readonly text: string;
  /** For each character of `text`, its offset in the original. */
  readonly offsets: readonly number[];
}

/** Without white space and in one width: reading evens both out. */
function normalize(original: string): Normal {
  const offsets: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of original) {
    const plain = character.normalize('NFKC').replace(/\s+/gu, '');
    text += plain;
    for (let index = 0; index < plain.length; index += 1) offsets.push(offset);
    offset += character.length;
  }
  return { text, offsets };
}

/** Characters by which a long text is found where its end was changed in reading. */
const leadLength = 12;

interface Cursor {
  readonly block: number;
  readonly at: number;
}

interface Found {
  readonly span: Span;
  readonly next: Cursor;
}

function findFrom(blocks: readonly Normal[], needle: string, from: Cursor): Found | null {
  if (needle === '') return null;
  for (let block = from.block; block < blocks.length; block += 1) {
    const { text = '', offsets = [] } = blocks[block] ?? {};
    const at = text.indexOf(needle, block === from.block ? from.at : 0);
    if (at < 0) continue;
    const last = at + needle.length - 1;
    return {
      span: { block, start: offsets[at] ?? 0, end: (offsets[last] ?? 0) + 1 },
      next: { block, at: last + 1 },
    };
  }
  return null;
}

/**
 * Where each line of the structure stands in the source. Lines are looked for in order, each after
 * the one before; one that reading changed too much to be found has no entry.
 */
export function linkRows(
  rows: readonly OutlineRow[],
  source: readonly SourceBlock[],
): ReadonlyMap<string, Span> {
  const blocks = source.map((block) => normalize(sourceText(block)));
  const spans = new Map<string, Span>();
  let cursor: Cursor = { block: 0, at: 0 };
  for (const { key, text } of rows) {
    const needle = normalize(text).text;
    const found =
      findFrom(blocks, needle, cursor) ?? findFrom(blocks, needle.slice(0, leadLength), cursor);
    if (!found) continue;
    spans.set(key, found.span);
    cursor = found.next;
  }
  return spans;
}

/** Where each discarded piece stands; the whole line where its words cannot be found in it. */
export function linkDiscarded(
  discarded: readonly Discarded[],
  source: readonly SourceBlock[],
): readonly Span[] {
  return discarded.flatMap(({ line, text }) => {
    const block = source.findIndex((candidate) => candidate.line === line);
    const original = source[block];
    if (!original) return [];
    const whole = sourceText(original);
    const found = findFrom([normalize(whole)], normalize(text).text, { block: 0, at: 0 });
    return [found ? { ...found.span, block } : { block, start: 0, end: whole.length }];
  });
}
