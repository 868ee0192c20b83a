import { plainParagraph, type SourceBlock } from '../../../../core/segment/index.ts';
import type { Tally } from '../tally.ts';
import { mark } from './formatting.ts';
import type { MarkedText } from './pieces.ts';

/** What is open while a story is read letter by letter. */
interface OpenStory {
  readonly blocks: SourceBlock[];
  readonly tally: Tally;
  words: string;
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

function endParagraph(story: OpenStory, inTable: boolean): void {
  if (inTable) {
    story.words += '\n';
    return;
  }
  pushTable(story);
  if (story.words.trim() !== '') {
    story.blocks.push(plainParagraph(story.blocks.length, story.words));
  }
  story.words = '';
}

function endCell(story: OpenStory, isRowEnd: boolean): void {
  if (isRowEnd) {
    story.rows.push(story.row);
    story.row = [];
  } else {
    story.row.push(story.words);
  }
  story.words = '';
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
function takeLetter(story: OpenStory, letter: string, bits: number): void {
  const code = letter.charCodeAt(0);
  const inInstruction = story.fields.includes(true);
  if (code >= 0x20) {
    if (!inInstruction) story.words += letter;
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
      endCell(story, (bits & mark.rowEnd) !== 0);
      return;
    case 0x09:
      story.words += '\t';
      return;
    case 0x0b:
      story.words += '\n';
      return;
    case 0x0c:
    case 0x0d:
      story.fields = story.fields.map(() => false);
      if (bits & mark.numbered && story.words.trim() !== '') story.tally.numbers += 1;
      endParagraph(story, (bits & mark.cell) !== 0);
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
      story.words += '-';
      return;
    default:
  }
}

/** Reads letters `start` to `end` of a .doc into blocks. Styles and automatic numbers are not known here. */
export function readStory(
  { text, marks }: MarkedText,
  start: number,
  end: number,
  tally: Tally,
): readonly SourceBlock[] {
  const story: OpenStory = {
    blocks: [],
    tally,
    words: '',
    row: [],
    rows: [],
    fields: [],
    wasLeft: 0,
  };
  for (let at = start; at < Math.min(end, text.length); at += 1) {
    const bits = marks[at] ?? 0;
    if (isKept(story, bits)) takeLetter(story, text.charAt(at), bits);
  }
  if (story.row.length > 0 && story.words !== '') endCell(story, false);
  endParagraph(story, false);
  return story.blocks;
}
