import { addDoubts, type Dropped, type Judgement, type PlacedNotice } from './judgement.ts';
import type { Line } from './line.ts';
import { findSecrecyMark } from './secrecy.ts';

/** All words of a line, for listing it as discarded. */
export function wordsOf(line: Line): string {
  return line.kind === 'text' ? line.text : line.rows.map((row) => row.join(' ')).join('\n');
}

function doubtSecrecy(line: number, words: string): readonly PlacedNotice[] {
  const text = findSecrecyMark(words);
  return text === null ? [] : [{ code: 'segment/secrecy-mark', line, text }];
}

/**
 * A whole line that goes nowhere, with what was doubtful about the line itself. A mark of secrecy is
 * always told: nobody would see later that the paper bore one.
 */
export function dropLine(line: Line, judgement: Judgement): Dropped {
  const text = wordsOf(line);
  const own = line.kind === 'text' ? line.origin.doubts : [];
  const doubts = [...own, ...doubtSecrecy(line.line, text)];
  return { line: line.line, text, judgement: addDoubts(judgement, doubts) };
}
