import type { Page } from '../paginate/index.ts';
import type {
  PrintedBlock,
  PrintedDocument,
  PrintedParagraph,
  PrintedTable,
} from '../printed/index.ts';
import { tellClosing } from './closing-roles.ts';
import { isRed, tellFront } from './front-roles.ts';
import { readLabel } from './labels.ts';
import { type Piece, printedText, type Role, visibleRuns } from './piece.ts';

/** A paragraph whose role is still to be told. */
export type Line = Omit<Piece, 'role' | 'runIn' | 'like'>;

/** Roles by place in the list of lines; those that nothing tells are told by their words. */
export type Told = Map<number, Role>;

/** First page of each block, by section and block. */
function indexPages(pages: readonly Page[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { number, lines } of pages) {
    for (const { source } of lines) {
      const key = source ? `${source.section}/${source.block}` : '';
      if (source && !first.has(key)) first.set(key, number);
    }
  }
  return first;
}

/** A longer line is no heading, whatever stands before it. */
const LONGEST_HEADING = 60;
const levelRoles = ['part', 'section', 'level3', 'level4'] as const;

/** Characters of a heading that shares its line with text: as far as its first full stop. */
function runInLength(text: string): number {
  const end = text.indexOf('。');
  return end >= 0 && end < text.length - 1 && end < LONGEST_HEADING ? end + 1 : 0;
}

function isStyledHeading(paragraph: PrintedParagraph): boolean {
  return paragraph.outlineLevel !== null && paragraph.outlineLevel <= 4;
}

/** Heading or text, by number, length and outline level. */
function tellBody({ paragraph, text }: Line): Pick<Piece, 'role' | 'runIn'> {
  const label = readLabel(text);
  const isStyled = isStyledHeading(paragraph);
  const length = text.trim().length;
  if (length === 0) return { role: 'blank', runIn: 0 };
  if (label) {
    const role = levelRoles[label.level - 1] ?? 'text';
    const runIn = runInLength(text);
    if (runIn > 0) return label.level <= 2 ? { role, runIn } : { role: 'text', runIn: 0 };
    const isSentence = /[。；;]$/u.test(text.trim());
    if (isStyled || (!isSentence && length <= LONGEST_HEADING)) return { role, runIn: 0 };
    if (label.level <= 2 && length <= LONGEST_HEADING) return { role, runIn: 0 };
    return { role: 'text', runIn: 0 };
  }
  if (isStyled && length <= LONGEST_HEADING && !/[。；]$/u.test(text.trim())) {
    return { role: levelRoles[(paragraph.outlineLevel ?? 1) - 1] ?? 'text', runIn: 0 };
  }
  return { role: 'text', runIn: 0 };
}

const paragraphsOf = ({ rows }: PrintedTable): readonly PrintedParagraph[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));

/** Blocks among which a red head stands. */
const HEAD_BLOCKS = 8;

/** Joint issuers stand in a table, and all of it is red. @source GB/T 9704-2012 7.2.4 */
function isMarkTable(table: PrintedTable): boolean {
  const runs = paragraphsOf(table).flatMap(visibleRuns);
  const words = runs.filter(({ text }) => text.trim() !== '');
  return words.length > 0 && words.every(({ color }) => isRed(color));
}

/** A paragraph of a block, and what it is where its place says so. */
type Listed = readonly [paragraph: PrintedParagraph, role: Role | null, isBoxed: boolean];

/** The paragraphs of a block; those of text boxes come first, and those at the head say what they are. */
function listBlock(block: PrintedBlock, isHead: boolean): readonly Listed[] {
  if (block.type === 'paragraph') {
    const boxed = (block.boxed ?? []).map((one): Listed => [one, isHead ? null : 'boxed', true]);
    return [...boxed, [block, null, false]];
  }
  const role = isHead && isMarkTable(block) ? 'mark' : 'cell';
  return paragraphsOf(block).map((paragraph) => [paragraph, role, false]);
}

/** All paragraphs in their order, those of tables and text boxes too. */
function listLines(
  document: PrintedDocument,
  pages: readonly Page[],
): {
  readonly lines: readonly Line[];
  /** What those of tables and text boxes are, by their place in the list. */
  readonly others: ReadonlyMap<number, Role>;
} {
  const pageOf = indexPages(pages);
  const lines: Line[] = [];
  const others = new Map<number, Role>();
  for (const [section, { blocks }] of document.sections.entries()) {
    for (const [block, item] of blocks.entries()) {
      const page = pageOf.get(`${section}/${block}`) ?? null;
      const isHead = section === 0 && block < HEAD_BLOCKS;
      for (const [paragraph, role, isBoxed] of listBlock(item, isHead)) {
        if (role !== null) others.set(lines.length, role);
        const line = { paragraph, text: printedText(paragraph), section, block, page };
        lines.push(isBoxed ? { ...line, isBoxed } : line);
      }
    }
  }
  return { lines, others };
}

/**
 * Tells what each paragraph of a document is: by its place, its number and its looks in anybody's
 * file, by styles where they say it. Pages only add the page.
 */
export function tellRoles(document: PrintedDocument, pages: readonly Page[]): readonly Piece[] {
  const { lines, others } = listLines(document, pages);
  const told: Told = new Map(others);
  const end = tellClosing(lines, told);
  tellFront(lines.slice(0, end), told);
  return lines.map((line, index): Piece => {
    const role = told.get(index) ?? (line.isBoxed ? 'boxed' : null);
    if (role === null) return { ...line, ...tellBody(line) };
    if (role !== 'annex') return { ...line, role, runIn: 0 };
    const { role: like, runIn } = tellBody(line);
    return { ...line, role, like, runIn };
  });
}
