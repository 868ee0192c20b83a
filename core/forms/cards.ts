import {
  isPrintedLine,
  isQuestionNumber,
  labelOf,
  plainWords,
  type ReadCell,
  type ReadRow,
} from './rows.ts';
import { type FigureColumn, type FormMark, figureColumns, figureLabels } from './sheet.ts';

/** A figure's row as it stands in the file. */
export interface FigureRow {
  /** Id of its mark; null where it is lost. */
  readonly markedId: string | null;
  readonly texts: Readonly<Record<FigureColumn, string>>;
  /** Last year's value as it was printed; null where its mark is lost. */
  readonly printedLast: string | null;
  /** Words of cells that no head stands over. */
  readonly beside: readonly string[];
  /** What stands over its number, where that is no longer 本年; null where it is, or nothing does. */
  readonly otherHead: string | null;
}

/** A question as it stands in the file, with all that was written to it. */
export interface Card {
  /** 第 3 题; empty where the number is gone. */
  readonly number: string;
  readonly question: string;
  readonly markedId: string | null;
  /** `markedId` is of the mark of the label; null where it is lost. */
  readonly answers: readonly { readonly markedId: string | null; readonly text: string }[];
  readonly figures: readonly FigureRow[];
  /** Words in the printed rows: basis and papers. */
  readonly printed: readonly { readonly label: string; readonly text: string }[];
}

/** A filled file taken apart, before it is known what was asked. */
export interface FormParts {
  readonly cards: readonly Card[];
  /** What is told of the form itself, by label. */
  readonly facts: readonly { readonly label: string; readonly cell: ReadCell }[];
  /** Everything else, in order. */
  readonly loose: readonly string[];
  /** True when anything shows that it was made here. */
  readonly isMarked: boolean;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };
interface OpenCard extends Omit<Mutable<Card>, 'answers' | 'figures' | 'printed'> {
  readonly table: number | null;
  readonly answers: Mutable<Card['answers'][number]>[];
  readonly figures: FigureRow[];
  readonly printed: { label: string; text: string }[];
}

function markIn<Kind extends FormMark['kind']>(
  cells: readonly ReadCell[],
  kind: Kind,
): Extract<FormMark, { readonly kind: Kind }> | null {
  const found = cells.flatMap(({ marks }) => marks).find((mark) => mark.kind === kind);
  return (found as Extract<FormMark, { readonly kind: Kind }> | undefined) ?? null;
}

type Columns = readonly (FigureColumn | null)[];

/** The head over figures: which column is which, and the words over the numbers where they were changed. */
interface FigureHead {
  readonly columns: Columns;
  readonly otherHead: string | null;
}

/**
 * The head over figures; null for a row that is none. Where all but one of its words are known, the
 * other one stands over the numbers.
 */
function readHead(cells: readonly ReadCell[]): FigureHead | null {
  const columns = cells.map(
    ({ text }) => figureColumns.find((one) => figureLabels[one] === plainWords(text)) ?? null,
  );
  const found = new Set(columns.filter((one) => one !== null));
  if (found.size < 3) return null;
  if (found.has('value')) return { columns, otherHead: null };
  const others = cells.filter(({ text }, at) => !columns[at] && text !== '');
  const [other] = others;
  if (!other || others.length > 1) return null;
  const renamed = columns.map((column, at) => (cells[at] === other ? 'value' : column));
  return { columns: renamed, otherHead: other.text };
}

/** Where the head is gone: name first, and the other four from the right. */
function guessColumns(count: number): Columns {
  const behind: readonly FigureColumn[] = ['unit', 'value', 'last', 'note'];
  return Array.from({ length: count }, (_, at) =>
    at === 0 ? 'name' : (behind[at - (count - behind.length)] ?? null),
  );
}

/** 上年 where the number stands in the cell that was made for last year's. */
function findSwappedHead(cells: readonly ReadCell[], columns: Columns): string | null {
  const isSwapped = markIn(
    cells.filter((_, at) => columns[at] === 'value'),
    'last',
  );
  return isSwapped ? figureLabels.last : null;
}

function readFigureRow(cells: readonly ReadCell[], { columns, otherHead }: FigureHead): FigureRow {
  const textsOf = (column: FigureColumn) =>
    cells.filter((_, at) => columns[at] === column).map(({ text }) => text);
  const texts = Object.fromEntries(
    figureColumns.map((column) => [column, textsOf(column).join(' ').trim()]),
  ) as Record<FigureColumn, string>;
  return {
    markedId: markIn(cells, 'figure')?.id ?? markIn(cells, 'last')?.id ?? null,
    texts,
    printedLast: markIn(cells, 'last')?.printed ?? null,
    beside: cells.filter((cell, at) => !columns[at] && cell.text !== '').map(({ text }) => text),
    otherHead: otherHead ?? findSwappedHead(cells, columns),
  };
}

const factLabels = new Set(['department', 'year', 'filler', 'phone', 'returnBy', 'contact']);

function readFacts(cells: readonly ReadCell[]): FormParts['facts'] {
  const facts: { label: string; cell: { text: string; marks: FormMark[] } }[] = [];
  for (const cell of cells) {
    const label = labelOf(cell.text);
    const open = facts.at(-1);
    if (label !== null && factLabels.has(label)) {
      facts.push({ label, cell: { text: '', marks: [...cell.marks] } });
    } else if (open) {
      open.cell.text = [open.cell.text, cell.text].filter(Boolean).join(' ');
      open.cell.marks.push(...cell.marks);
    } else if (cell.text !== '')
      facts.push({ label: '', cell: { ...cell, marks: [...cell.marks] } });
  }
  return facts;
}

function wordsOf(cells: readonly ReadCell[]): string {
  return cells
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n');
}

/** Basis and papers stand side by side, or below each other. */
function readPrinted(cells: readonly ReadCell[]): Card['printed'] {
  const printed: { label: string; text: string }[] = [];
  for (const { text } of cells) {
    const label = labelOf(text);
    const open = printed.at(-1);
    if (label === 'basis' || label === 'evidence') printed.push({ label: text, text: '' });
    else if (open) open.text = [open.text, text].filter(Boolean).join('\n');
  }
  return printed;
}

/** Takes rows one by one and puts each where it belongs. */
class Reading {
  readonly cards: OpenCard[] = [];
  readonly facts: FormParts['facts'][number][] = [];
  readonly loose: string[] = [];
  isMarked = false;
  #isQuestion: (words: string) => boolean;
  #head: FigureHead | null = null;

  constructor(isQuestion: (words: string) => boolean) {
    this.#isQuestion = isQuestion;
  }

  take(row: ReadRow): void {
    const { cells } = row;
    if (cells.some(({ marks }) => marks.length > 0)) this.isMarked = true;
    if (cells.every(({ text }) => text === '')) return;
    const label = labelOf(cells[0]?.text ?? '');
    if (isPrintedLine(cells[0]?.text ?? '')) this.#leave(cells);
    else if (this.#beginsCard(row)) this.#begin(row);
    else if (label !== null && factLabels.has(label)) this.facts.push(...readFacts(cells));
    else if (label === 'other') this.#leave(cells.slice(1));
    else if (!this.#isInCard(row)) this.#leave(cells);
    else this.#takeInCard(row, label);
  }

  #beginsCard({ cells, table }: ReadRow): boolean {
    if (markIn(cells, 'question') || isQuestionNumber(cells[0]?.text ?? '')) return true;
    return table !== null && cells.length > 1 && cells.some(({ text }) => this.#isQuestion(text));
  }

  #begin({ cells, table }: ReadRow): void {
    const isNumbered = isQuestionNumber(cells[0]?.text ?? '');
    const words = cells.slice(isNumbered ? 1 : 0).filter(({ text }) => text !== '');
    const asked = words.find(({ marks }) => marks.length > 0) ?? words[0];
    this.#head = null;
    this.cards.push({
      table,
      number: isNumbered ? (cells[0]?.text ?? '') : '',
      question: asked?.text ?? '',
      markedId: markIn(cells, 'question')?.id ?? null,
      answers: [],
      figures: [],
      printed: [],
    });
    const others = words.filter((cell) => cell !== asked);
    if (others.length > 0) this.#answer(null, wordsOf(others));
  }

  #isInCard({ table }: ReadRow): boolean {
    const open = this.cards.at(-1);
    return open !== undefined && table !== null && open.table === table;
  }

  #takeInCard({ cells }: ReadRow, label: string | null): void {
    const head = readHead(cells);
    const answer = markIn(cells, 'answer');
    if (head) {
      this.#head = head;
      // what was written over a head belongs to the question
      this.#answer(null, wordsOf(cells.filter((_, at) => !head.columns[at])));
    } else if (answer || label === 'answer') {
      this.#answer(answer?.id ?? null, wordsOf(label === 'answer' ? cells.slice(1) : cells));
    } else if (label === 'basis' || label === 'evidence') {
      this.cards.at(-1)?.printed.push(...readPrinted(cells));
    } else if (markIn(cells, 'figure') || markIn(cells, 'last') || this.#head) {
      const guessed = { columns: guessColumns(cells.length), otherHead: null };
      this.cards.at(-1)?.figures.push(readFigureRow(cells, this.#head ?? guessed));
    } else this.#answer(null, wordsOf(cells));
  }

  #answer(markedId: string | null, text: string): void {
    if (text !== '' || markedId !== null) this.cards.at(-1)?.answers.push({ markedId, text });
  }

  #leave(cells: readonly ReadCell[]): void {
    const words = wordsOf(cells);
    if (words !== '') this.loose.push(words);
  }
}

/**
 * Takes the rows of a file apart: questions with what was written to them, what the form says of
 * itself, and everything else.
 * @param isQuestion whether words are those of a question that is known
 */
export function readParts(
  rows: readonly ReadRow[],
  isQuestion: (words: string) => boolean,
): FormParts {
  const reading = new Reading(isQuestion);
  for (const row of rows) reading.take(row);
  const { cards, facts, loose, isMarked } = reading;
  return { cards, facts, loose, isMarked };
}
