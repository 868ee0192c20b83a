import { parseMark } from './mark.ts';
import { type FormMark, figureLabels, labels, sheetLines } from './sheet.ts';

/** A cell of a filled file, with the tags that still stand in it. */
export interface FormCell {
  readonly text: string;
  readonly tags: readonly string[];
}

/** A piece of a filled file: a paragraph, or a table of rows of cells. */
export type FormBlock =
  | { readonly kind: 'line'; readonly cell: FormCell }
  | { readonly kind: 'table'; readonly rows: readonly (readonly FormCell[])[] };

/** A cell as it is looked at: words without blanks around them, and marks of ours. */
export interface ReadCell {
  readonly text: string;
  readonly marks: readonly FormMark[];
}

/** A row of a table, or a line as a row of one cell. `table` tells rows of one table from another's. */
export interface ReadRow {
  readonly cells: readonly ReadCell[];
  readonly table: number | null;
}

/** Words as they are compared: one width, no blanks. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/gu, '');
}

const questionNumber = /^第[\d一二三四五六七八九十百]{1,4}题(?:\(选填\))?$/u;

/** The label a text is, without the colon people put behind it; null for any other. */
export function labelOf(text: string): keyof typeof labels | null {
  const words = plainWords(text).replace(/:$/u, '');
  const found = Object.entries(labels).find(([, label]) => label === words);
  return found ? (found[0] as keyof typeof labels) : null;
}

/** True for 第 3 题. */
export function isQuestionNumber(text: string): boolean {
  return questionNumber.test(plainWords(text));
}

function toCell({ text, tags }: FormCell): ReadCell {
  const marks = tags.map(parseMark).filter((mark) => mark !== null);
  return { text: text.replace(/\r\n?/gu, '\n').trim(), marks };
}

const figureHead = new Set<string>(Object.values(figureLabels));
const printed = new Set(Object.values(sheetLines).map(plainWords));

/** True for a line that every form has. */
export function isPrintedLine(text: string): boolean {
  return printed.has(plainWords(text));
}

/** True for a line that begins something of the form, so that what stood before has ended. */
function begins(cells: readonly ReadCell[]): boolean {
  const first = cells[0]?.text ?? '';
  return (
    isQuestionNumber(first) ||
    labelOf(first) !== null ||
    isPrintedLine(first) ||
    cells.filter(({ text }) => figureHead.has(plainWords(text))).length > 2
  );
}

/** How many lines below its label a field without a table takes up. */
function roomOf(label: string): number {
  if (labelOf(label) === 'answer' || labelOf(label) === 'other') return Number.POSITIVE_INFINITY;
  return isQuestionNumber(label) || labelOf(label) !== null ? 1 : 0;
}

/** Lines of a text without tables: cells are parted by tabs, or stand below their label. */
function joinLines(lines: readonly FormCell[]): readonly ReadRow[] {
  const rows: ReadCell[][] = [];
  let room = 0;
  for (const line of lines) {
    const cells = line.text.split('\t').map((text) => toCell({ text, tags: line.tags }));
    const open = rows.at(-1);
    if (room > 0 && open && cells.length === 1 && !begins(cells)) {
      const [label, first] = open;
      const text = [first?.text ?? '', cells[0]?.text ?? ''].filter(Boolean).join('\n');
      if (label) open.splice(1, 1, { text, marks: [] });
      room -= 1;
      continue;
    }
    rows.push(cells);
    const label = cells[0]?.text ?? '';
    const isTaken = cells.length > 1 && Number.isFinite(roomOf(label));
    room = isTaken ? 0 : roomOf(label);
  }
  return rows.map((cells) => ({ cells, table: 0 }));
}

/** The rows of a file from top to bottom. Words of a file without tables are put into rows by their labels. */
export function listRows(blocks: readonly FormBlock[]): readonly ReadRow[] {
  if (!blocks.some(({ kind }) => kind === 'table')) {
    const lines = blocks.flatMap((block) =>
      block.kind === 'line'
        ? block.cell.text.split('\n').map((text) => ({ text, tags: block.cell.tags }))
        : [],
    );
    return joinLines(lines.filter(({ text }) => text.trim() !== ''));
  }
  return blocks.flatMap((block, table): readonly ReadRow[] =>
    block.kind === 'line'
      ? [{ cells: [toCell(block.cell)], table: null }]
      : block.rows.map((cells) => ({ cells: cells.map(toCell), table })),
  );
}
