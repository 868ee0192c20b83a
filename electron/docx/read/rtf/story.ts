import type { SourceBlock, SourceHints, SourceParagraph } from '../../../../core/segment/index.ts';
import { blockText } from '../block-text.ts';
import { readingLimits } from '../limits.ts';
import { lookOf } from '../look.ts';
import { hintsOf, isAlike, type Piece } from '../pieces.ts';
import { tooLong } from '../refusal.ts';

/** A paragraph's place, as it stands when its mark is met. */
export interface ParagraphPlace {
  readonly align: SourceHints['align'];
  readonly outlineLevel: number | null;
  /** First-line indent in characters. */
  readonly indent: number;
  readonly inTable: boolean;
}

/** The paper, or a note or box in it: paragraphs and tables in order. */
export interface Story {
  readonly add: (piece: Piece) => void;
  readonly setLabel: (label: string) => void;
  readonly endParagraph: (place: ParagraphPlace) => void;
  readonly endCell: (place: ParagraphPlace) => void;
  readonly endRow: () => void;
  /** Blocks of a note or box, to follow the paragraph or table that is open. */
  readonly follow: (blocks: readonly SourceBlock[]) => void;
  /** Ends what is open; all blocks, not yet in order of `line`. */
  readonly end: (place: ParagraphPlace) => readonly SourceBlock[];
}

type Cell = readonly SourceParagraph[];

function tableBlock(rows: readonly (readonly Cell[])[]): readonly SourceBlock[] {
  if (rows.every((row) => row.length <= 1)) return rows.flat(2);
  const texts = rows.map((row) => row.map((cell) => cell.map(blockText).join('\n')));
  const hasWords = texts.some((row) => row.some((text) => text.trim() !== ''));
  return hasWords ? [{ kind: 'table', line: 0, rows: texts }] : [];
}

/** Lives while one story is read. Its members throw a Refusal (import/not-a-report) for more paragraphs than any report has. */
export function createStory(): Story {
  const blocks: SourceBlock[] = [];
  let pieces: Piece[] = [];
  let label = '';
  let cell: SourceParagraph[] = [];
  let row: Cell[] = [];
  let rows: (readonly Cell[])[] = [];
  let following: SourceBlock[] = [];

  function pushFollowing(): void {
    for (const block of following) blocks.push(block);
    following = [];
  }

  function takeParagraph(place: ParagraphPlace): readonly SourceParagraph[] {
    const text = pieces.map((piece) => piece.text).join('');
    const own = pieces;
    const ownLabel = label;
    pieces = [];
    label = '';
    if (text.trim() === '' && ownLabel === '') return [];
    const hints = hintsOf(own, place.align, place.outlineLevel);
    const look = lookOf(own, place.indent);
    return [{ kind: 'paragraph', line: 0, text, label: ownLabel, hints, look }];
  }

  function endRow(): void {
    if (cell.length > 0) row.push(cell);
    cell = [];
    if (row.length > 0) rows.push(row);
    row = [];
  }

  function endTable(): void {
    endRow();
    if (rows.length === 0) return;
    for (const block of tableBlock(rows)) blocks.push(block);
    rows = [];
    pushFollowing();
  }

  function endParagraph(place: ParagraphPlace): void {
    if (place.inTable) {
      cell.push(...takeParagraph(place));
      return;
    }
    endTable();
    blocks.push(...takeParagraph(place));
    pushFollowing();
    if (blocks.length > readingLimits.rtfParagraphs) throw tooLong('文字长得不像一份报告');
  }

  return {
    add: (piece) => {
      const last = pieces.at(-1);
      if (!last || !isAlike(last, piece)) pieces.push(piece);
      else pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    },
    setLabel: (words) => {
      label = words;
    },
    endParagraph,
    endCell: (place) => {
      cell.push(...takeParagraph(place));
      row.push(cell);
      cell = [];
    },
    endRow,
    follow: (more) => {
      for (const block of more) following.push(block);
    },
    end: (place) => {
      endParagraph({ ...place, inTable: place.inTable && rows.length > 0 });
      endTable();
      pushFollowing();
      return blocks;
    },
  };
}
