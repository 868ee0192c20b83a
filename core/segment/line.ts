import { type LineLabel, readLabel } from './label.ts';
import { noHints, type SourceBlock, type SourceHints } from './source.ts';

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
}

/** A table of the source. */
export interface TableLine {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly (readonly string[])[];
}

export type Line = TextLine | TableLine;

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
export function toTextLine(line: number, raw: string, hints: SourceHints = noHints): TextLine {
  const text = trimBlanks(raw);
  const label = readLabel(text);
  return { kind: 'text', line, text, label, body: text.slice(label?.raw.length ?? 0), hints };
}

/** The source as lines: soft returns part lines, empty ones go, automatic numbers stand in front. */
export function toLines(source: readonly SourceBlock[]): readonly Line[] {
  return source.flatMap((block): Line[] => {
    if (block.kind === 'table') return [{ kind: 'table', line: block.line, rows: block.rows }];
    const pieces = `${block.label}${block.text}`.split(/\r\n|[\n\r\u2028\u2029]/u);
    return pieces
      .map((piece) => toTextLine(block.line, piece, block.hints))
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
