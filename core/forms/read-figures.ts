import { measureLikeness, readLikeable } from '../compare/index.ts';
import type { FigureRow } from './cards.ts';
import type { CollectionForm, FilledFigure, FormDoubt, FormFigure } from './form.ts';
import { type FigureCell, readFigure } from './read-figure.ts';
import { plainWords } from './rows.ts';
import { figureLabels, formatFigure } from './sheet.ts';

/** What became of one row: a figure with its doubts, or words that belong to none. */
export interface ReadFigure {
  readonly figure: FilledFigure | null;
  readonly doubts: readonly FormDoubt[];
  readonly rest: readonly string[];
}

/** A figure that is asked for somewhere, and the question it goes with. */
export interface KnownFigure extends FormFigure {
  readonly itemId: string;
}

/** Longest note that a figure keeps. */
const longestNote = 1000;
const leastLikeness = 0.6;

/** All figures of a year's forms, those of `form` first. */
export function listKnownFigures(
  form: CollectionForm | null,
  forms: readonly CollectionForm[],
): readonly KnownFigure[] {
  const all = (form ? [form, ...forms] : forms).flatMap(({ questions }) =>
    questions.flatMap(({ itemId, figures }) => figures.map((figure) => ({ ...figure, itemId }))),
  );
  return [...new Map(all.toReversed().map((figure) => [figure.id, figure])).values()].toReversed();
}

function findFigure(
  row: FigureRow,
  itemId: string | null,
  known: readonly KnownFigure[],
): KnownFigure | null {
  const words = plainWords(row.texts.name);
  const byName = known.filter(({ name }) => plainWords(name) === words);
  const exact = byName.find((figure) => figure.itemId === itemId) ?? byName[0];
  if (exact) return exact;
  const marked = known.find(({ id }) => id === row.markedId);
  if (marked) return marked;
  const own = known.filter((figure) => figure.itemId === itemId);
  const read = readLikeable(words);
  const like = own.filter(
    ({ name }) => measureLikeness(read, readLikeable(plainWords(name))) >= leastLikeness,
  );
  return (like.length === 1 ? like[0] : null) ?? null;
}

const sayHead = (head: string) => `${figureLabels.value}栏的名称：${head}`;

/** What the row says besides its number, as one note. */
function composeNote(row: FigureRow, figure: KnownFigure, cell: FigureCell): string {
  const { texts, printedLast, beside, otherHead } = row;
  const last = printedLast ?? (figure.lastYear === null ? '' : formatFigure(figure.lastYear));
  const differs = (text: string, known: string) =>
    text !== '' && plainWords(text) !== plainWords(known);
  const isExact = cell.kind === 'empty' || (cell.kind === 'value' && cell.doubt === null);
  const extra =
    cell.kind === 'value' && isExact ? cell.extra.replace(/^[，,。.；;：:、]+$/u, '') : '';
  return [
    isExact ? extra : `原文：${texts.value}`,
    texts.note,
    differs(texts.last, last) ? `${figureLabels.last}栏：${texts.last}` : '',
    differs(texts.unit, figure.unit) ? `${figureLabels.unit}栏：${texts.unit}` : '',
    differs(texts.name, figure.name) ? `${figureLabels.name}栏：${texts.name}` : '',
    otherHead === null || texts.value === '' ? '' : sayHead(otherHead),
    ...beside,
  ]
    .filter(Boolean)
    .join('；');
}

function sayCell(cell: FigureCell, written: string, { name, unit }: KnownFigure): string | null {
  const what = `“${name}”填的是“${written}”`;
  if (cell.kind === 'unreadable') return `${what}，读不成一个数，请改成数字。`;
  if (cell.kind === 'empty' || cell.doubt === null) return null;
  const value = formatFigure(cell.value);
  switch (cell.doubt) {
    case 'approximate':
      return `${what}，不是准确数，先按 ${value} 读，请核对。`;
    case 'none':
      return `${what}，先按 0 读，请核对。`;
    case 'unit':
      return `${what}，而要的单位是“${unit}”，先按 ${value} 读，请核对。`;
  }
}

/** What was printed for a row and is no longer there: its name, or the head over its number. */
function sayAltered(
  { texts, markedId, otherHead }: FigureRow,
  { id, name }: KnownFigure,
  known: readonly KnownFigure[],
): readonly string[] {
  const printed = known.find((figure) => figure.id === markedId && figure.id !== id);
  const isRenamed = texts.name !== '' && plainWords(texts.name) !== plainWords(name);
  const read = printed ? '先按现在的名称读' : '先当作原来的数据读';
  const now = texts.name || name;
  return [
    ...(printed || isRenamed
      ? [`“${printed?.name ?? name}”这一行现在写的是“${now}”，${read}，请核对是不是同一个数。`]
      : []),
    ...(otherHead === null
      ? []
      : [
          `“${name}”的“${figureLabels.value}”一栏现在写的是“${otherHead}”，先当作本年的数读，请核对。`,
        ]),
  ];
}

function listDoubts(
  cell: FigureCell,
  row: FigureRow,
  figure: KnownFigure,
  known: readonly KnownFigure[],
): readonly FormDoubt[] {
  const about = { itemId: figure.itemId, figureId: figure.id, answer: null };
  const said = sayCell(cell, row.texts.value, figure);
  const kind = cell.kind === 'value' && cell.doubt === 'unit' ? 'figure-unit' : 'figure-unreadable';
  const { unit } = row.texts;
  const isOther = unit !== '' && plainWords(unit) !== plainWords(figure.unit);
  const message = `“${figure.name}”的单位被改过：原来是“${figure.unit}”，现在是“${unit}”，请核对。`;
  return [
    ...(said === null ? [] : [{ kind, message: said, ...about } as const]),
    ...(isOther ? [{ kind: 'figure-unit', message, ...about } as const] : []),
    ...sayAltered(row, figure, known).map(
      (words) => ({ kind: 'figure-altered', message: words, ...about }) as const,
    ),
  ];
}

function wordsOfRow({ texts, beside, otherHead }: FigureRow): string {
  const { name, unit, value, last, note } = texts;
  const shown = [
    name,
    `${value}${unit}`,
    last && `${figureLabels.last}：${last}`,
    note,
    ...beside,
    otherHead === null ? '' : sayHead(otherHead),
  ];
  return shown.filter(Boolean).join('；');
}

/** Reads one row of figures. One that is asked for nowhere is left among the rest, with a doubt. */
export function readFigureRow(
  row: FigureRow,
  itemId: string | null,
  known: readonly KnownFigure[],
): ReadFigure {
  const figure = findFigure(row, itemId, known);
  if (!figure) {
    const words = wordsOfRow(row);
    const message = `“${words}”不是表里要的数据，没有读成数，放在“其他内容”里。`;
    const doubt = {
      kind: 'figure-unknown',
      message,
      itemId,
      figureId: null,
      answer: null,
    } as const;
    return { figure: null, doubts: words === '' ? [] : [doubt], rest: words === '' ? [] : [words] };
  }
  const cell = readFigure(row.texts.value, figure.unit);
  const note = composeNote(row, figure, cell);
  const value = cell.kind === 'value' ? cell.value : null;
  const isSaid = value !== null || note !== '';
  return {
    figure: isSaid ? { figureId: figure.id, value, note: note.slice(0, longestNote) } : null,
    doubts: isSaid ? listDoubts(cell, row, figure, known) : [],
    rest: [
      ...(note.length > longestNote ? [`${figure.name}：${note.slice(longestNote)}`] : []),
      ...(row.otherHead !== null && row.texts.value === ''
        ? [`${figure.name}：${sayHead(row.otherHead)}`]
        : []),
    ],
  };
}
