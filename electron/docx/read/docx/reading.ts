import type { SourceBlock } from '../../../../core/segment/index.ts';
import type { Piece } from '../pieces.ts';
import type { Tally } from '../tally.ts';
import type { XmlElement } from '../xml.ts';
import type { FieldStack } from './fields.ts';
import type { NumberPrinter } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What is known while one document is read; counters and fields go on from paragraph to paragraph. */
export interface DocxReading {
  readonly styles: Styles;
  readonly numbers: NumberPrinter;
  readonly fields: FieldStack;
  readonly tally: Tally;
  /** A note is given once, however often it is referred to. */
  readonly takeNote: (kind: 'footnote' | 'endnote', id: string) => XmlElement | null;
  /** Ordinal of the next block. */
  line: number;
  /** Notes within notes are not followed. */
  inNote: boolean;
}

/** Words of paragraphs whose mark does not print: they run on into the next one. */
export interface Carried {
  readonly pieces: Piece[];
  /** The number and properties of the first paragraph, for a mark that is hidden; null for a deleted one. */
  readonly head: ParagraphHead | null;
}

/** What stands before the words of a paragraph. */
export interface ParagraphHead {
  readonly line: number;
  readonly label: string;
  readonly align: 'left' | 'center' | 'right' | null;
  readonly outlineLevel: number | null;
  /** First-line indent in characters; negative hangs. */
  readonly indent: number;
}

/** Where blocks go: the document, a cell, a note. */
export interface Sink {
  readonly blocks: SourceBlock[];
  carried: Carried | null;
}

/** Adds blocks one by one: a call with a hundred thousand arguments would overflow the stack. */
export function pushBlocks(sink: Sink, blocks: Iterable<SourceBlock>): void {
  for (const block of blocks) sink.blocks.push(block);
}

/** An empty sink. */
export function createSink(): Sink {
  return { blocks: [], carried: null };
}
