import { type Claim, indexOfLine } from './claim.ts';
import { readHeadingPieces } from './dress.ts';
import { type ClaimLine, isHeadingRole, wordsOf } from './line.ts';
import { isWholeDate } from './whole-date.ts';

/** Control characters and line breaks, which no line holds. */
const unwanted = /[\p{Cc}\u2028\u2029]+/gu;

function rewrite(line: ClaimLine, text: string): ClaimLine {
  if (!isHeadingRole(line.role)) return { ...line, label: '', text, ending: '' };
  // a number typed in front of a heading, and a mark behind it, are its own: the app sets them itself
  const { label, text: words, ending, rest } = readHeadingPieces(text);
  if (rest !== '') return { ...line, text };
  return { ...line, label: label || line.label, text: words, ending: ending || line.ending };
}

/**
 * Gives a line other words. A table is not edited here, a date must stay a date and nothing else, and only the title may
 * be empty: otherwise the claim comes back as it is.
 */
export function setWords(claim: Claim, id: string, words: string): Claim {
  const index = indexOfLine(claim, id);
  const line = claim.lines[index];
  const text = words.replace(unwanted, '').trim();
  if (!line || line.rows !== null || text === wordsOf(line)) return claim;
  if (text === '' && line.role !== 'title') return claim;
  if (line.role === 'date' && !isWholeDate(text)) return claim;
  return { ...claim, lines: claim.lines.with(index, rewrite(line, text)) };
}

/** The claim with another year. */
export function setYear(claim: Claim, year: number): Claim {
  return { ...claim, year };
}

/** The claim with other issuing organs. */
export function setIssuers(claim: Claim, issuers: readonly string[]): Claim {
  return { ...claim, issuers };
}
