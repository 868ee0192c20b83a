import type { PlacedNotice } from './judgement.ts';
import { type LineLabel, readLabel } from './label.ts';
import type { IsOrgan } from './organ.ts';
import { noHints, type SourceBlock, type SourceHints } from './source.ts';

/** How a line came about: whether it is one paragraph of the source, and what is doubtful about that. */
export interface Origin {
  /** False for a line that was cut from a longer one or put together from several. */
  readonly isWhole: boolean;
  /** Carried by the first line that was cut from another. */
  readonly doubts: readonly PlacedNotice[];
}

/** A line of the source: one paragraph, or one piece of a paragraph with soft returns. */
export interface TextLine {
  readonly kind: 'text';
  /** Line of the source, as {@link SourceBlock} counts. */
  readonly line: number;
  /** The whole text with its number, trimmed. */
  readonly text: string;
  /** The number in front, typed or automatic. */
  readonly label: LineLabel | null;
  /** The text without the number. */
  readonly body: string;
  readonly hints: SourceHints;
  readonly origin: Origin;
}

/** A table of the source. */
export interface TableLine {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly (readonly string[])[];
}

export type Line = TextLine | TableLine;

const whole: Origin = { isWhole: true, doubts: [] };

const isBlank = (character = '') => character === '\u200b' || character.trim() === '';

/** `text` without blanks at its ends, ideographic and zero-width ones included. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** A line of text; its number is read from its beginning. */
export function toTextLine(
  line: number,
  raw: string,
  hints: SourceHints = noHints,
  origin: Origin = whole,
): TextLine {
  const text = trimBlanks(raw);
  const label = readLabel(text);
  const body = text.slice(label?.raw.length ?? 0);
  return { kind: 'text', line, text, label, body, hints, origin };
}

/** A name in a head: hanzi and nothing else. */
const nameInMark = /^[\p{Script=Han}（）()·\s]{3,60}$/u;
/** A head without 文件 stands within so many blocks. */
const headReach = 6;

/**
 * The red head of joint issuers, which is a table without edges: their names one under another, 文件 at
 * the side or, at the very top, nowhere. As one line; null for any other table.
 */
function readMark(
  rows: readonly (readonly string[])[],
  isTop: boolean,
  isOrgan: IsOrgan,
): string | null {
  const cells = rows.flat().flatMap((cell) => cell.split('\n').map(trimBlanks));
  const said = cells.filter((cell) => cell !== '');
  const names = said.filter((cell) => cell !== '文件');
  if (names.length < 2 || !names.every((name) => nameInMark.test(name))) return null;
  if (names.length === said.length - 1) {
    return names.some(isOrgan) ? `${names.join(' ')} 文件` : null;
  }
  return isTop && names.length === said.length && names.every(isOrgan) ? names.join(' ') : null;
}

function toTableLine(
  { line, rows }: Pick<TableLine, 'line' | 'rows'>,
  isTop: boolean,
  isOrgan: IsOrgan,
): Line {
  const mark = readMark(rows, isTop, isOrgan);
  return mark === null ? { kind: 'table', line, rows } : toTextLine(line, mark);
}

/**
 * The source as lines: soft returns part lines, empty ones go, automatic numbers stand in front.
 * @param joined source lines that were put together from several
 * @param isOrgan tells who may issue
 */
export function toLines(
  source: readonly SourceBlock[],
  joined: ReadonlySet<number>,
  isOrgan: IsOrgan,
): readonly Line[] {
  return source.flatMap((block, index): Line[] => {
    if (block.kind === 'table') return [toTableLine(block, index < headReach, isOrgan)];
    const pieces = `${block.label}${block.text}`.split(/\r\n|[\n\r\u2028\u2029]/u);
    const origin = { isWhole: !joined.has(block.line), doubts: [] };
    return pieces
      .map((piece) => toTextLine(block.line, piece, block.hints, origin))
      .filter((line) => line.text !== '');
  });
}

/** The outline level of the highest headings among `lines`; 1 where none has a level. */
export function findHighestOutline(lines: readonly Line[]): number {
  const levels = lines.flatMap((line) =>
    line.kind === 'text' && line.hints.outlineLevel !== null ? [line.hints.outlineLevel] : [],
  );
  return levels.reduce((highest, level) => Math.min(highest, level), levels[0] ?? 1);
}
