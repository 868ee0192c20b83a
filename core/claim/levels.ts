import type { PartKind } from '../model/index.ts';
import { type Claim, takeId, withLines } from './claim.ts';
import { dressLine, readHeadingPieces } from './dress.ts';
import {
  type ClaimLine,
  type ClaimRole,
  type HeadingRole,
  headingRoles,
  isHeadingRole,
  rawWords,
} from './line.ts';
import { countLetters, cutSpans, joinSpans } from './spans.ts';
import { suggestLevel } from './suggest.ts';
import { isWholeDate } from './whole-date.ts';

/** Identifiers of the lines an operation is meant for. */
export type LineIds = ReadonlySet<string>;

/** A heading made of a paragraph; the text that follows on its line becomes a paragraph of its own. */
function openHeading(
  claim: Claim,
  line: ClaimLine,
  role: HeadingRole,
): readonly [Claim, readonly ClaimLine[]] {
  const hinge = line.hinge ?? role;
  const isTold = line.label !== '' || line.ending !== '';
  const { label, text, ending, rest, runIn } = readHeadingPieces(line.text);
  if (isTold || rest === '') {
    return [claim, [{ ...dressLine(line, role), hinge, tailId: null }]];
  }
  const [id, counted] = line.tailId === null ? takeId(claim) : [line.tailId, claim];
  const head = `${label}${text}${ending}`;
  const [own, others] = cutSpans(claim.source, line.spans, countLetters(head));
  const heading = { ...line, role, label, text, ending, runIn, hinge, tailId: id, spans: own };
  const tail: ClaimLine = {
    ...line,
    id,
    role: 'paragraph',
    text: rest,
    hinge: null,
    tailId: null,
    partedFrom: null,
    spans: others,
  };
  return [counted, [heading, tail]];
}

/** Body text made of a heading, with the text behind it on its line where that still follows. */
function closeHeading(claim: Claim, line: ClaimLine, next: ClaimLine | undefined): ClaimLine {
  const role = 'paragraph';
  if (!next || next.id !== line.tailId || next.role !== 'paragraph') {
    return { ...line, role, runIn: false, tailId: null };
  }
  const spans = joinSpans(claim.source, line.spans, next.spans);
  const text = `${rawWords(line)}${rawWords(next)}`;
  return { ...line, role, runIn: false, label: '', text, ending: '', spans };
}

type Change = (
  line: ClaimLine,
  before: readonly ClaimLine[],
) => { readonly role: ClaimRole; readonly hinge?: HeadingRole } | null;

interface Changed {
  readonly claim: Claim;
  readonly lines: readonly ClaimLine[];
  /** Whether the line behind was taken in. */
  readonly takesNext: boolean;
}

function changeOne(
  claim: Claim,
  line: ClaimLine,
  next: ClaimLine | undefined,
  { role, hinge }: NonNullable<ReturnType<Change>>,
): Changed {
  if (isHeadingRole(role) && !isHeadingRole(line.role)) {
    const [counted, lines] = openHeading(claim, line, role);
    return { claim: counted, lines, takesNext: false };
  }
  if (role === 'paragraph' && isHeadingRole(line.role)) {
    const closed = { ...closeHeading(claim, line, next), hinge: hinge ?? line.hinge };
    const takesNext = next !== undefined && next.id === line.tailId && next.role === 'paragraph';
    return { claim, lines: [closed], takesNext };
  }
  // come to its hinge from another level, it must find its way back there
  const kept = line.hinge === role ? null : line.hinge;
  return { claim, lines: [{ ...dressLine(line, role), hinge: kept }], takesNext: false };
}

/** Gives the chosen lines other roles, headings taken out of their paragraphs and put back into them. */
function changeRoles(claim: Claim, ids: LineIds, change: Change): Claim {
  let current = claim;
  let isChanged = false;
  const lines: ClaimLine[] = [];
  for (let index = 0; index < claim.lines.length; index += 1) {
    const line = claim.lines[index];
    if (!line) continue;
    const to = ids.has(line.id) ? change(line, lines) : null;
    if (!to || to.role === line.role) {
      lines.push(line);
      continue;
    }
    const changed = changeOne(current, line, claim.lines[index + 1], to);
    current = changed.claim;
    isChanged = true;
    lines.push(...changed.lines);
    if (changed.takesNext) index += 1;
  }
  return isChanged ? withLines(current, lines) : claim;
}

/** Roles that make way when another line takes them: a report has one of each. */
export const singleRoles: readonly ClaimRole[] = ['addressee', 'preambleHeading', 'date', 'note'];

/** Whether `line` can be what `role` says: only a table is a table, a date says nothing else. */
export function canBe(line: ClaimLine, role: ClaimRole): boolean {
  if (line.role === role) return false;
  if (role === 'discarded') return rawWords(line) !== '';
  if (line.rows !== null || role === 'table') return line.rows !== null && role === 'table';
  if (role === 'date') return isWholeDate(rawWords(line));
  return rawWords(line) !== '';
}

/**
 * Raises lines by one level. Body text becomes a heading of the level its number or its place
 * suggests; one that begins with a heading (“（三）推进公开。主动公开…”) is parted into both.
 */
export function raiseLines(claim: Claim, ids: LineIds): Claim {
  return changeRoles(claim, ids, (line, before) => {
    if (line.role === 'paragraph') {
      return rawWords(line).trim() === '' ? null : { role: suggestLevel(line, before) };
    }
    const at = isHeadingRole(line.role) ? headingRoles.indexOf(line.role) : 0;
    const role = headingRoles[at - 1];
    return role === undefined ? null : { role };
  });
}

/**
 * Lowers lines by one level. A heading that was raised from body text goes straight back to it, as
 * one without a number does; its number and closing mark stand in the text again.
 */
export function lowerLines(claim: Claim, ids: LineIds): Claim {
  return changeRoles(claim, ids, (line) => {
    if (!isHeadingRole(line.role)) return null;
    const role = headingRoles[headingRoles.indexOf(line.role) + 1];
    if (line.role === line.hinge || role === undefined) {
      return { role: 'paragraph', hinge: line.role };
    }
    return { role };
  });
}

/** Makes of lines what `role` says, where they can be that. `discarded` leaves them out. */
export function setRole(claim: Claim, ids: LineIds, role: ClaimRole): Claim {
  if (role === 'discarded') return discardLines(claim, ids);
  const changed = changeRoles(claim, ids, (line) => (canBe(line, role) ? { role } : null));
  if (changed === claim || !singleRoles.includes(role)) return changed;
  const last = changed.lines.findLast((line) => line.role === role && ids.has(line.id));
  return withLines(
    changed,
    changed.lines.map((line) =>
      line.role === role && line !== last ? dressLine(line, 'paragraph') : line,
    ),
  );
}

/** Says of which kind the chosen parts are. */
export function setKind(claim: Claim, ids: LineIds, kind: PartKind): Claim {
  const isMeant = (line: ClaimLine) =>
    ids.has(line.id) && line.role === 'part' && line.kind !== kind;
  if (!claim.lines.some(isMeant)) return claim;
  return {
    ...claim,
    lines: claim.lines.map((line) => (isMeant(line) ? { ...line, kind } : line)),
  };
}

/** Leaves lines out of the report; they keep their place and what they were. */
export function discardLines(claim: Claim, ids: LineIds): Claim {
  const isMeant = (line: ClaimLine) => ids.has(line.id) && canBe(line, 'discarded');
  if (!claim.lines.some(isMeant)) return claim;
  return withLines(
    claim,
    claim.lines.map((line) =>
      isMeant(line) ? { ...line, role: 'discarded', was: line.role } : line,
    ),
  );
}
