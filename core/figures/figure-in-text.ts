import type { Figure } from '../api/index.ts';
import { remember, rememberPieces } from '../memory/index.ts';
import {
  type Block,
  hasSameWords,
  listBlocks,
  type PlacedBlock,
  type Report,
} from '../model/index.ts';
import { clauseBefore, isFormerValue, nameFigure } from './figure-name.ts';
import { type MeasuredNumber, scanMeasuredNumbers } from './measured-number.ts';
import { quoteAround, type Span } from './sentence.ts';

/** A figure with where exactly it stands. `text` is the whole text the offsets count in. */
export interface LocatedFigure extends Figure {
  readonly text: string;
  /** UTF-16 offsets of number and unit in `text`, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly approximate: boolean;
}

function isNormClause(clause: string): boolean {
  return /每(?:年|季|月|周|半|两|人|名|个|位|村|户|件|期|次)/u.test(clause);
}

/** A figure wherever its text stands. */
type TextFigure = Omit<LocatedFigure, 'place'> & { readonly quote: string };

function describe(text: string, number: MeasuredNumber, name: string, quote: Span): TextFigure {
  const { value, unit, start, end, approximate } = number;
  return {
    name,
    value,
    unit,
    text,
    start,
    end,
    approximate,
    quote: text.slice(quote.start, quote.end),
  };
}

function readText(text: string): readonly TextFigure[] {
  const found: TextFigure[] = [];
  let previous = { name: '', end: 0 };
  let quote: Span = { start: 0, end: 0 };
  for (const number of scanMeasuredNumbers(text)) {
    const between = text.slice(previous.end, number.start);
    const known = /[。！？；;\n\t]/u.test(between) ? { name: '', end: previous.end } : previous;
    previous = { name: known.name, end: number.end };
    if (isNormClause(clauseBefore(text, number.start)) || isFormerValue(text, number)) continue;
    const name = nameFigure(text, number, known);
    previous = { name, end: number.end };
    if (!name) continue;
    if (number.end > quote.end) quote = quoteAround(text, number);
    found.push(describe(text, number, name, quote));
  }
  return found;
}

function placeFigure({ quote, ...figure }: TextFigure, placed: PlacedBlock): LocatedFigure {
  const { partId, sectionId, block } = placed;
  return { ...figure, place: { partId, sectionId, blockId: block.id, quote } };
}

function textsOf(block: Block): readonly string[] {
  return block.type === 'table' ? block.rows.flat() : [block.text];
}

function readBlock(
  placed: PlacedBlock,
  readOne: (text: string) => readonly TextFigure[],
): readonly LocatedFigure[] {
  return textsOf(placed.block).flatMap((text) =>
    readOne(text).map((figure) => placeFigure(figure, placed)),
  );
}

/** The figures of a report: those of each block by themselves, and all in reading order. */
interface ReportFigures {
  readonly byBlock: readonly (readonly LocatedFigure[])[];
  readonly all: readonly LocatedFigure[];
}

/** Reports are immutable, so what was read of one stays true of it. */
const read = new WeakMap<Report, ReportFigures>();

function readReport(
  report: Report,
  readBlocks: (placed: readonly PlacedBlock[]) => readonly (readonly LocatedFigure[])[],
): ReportFigures {
  const known = read.get(report);
  if (known) return known;
  const byBlock = readBlocks(listBlocks(report)).filter(({ length }) => length > 0);
  const figures = { byBlock, all: byBlock.flat() };
  read.set(report, figures);
  return figures;
}

const figuresOf = (report: Report): ReportFigures =>
  readReport(report, (blocks) => blocks.map((placed) => readBlock(placed, readText)));

/** Every figure of the running text and of table cells, with its offsets, in reading order. */
export function locateFigures(report: Report): readonly LocatedFigure[] {
  return figuresOf(report).all;
}

/**
 * The figures of a report as {@link locateFigures} gives them, block by block. The list of a block
 * that stayed is the very same from one draft to the next where {@link createFigureReader} read both.
 */
export function locateFiguresByBlock(report: Report): readonly (readonly LocatedFigure[])[] {
  return figuresOf(report).byBlock;
}

function isSamePlace(a: PlacedBlock, b: PlacedBlock): boolean {
  return a.partId === b.partId && a.sectionId === b.sectionId && hasSameWords(a.block, b.block);
}

/**
 * Reads the figures of one draft after another beforehand, for all that asks for them later. Texts
 * that a draft before it held too are not read again.
 */
export function createFigureReader(): (report: Report) => void {
  const readOne = remember(readText);
  const readBlocks = rememberPieces({
    keyOf: ({ block }: PlacedBlock) => block.id,
    isSame: isSamePlace,
    read: (placed) => readBlock(placed, readOne),
  });
  return (report) => {
    readReport(report, readBlocks);
  };
}

/**
 * The named numbers of a report in reading order. `value` is the number in `unit`: 万 and 亿 are
 * multiplied out, except that 万元 and 亿元 stay units. Norms, ranges, dates and ordinals are left out.
 * @source regulations.md 9.7
 */
export function listFigures(report: Report): readonly Figure[] {
  return locateFigures(report).map(({ name, value, unit, place }) => ({
    name,
    value,
    unit,
    place,
  }));
}
