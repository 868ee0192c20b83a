import { addDoubts, type Dropped, type Judgement } from './judgement.ts';
import type { Line } from './line.ts';

/** All words of a line, for listing it as discarded. */
export function wordsOf(line: Line): string {
  return line.kind === 'text' ? line.text : line.rows.map((row) => row.join(' ')).join('\n');
}

/** A whole line that goes nowhere, with what was doubtful about the line itself. */
export function dropLine(line: Line, judgement: Judgement): Dropped {
  const doubts = line.kind === 'text' ? line.origin.doubts : [];
  return { line: line.line, text: wordsOf(line), judgement: addDoubts(judgement, doubts) };
}
