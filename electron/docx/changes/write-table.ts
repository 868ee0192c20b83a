import type { CellChange, RowChange, TableChange } from '../../../core/changes/index.ts';
import { createLine } from '../../../core/layout/index.ts';
import type { PieceWriter } from '../write/index.ts';
import type { Tracker } from './track.ts';

/** What the pieces of a table are written with. */
export interface Writing {
  readonly writer: PieceWriter;
  readonly tracker: Tracker;
}

type Piece = CellChange[number];

/** A paragraph of a cell, and what became of the mark at its end. */
interface CellParagraph {
  readonly pieces: readonly Piece[];
  readonly end: Piece['kind'];
}

/** The runs of a written paragraph. */
export function cutRuns(paragraph: string): string {
  return paragraph
    .replace(/^<w:p\b[^>]*>(?:<w:pPr\/>|<w:pPr>.*?<\/w:pPr>)?/su, '')
    .replace(/<\/w:p>$/u, '');
}

const kindOfState = { inserted: 'added', deleted: 'removed' } as const;

/** The paragraphs of a cell: each line end is the mark of one; the last mark cannot come or go. */
function splitParagraphs(cell: CellChange): readonly CellParagraph[] {
  const done: CellParagraph[] = [];
  let pieces: Piece[] = [];
  for (const { kind, text } of cell) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) {
        done.push({ pieces, end: kind });
        pieces = [];
      }
      if (line !== '') pieces.push({ kind, text: line });
    }
  }
  return [...done, { pieces, end: 'same' }];
}

function writeRuns({ writer, tracker }: Writing, pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => tracker.runs(kind, cutRuns(writer.write(createLine('text', text)))))
    .join('');
}

/** A cell as it is written for one state, with the paragraphs of both. */
function fillCell(
  writing: Writing,
  written: string,
  cell: CellChange,
  whole: Piece['kind'],
): string {
  const own = written.match(/<w:p\b.*?<\/w:p>/gsu) ?? [];
  const opening = written.slice(0, written.indexOf(own[0] ?? '</w:tc>'));
  const paragraphs = splitParagraphs(cell).map(({ pieces, end }, index) => {
    const model = own[Math.min(index, own.length - 1)] ?? '<w:p></w:p>';
    const head = model.slice(0, model.length - cutRuns(model).length - '</w:p>'.length);
    const mark = end === 'same' ? whole : end;
    return writing.tracker.paragraphMark(mark, `${head}${writeRuns(writing, pieces)}</w:p>`);
  });
  return `${opening}${paragraphs.join('')}</w:tc>`;
}

const textsOf = (row: RowChange, left: Piece['kind']) =>
  row.cells.map((pieces) => pieces.map(({ kind, text }) => (kind === left ? '' : text)).join(''));

function writeRow(writing: Writing, { table }: TableChange, row: RowChange): string {
  const texts = textsOf(row, row.state === 'deleted' ? 'added' : 'removed');
  const other = texts.map(() => '');
  const rows = row.isHead ? [texts, other] : [other, texts];
  const written = writing.writer.write({ ...table, rows }).match(/<w:tr\b.*?<\/w:tr>/gsu) ?? [];
  const own = written[row.isHead ? 0 : 1] ?? '';
  const kind = row.state === 'inserted' || row.state === 'deleted' ? kindOfState[row.state] : null;
  let column = 0;
  const filled = own.replaceAll(/<w:tc>.*?<\/w:tc>/gsu, (cell) => {
    const change = row.cells[column] ?? [];
    column += 1;
    return fillCell(writing, cell, change, kind ?? 'same');
  });
  return kind === null ? filled : writing.tracker.row(kind, filled);
}

/** A table with the rows of both states, each marked as what became of it. */
export function writeTableChange(writing: Writing, change: TableChange): string {
  const written = writing.writer.write(change.table);
  const opening = written.slice(0, written.search(/<w:tr\b(?!P)/u));
  const rows = change.rows.map((row) => writeRow(writing, change, row));
  return `${opening}${rows.join('')}</w:tbl>`;
}
