import { type Claim, type ClaimLine, isHeadingRole } from '../../../core/claim/index.ts';

/** How a stretch of the source is shown. */
export type MarkTone = 'heading' | 'plain' | 'discarded';

/** A stretch of a block that a line of the structure stands for. Offsets are UTF-16, end exclusive. */
export interface Mark {
  readonly key: string;
  readonly tone: MarkTone;
  readonly start: number;
  readonly end: number;
}

function toneOf({ role }: ClaimLine): MarkTone {
  if (role === 'discarded') return 'discarded';
  return role === 'title' || isHeadingRole(role) ? 'heading' : 'plain';
}

/** The marks of each block of the source, in their order, by the block's index. */
export function groupMarks(claim: Claim): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const line of claim.lines) {
    const tone = toneOf(line);
    for (const { block, start, end } of line.spans) {
      const mark = { key: line.id, tone, start, end };
      const others = marks.get(block);
      if (others) others.push(mark);
      else marks.set(block, [mark]);
    }
  }
  for (const list of marks.values()) list.sort((a, b) => a.start - b.start);
  return marks;
}

/** A stretch of a block's words, marked or not. */
export interface MarkedPiece {
  readonly text: string;
  /** Offset in the block. */
  readonly at: number;
  readonly mark: Mark | null;
}

/** A text cut at the edges of its marks; of marks that overlap the first counts. */
export function cutAtMarks(text: string, marks: readonly Mark[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at || mark.end <= mark.start) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), at, mark: null });
    pieces.push({ text: text.slice(mark.start, mark.end), at: mark.start, mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, mark: null });
  return pieces;
}

/** Whether two lists mark the same words for the same lines in the same tone. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((mark, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      mark.key === other.key &&
      mark.tone === other.tone &&
      mark.start === other.start &&
      mark.end === other.end
    );
  });
}
