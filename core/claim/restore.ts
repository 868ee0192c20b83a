import { type Claim, withLines } from './claim.ts';
import { dressLine } from './dress.ts';
import { type LineIds, singleRoles } from './levels.ts';
import { type ClaimLine, type ClaimRole, rawWords } from './line.ts';
import { suggestRole } from './suggest.ts';
import { isWholeDate } from './whole-date.ts';

/** What a line left out by hand was; text when another took its place meanwhile, or it is no date any more. */
function roleAgain(line: ClaimLine, was: ClaimRole, claim: Claim, before: readonly ClaimLine[]) {
  if (!singleRoles.includes(was)) return was;
  if (was === 'date' && !isWholeDate(rawWords(line))) return 'paragraph';
  const isTaken = [...claim.lines, ...before].some(({ role }) => role === was);
  return isTaken ? 'paragraph' : was;
}

/** Takes discarded lines back, at their place in the source, as what they were or what their place suggests. */
export function restoreLines(claim: Claim, ids: LineIds): Claim {
  const isMeant = (line: ClaimLine) => ids.has(line.id) && line.role === 'discarded';
  if (!claim.lines.some(isMeant)) return claim;
  const lines: ClaimLine[] = [];
  for (const line of claim.lines) {
    if (!isMeant(line)) lines.push(line);
    else if (line.was !== null) {
      lines.push({ ...line, role: roleAgain(line, line.was, claim, lines), was: null });
    } else lines.push(dressLine(line, suggestRole(line, lines)));
  }
  const titled = lines.filter(({ role }) => role === 'title');
  // the empty line that waited for a title goes when the title comes back
  const spare = titled.length > 1 ? titled.find((line) => line.text === '') : undefined;
  return withLines(claim, spare ? lines.filter((line) => line !== spare) : lines);
}
