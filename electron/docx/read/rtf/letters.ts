import { readingLimits } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import { suspicious } from '../refusal.ts';
import type { Tally } from '../tally.ts';
import type { GroupState } from './state.ts';
import type { Story } from './story.ts';
import type { RtfTables } from './tables.ts';

/** Where letters go by what their group's words are. */
export interface Letters {
  readonly take: (text: string, state: GroupState) => void;
  /** Gives the letters of one look to the story, before the look or the paragraph changes. */
  readonly endPiece: (story: Story) => void;
  /** The words of a list's number that has ended. */
  readonly takeLabel: () => string;
  /** The instruction of the field whose result begins. */
  readonly takeInstruction: () => string;
}

const longestAside = 100;

/** Lives while one file is read. */
export function createLetters(tables: RtfTables, tally: Tally, defaultFace: () => number): Letters {
  let words = '';
  /** Null when the look may have changed. */
  let look: Omit<Piece, 'text'> | null = null;
  let label = '';
  let instruction = '';
  let characters = 0;
  let leftOut: 'hidden' | 'deleted' | null = null;

  function lookOf({ bold, sizeHalfPt, face, eastAsianFace, colour }: GroupState): typeof look {
    return {
      bold,
      sizePt: sizeHalfPt === null ? null : sizeHalfPt / 2,
      face: tables.faceName(eastAsianFace ?? face ?? defaultFace()),
      colour: tables.colour(colour),
    };
  }

  /** Each stretch of letters left out is counted once. */
  function leaveOut(why: 'hidden' | 'deleted', text: string): void {
    if (text.trim() === '' || leftOut === why) return;
    leftOut = why;
    if (why === 'deleted') tally.deletions += 1;
    else tally.hidden += 1;
  }

  function keep(text: string, state: GroupState): void {
    leftOut = null;
    characters += text.length;
    if (characters > readingLimits.rtfCharacters) throw suspicious('文档内容过长');
    const clean = text.replace(/[\p{Cc}--[\t\n]]|[\ufeff\ufffd-\uffff]/gv, '');
    tally.charactersRemoved += text.length - clean.length;
    look ??= lookOf(state);
    words += clean;
  }

  return {
    take: (text, state) => {
      const { destination, hidden, deleted } = state;
      switch (destination) {
        case 'faces':
        case 'colours':
        case 'styles':
          tables.text(destination, text);
          return;
        case 'label':
          if (label.length < longestAside) label += text;
          return;
        case 'instruction':
          if (instruction.length < longestAside) instruction += text;
          return;
        case 'text':
          if (hidden || deleted) leaveOut(deleted ? 'deleted' : 'hidden', text);
          else keep(text, state);
          return;
        case 'silent':
        case 'skip':
      }
    },
    endPiece: (story) => {
      if (words !== '' && look) story.add({ text: words, ...look });
      words = '';
      look = null;
    },
    takeLabel: () => {
      const taken = label;
      label = '';
      return taken;
    },
    takeInstruction: () => {
      const taken = instruction;
      instruction = '';
      return taken;
    },
  };
}
