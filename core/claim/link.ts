import type { SourceBlock } from '../segment/index.ts';
import type { SourceSpan } from './line.ts';
import { sourceText } from './spans.ts';

/** The words of a source without blanks and in one width, since reading evens both out. */
export interface SourceStream {
  readonly text: string;
  /** For each character of `text`: its block, and its offset there. */
  readonly blocks: readonly number[];
  readonly offsets: readonly number[];
  /** For each character of `text`: where its letter ends there, which may be of two units. */
  readonly ends: readonly number[];
  /** Where each block begins in `text`. */
  readonly starts: readonly number[];
}

/** Han and ASCII need no evening out, and are nearly everything. */
function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f);
}

/** `text` without blanks and in one width. */
export function evenOut(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]+/gu, '');
}

/** Lives while a stream is written. */
class StreamWriter {
  text = '';
  readonly blocks: number[] = [];
  readonly offsets: number[] = [];
  readonly ends: number[] = [];
  readonly starts: number[] = [];

  /** Takes a block: stretches that need no evening out whole, since letter by letter costs ten times as much. */
  take(block: number, text: string): void {
    this.starts.push(this.blocks.length);
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (isPlain(text.charCodeAt(at))) continue;
      this.#write(block, text.slice(from, at), from);
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      this.#writeEvened(block, character, at);
      at += character.length - 1;
      from = at + 1;
    }
    this.#write(block, text.slice(from), from);
  }

  #write(block: number, plain: string, from: number): void {
    this.text += plain;
    for (let offset = from; offset < from + plain.length; offset += 1) {
      this.blocks.push(block);
      this.offsets.push(offset);
      this.ends.push(offset + 1);
    }
  }

  #writeEvened(block: number, character: string, offset: number): void {
    const plain = evenOut(character);
    this.text += plain;
    for (let index = 0; index < plain.length; index += 1) {
      this.blocks.push(block);
      this.offsets.push(offset);
      this.ends.push(offset + character.length);
    }
  }
}

/** The whole source as one stream. */
export function toStream(source: readonly SourceBlock[]): SourceStream {
  const writer = new StreamWriter();
  for (const [block, original] of source.entries()) writer.take(block, sourceText(original));
  const { text, blocks, offsets, ends, starts } = writer;
  return { text, blocks, offsets, ends, starts };
}

/** The first place of `needle` within one block, or else across blocks; -1 for none. */
function locate({ text, blocks }: SourceStream, needle: string, from: number, to: number): number {
  const stretch = text.slice(from, to);
  let across = -1;
  for (let at = stretch.indexOf(needle); at >= 0; at = stretch.indexOf(needle, at + 1)) {
    if (blocks[from + at] === blocks[from + at + needle.length - 1]) return from + at;
    if (across < 0) across = from + at;
  }
  return across;
}

function toSpans(stream: SourceStream, at: number, length: number): readonly SourceSpan[] {
  const spans: SourceSpan[] = [];
  for (let index = at; index < at + length; index += 1) {
    const block = stream.blocks[index] ?? 0;
    const offset = stream.offsets[index] ?? 0;
    const end = stream.ends[index] ?? offset + 1;
    const last = spans.at(-1);
    if (last?.block === block) spans[spans.length - 1] = { ...last, end };
    else spans.push({ block, start: offset, end });
  }
  return spans;
}

/** Characters of the stream in which a line is looked for first. */
const reach = 6000;
/** As many lines are looked for in all the rest: each such search costs its length. */
const mostFar = 40;
/** Characters by which a long text is found where its end was changed in reading. */
const leadLength = 12;

/** Words to be found in the source; `line` where reading said which line they came from. */
export interface Wanted {
  readonly words: string;
  readonly line: number | null;
}

/**
 * Where each of `wanted` stands in the source, in its order: each is looked for behind the one
 * before, words broken over several lines included. Empty for what is not found.
 */
export function linkToSource(
  wanted: readonly Wanted[],
  source: readonly SourceBlock[],
): readonly (readonly SourceSpan[])[] {
  const stream = toStream(source);
  const blockOfLine = new Map(source.map(({ line }, block) => [line, block]));
  let cursor = 0;
  let far = 0;
  const find = (needle: string, from: number): number => {
    const near = locate(stream, needle, from, from + reach + needle.length);
    if (near >= 0 || far >= mostFar) return near;
    far += 1;
    return locate(stream, needle, from, stream.text.length);
  };
  return wanted.map(({ words, line }) => {
    const whole = evenOut(words);
    if (whole === '') return [];
    const told = line === null ? undefined : stream.starts[blockOfLine.get(line) ?? -1];
    const from = Math.max(cursor, told ?? 0);
    const lead = whole.slice(0, leadLength);
    const found = find(whole, from);
    const at = found >= 0 ? found : find(lead, from);
    if (at < 0) return [];
    const length = found >= 0 ? whole.length : lead.length;
    cursor = at + length;
    return toSpans(stream, at, length);
  });
}
