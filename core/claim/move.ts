import { type Claim, indexOfLine, withLines } from './claim.ts';
import type { LineIds } from './levels.ts';
import { type ClaimLine, headingRoles, isHeadingRole } from './line.ts';

/** How deep a line lies: parts 0, sections 1, …; body text deepest; opening and closing lines bound all. */
function depthOf({ role }: ClaimLine): number {
  if (isHeadingRole(role)) return headingRoles.indexOf(role);
  if (role === 'paragraph' || role === 'table' || role === 'discarded') return headingRoles.length;
  return -1;
}

/** End, exclusive, of what belongs to the line at `start`. */
export function subtreeEnd(lines: readonly ClaimLine[], start: number): number {
  const line = lines[start];
  if (!line || depthOf(line) < 0 || depthOf(line) === headingRoles.length) return start + 1;
  const depth = depthOf(line);
  const length = lines.slice(start + 1).findIndex((other) => depthOf(other) <= depth);
  return length < 0 ? lines.length : start + 1 + length;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The chosen lines as one stretch, the last one with what belongs to it. */
function findStretch(claim: Claim, ids: LineIds): Stretch | null {
  const start = claim.lines.findIndex(({ id }) => ids.has(id));
  const last = claim.lines.findLastIndex(({ id }) => ids.has(id));
  if (start < 0) return null;
  const own = claim.lines.slice(start, last + 1);
  const isHeading = own.some(({ role }) => isHeadingRole(role));
  return {
    start,
    end: isHeading
      ? Math.max(subtreeEnd(claim.lines, start), subtreeEnd(claim.lines, last))
      : last + 1,
  };
}

const isKept = ({ role }: ClaimLine) => role !== 'discarded';

/** Where the stretch before begins: its elder sibling with all that belongs to it, or just a line. */
function stepBack(lines: readonly ClaimLine[], { start }: Stretch): number | null {
  const before = lines.slice(0, start).findLastIndex(isKept);
  const own = lines[start];
  if (before < 0 || !own) return null;
  const depth = depthOf(own);
  if (depth < 0 || depth === headingRoles.length) return before;
  const sibling = lines.slice(0, start).findLastIndex((line) => depthOf(line) <= depth);
  const found = lines[sibling];
  return found && depthOf(found) === depth ? sibling : before;
}

/** Where the stretch behind ends: its younger sibling with all that belongs to it, or just a line. */
function stepOn(lines: readonly ClaimLine[], { start, end }: Stretch): number | null {
  const after = lines.findIndex((line, index) => index >= end && isKept(line));
  const own = lines[start];
  const next = lines[after];
  if (!own || !next) return null;
  const isSibling = isHeadingRole(own.role) && depthOf(next) === depthOf(own);
  return isSibling ? subtreeEnd(lines, after) : after + 1;
}

/** Exchanges lines from `start` to `middle` with those from there to `end`. */
function exchange(claim: Claim, start: number, middle: number, end: number): Claim {
  const { lines } = claim;
  return withLines(claim, [
    ...lines.slice(0, start),
    ...lines.slice(middle, end),
    ...lines.slice(start, middle),
    ...lines.slice(end),
  ]);
}

/** Whether the title may stand above: nothing is moved over it. */
function crosses(lines: readonly ClaimLine[]): boolean {
  return lines.some(({ role }) => role === 'title');
}

/**
 * Moves the chosen lines up or down by one: a heading with all that belongs to it, past its
 * neighbour of the same level with all that belongs to that; at the end of its parent, out of it.
 */
export function moveLines(claim: Claim, ids: LineIds, direction: 'up' | 'down'): Claim {
  const stretch = findStretch(claim, ids);
  if (!stretch) return claim;
  const { lines } = claim;
  const { start, end } = stretch;
  const to = direction === 'up' ? stepBack(lines, stretch) : stepOn(lines, stretch);
  if (to === null) return claim;
  const passed = direction === 'up' ? lines.slice(to, start) : lines.slice(end, to);
  if (crosses(passed) || crosses(lines.slice(start, end))) return claim;
  return direction === 'up' ? exchange(claim, to, start, end) : exchange(claim, start, end, to);
}

/** The lines that belong to a heading, itself included; of any other line itself alone. */
export function listSubtree(claim: Claim, id: string): readonly ClaimLine[] {
  const start = indexOfLine(claim, id);
  return start < 0 ? [] : claim.lines.slice(start, subtreeEnd(claim.lines, start));
}
