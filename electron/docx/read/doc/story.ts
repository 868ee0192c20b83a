import { plainParagraph, type SourceBlock } from '../../../../core/segment/index.ts';
import { hintsOf, type Piece, plainPiece } from '../pieces.ts';
import type { Tally } from '../tally.ts';
import type { DocHead, DocNumbers } from './doc-numbers.ts';
import { mark } from './formatting.ts';
import type { MarkedText } from './pieces.ts';

/** What is open while a story is read letter by letter. */
interface OpenStory {
  readonly blocks: SourceBlock[];
  readonly tally: Tally;
  readonly numbers: DocNumbers;
  words: string;
  /** Stretches of `words` that are alike bold or not. */
  stretches: { end: number; readonly bold: boolean }[];
  /** Ended paragraphs of the open cell. */
  cell: string;
  row: string[];
  rows: string[][];
  /** For each open field: whether its instruction is still being read. */
  fields: boolean[];
  wasLeft: number;
}

function pushTable(story: OpenStory): void {
  const last = story.row.length > 0 ? [...story.rows, story.row] : story.rows;
  const rows = last.map((row) => row.map((cell) => cell.trim()));
  story.rows = [];
  story.row = [];
  if (rows.length === 0) return;
  const line = story.blocks.length;
  if (rows.every((row) => row.length === 1)) {
    const lines = rows.flatMap(([cell = '']) => cell.split('\n'));
    for (const text of lines) if (text.trim() !== '') story.blocks.push(plainParagraph(line, text));
    return;
  }
  story.blocks.push({ kind: 'table', line, rows });
}

/** The words since the last paragraph or cell, parted where bold begins or ends. */
function takePieces(story: OpenStory): readonly Piece[] {
  let start = 0;
  const pieces = story.stretches.map(({ end, bold }) => {
    const piece = { ...plainPiece(story.words.slice(start, end)), bold };
    start = end;
    return piece;
  });
  story.stretches = [];
  return pieces;
}

function addWords(story: OpenStory, words: string, bits: number): void {
  story.words += words;
  const bold = (bits & mark.bold) !== 0;
  const last = story.stretches.at(-1);
  if (last?.bold === bold) last.end = story.words.length;
  else story.stretches.push({ end: story.words.length, bold });
}

/** Every paragraph is asked for its number, since it is counted by asking. */
function takeHead(story: OpenStory, key: number): DocHead {
  const head = story.numbers.next(key);
  if (head.isLost && story.words.trim() !== '') story.tally.numbers += 1;
  return head;
}

function endParagraph(story: OpenStory, inTable: boolean, key: number): void {
  const { label, outlineLevel, align } = takeHead(story, key);
  const pieces = takePieces(story);
  if (inTable) {
    story.cell += `${label}${story.words}\n`;
    story.words = '';
    return;
  }
  pushTable(story);
  if (story.words.trim() !== '' || label !== '') {
    const paragraph = plainParagraph(story.blocks.length, story.words);
    story.blocks.push({ ...paragraph, label, hints: hintsOf(pieces, align, outlineLevel) });
  }
  story.words = '';
}

function endCell(story: OpenStory, isRowEnd: boolean, key: number): void {
  if (isRowEnd) {
    story.rows.push(story.row);
    story.row = [];
  } else {
    const { label } = takeHead(story, key);
    story.row.push(`${story.cell}${label}${story.words}`);
  }
  story.cell = '';
  story.words = '';
  story.stretches = [];
}

/** Whether a letter is kept; each stretch of letters left out is counted once. */
function isKept(story: OpenStory, bits: number): boolean {
  const left = bits & (mark.left | mark.hidden);
  if (left !== 0 && left !== story.wasLeft) {
    if (left & mark.left) story.tally.deletions += 1;
    else story.tally.hidden += 1;
  }
  story.wasLeft = left;
  return left === 0;
}

/** @source MS-DOC 2.4.1, 2.9.1: letters that stand for something else */
function takeLetter(story: OpenStory, letter: string, bits: number, key: number): void {
  const code = letter.charCodeAt(0);
  const inInstruction = story.fields.includes(true);
  if (code >= 0x20) {
    if (!inInstruction) addWords(story, letter, bits);
    return;
  }
  switch (code) {
    case 0x01:
    case 0x08:
      story.tally.pictures += 1;
      return;
    case 0x05:
      story.tally.comments += 1;
      return;
    case 0x07:
      endCell(story, (bits & mark.rowEnd) !== 0, key);
      return;
    case 0x09:
      addWords(story, '\t', bits);
      return;
    case 0x0b:
      addWords(story, '\n', bits);
      return;
    case 0x0c:
    case 0x0d:
      story.fields = story.fields.map(() => false);
      endParagraph(story, (bits & mark.cell) !== 0, key);
      return;
    case 0x13:
      story.fields.push(true);
      return;
    case 0x14:
      if (story.fields.length > 0) story.fields[story.fields.length - 1] = false;
      return;
    case 0x15:
      story.fields.pop();
      return;
    case 0x1e:
      addWords(story, '-', bits);
      return;
    default:
  }
}

/** Reads letters `start` to `end` of a .doc into blocks. Automatic numbers are counted as paragraphs end. */
export function readStory(
  { text, marks, paragraphs }: MarkedText,
  start: number,
  end: number,
  tally: Tally,
  numbers: DocNumbers,
): readonly SourceBlock[] {
  const story: OpenStory = {
    blocks: [],
    tally,
    numbers,
    words: '',
    stretches: [],
    cell: '',
    row: [],
    rows: [],
    fields: [],
    wasLeft: 0,
  };
  for (let at = start; at < Math.min(end, text.length); at += 1) {
    const bits = marks[at] ?? 0;
    if (isKept(story, bits)) takeLetter(story, text.charAt(at), bits, paragraphs[at] ?? 0);
  }
  const isInCell = story.cell !== '' || story.row.length > 0;
  if (isInCell && story.cell + story.words !== '') endCell(story, false, 0);
  endParagraph(story, false, 0);
  return story.blocks;
}
