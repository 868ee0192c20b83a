import { readLabel } from './label.ts';
import { trimBlanks } from './line.ts';
import { isPageNumber, isResidue } from './residue.ts';
import type { SourceBlock } from './source.ts';

/** The source with lines that a column had broken put together again. */
export interface Unwrapped {
  readonly blocks: readonly SourceBlock[];
  /** How many breaks went out of each line that was put together, by its source line. */
  readonly joined: ReadonlyMap<number, number>;
}

/** A column narrower or wider than this, in full-width characters, is no column of text. */
const narrowest = 18;
const widest = 70;
/** The last characters of a full line may be moved to the next one with a mark that cannot begin it. */
const slack = 2.5;
const leastBroken = 5;
const leastShare = 0.25;
const sentenceEnd = /[。！？；：:;!?”’》）)]$/u;
const indent = /^[ \t\u3000]{1,}(?=\S)/u;

/** Width in full-width characters: ASCII counts half. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) <= 0xff ? 0.5 : 1;
  return width;
}

interface Measured {
  readonly block: SourceBlock;
  readonly text: string;
  readonly width: number;
  readonly isIndented: boolean;
  /** Page numbers that stand between this line and the one before. */
  readonly pagesBefore: number;
}

const isPage = (block: SourceBlock) => block.kind === 'paragraph' && isPageNumber(block.text);

function measure(block: SourceBlock, pagesBefore: number): Measured {
  const text = block.kind === 'paragraph' ? block.text.trimEnd() : '';
  return { block, text, width: widthOf(text), isIndented: indent.test(text), pagesBefore };
}

/** All lines but page numbers. */
function measureAll(blocks: readonly SourceBlock[]): readonly Measured[] {
  let pages = 0;
  return blocks.flatMap((block) => {
    if (isPage(block)) {
      pages += 1;
      return [];
    }
    const line = measure(block, pages);
    pages = 0;
    return [line];
  });
}

/** Columns are counted in full-width characters or, by simpler programs, in characters. */
const gauges = [({ width }: Measured) => width, ({ text }: Measured) => text.length] as const;

/** What most lines are filled to by one gauge; infinite when the lines have no common edge. */
function findColumn(sizes: readonly number[]): number {
  const falling = sizes.toSorted((a, b) => b - a);
  const column = falling[Math.floor(falling.length * 0.02)] ?? 0;
  const isColumn = column >= narrowest && column <= widest && (falling[0] ?? 0) <= column + slack;
  return isColumn ? column : Number.POSITIVE_INFINITY;
}

type Tells = (line: Measured) => boolean;

/** Whether a line is page furniture, told once for each. */
function createIsLeaving(): Tells {
  const told = new Map<Measured, boolean>();
  return (line) => {
    const known = told.get(line);
    if (known !== undefined) return known;
    const is = isResidue(trimBlanks(line.text));
    told.set(line, is);
    return is;
  };
}

function createIsFull(lines: readonly Measured[]): Tells {
  const filled = lines.filter(({ width }) => width > 0);
  const columns = gauges.map((gauge) => ({ gauge, column: findColumn(filled.map(gauge)) }));
  return (line) => columns.some(({ gauge, column }) => gauge(line) >= column - slack);
}

function isContinued(
  line: Measured,
  next: Measured | undefined,
  isFull: Tells,
  isLeaving: Tells,
): boolean {
  if (next?.block.kind !== 'paragraph' || line.block.kind !== 'paragraph') return false;
  return (
    isFull(line) &&
    next.block.line === line.block.line + 1 + next.pagesBefore &&
    next.block.label === '' &&
    !next.isIndented &&
    readLabel(trimBlanks(next.text))?.style.startsWith('chinese') !== true &&
    !isLeaving(line) &&
    !isLeaving(next)
  );
}

/** The blocks of one paragraph as one: their words one behind the other. */
function joinAll(row: readonly SourceBlock[]): readonly SourceBlock[] {
  const [first] = row;
  if (first?.kind !== 'paragraph' || row.length === 1) return row;
  const pieces = row.flatMap((block, at) => {
    if (block.kind !== 'paragraph') return [];
    const text = at === 0 ? block.text : block.text.trimStart();
    return [at === row.length - 1 ? text : text.trimEnd()];
  });
  return [{ ...first, text: pieces.join('') }];
}

/**
 * Puts paragraphs together that were broken at a column's edge, as an e-mail or a copied PDF breaks
 * them. Only where many lines in the middle of a sentence end at one common width; all other
 * sources come back as they are. A full line that ends a sentence goes on only in a source whose
 * paragraphs are indented. No letter is lost.
 */
export function unwrap(blocks: readonly SourceBlock[]): Unwrapped {
  const lines = measureAll(blocks);
  const isFull = createIsFull(lines);
  const isLeaving = createIsLeaving();
  const hasIndents = lines.filter(({ isIndented }) => isIndented).length >= 3;
  const goesOn = lines.map((line, index) => isContinued(line, lines[index + 1], isFull, isLeaving));
  const broken = lines.filter((line, at) => goesOn[at] && !sentenceEnd.test(line.text)).length;
  if (broken < leastBroken || broken < lines.length * leastShare)
    return { blocks, joined: new Map() };
  const rows: SourceBlock[][] = [];
  for (const [index, { block }] of lines.entries()) {
    const before = lines[index - 1];
    const joins = before && goesOn[index - 1] && (hasIndents || !sentenceEnd.test(before.text));
    const row = joins ? rows.at(-1) : undefined;
    if (row) row.push(block);
    else rows.push([block]);
  }
  const joined = new Map(
    rows.flatMap(([first, ...rest]) =>
      first && rest.length > 0 ? [[first.line, rest.length] as const] : [],
    ),
  );
  const pages = blocks.filter(isPage);
  const ordered = [...rows.flatMap(joinAll), ...pages].toSorted((a, b) => a.line - b.line);
  return { blocks: ordered, joined };
}
