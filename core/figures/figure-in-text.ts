import type { Figure } from '../api/index.ts';
import { remember } from '../memory/index.ts';
import { type Block, listBlocks, type PlacedBlock, type Report } from '../model/index.ts';
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

/** Reports are immutable, so what was read of one stays true of it. */
const read = new WeakMap<Report, readonly LocatedFigure[]>();

function locateWith(
  report: Report,
  readOne: (text: string) => readonly TextFigure[],
): readonly LocatedFigure[] {
  return listBlocks(report).flatMap((placed) =>
    textsOf(placed.block).flatMap((text) =>
      readOne(text).map((figure) => placeFigure(figure, placed)),
    ),
  );
}

/** Every figure of the running text and of table cells, with its offsets, in reading order. */
export function locateFigures(report: Report): readonly LocatedFigure[] {
  const known = read.get(report);
  if (known) return known;
  const figures = locateWith(report, readText);
  read.set(report, figures);
  return figures;
}

/**
 * Reads the figures of one draft after another beforehand, for all that asks for them later. Texts
 * that a draft before it held too are not read again.
 */
export function createFigureReader(): (report: Report) => void {
  const readOne = remember(readText);
  return (report) => {
    if (!read.has(report)) read.set(report, locateWith(report, readOne));
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
