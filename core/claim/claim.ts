import type { PartKind } from '../model/index.ts';
import type { KindOf } from '../packs/index.ts';
import type { SourceBlock } from '../segment/index.ts';
import { type ClaimLine, plainLine } from './line.ts';

/** What the template says of parts. */
export interface ClaimWording {
  /** The kind a heading's words name. */
  readonly kindOf: KindOf;
  /** Heading of a part that the source does not name. */
  readonly headingFor: (kind: PartKind) => string;
}

/** A reading as a person may rearrange it: a flat list of lines in the order of the source. */
export interface Claim {
  readonly lines: readonly ClaimLine[];
  readonly source: readonly SourceBlock[];
  readonly year: number;
  readonly issuers: readonly string[];
  readonly wording: ClaimWording;
  /** How many identifiers were given since it was opened. */
  readonly made: number;
}

const prefix = 'claim-';

/** The next free identifier, and the claim that remembers it. */
export function takeId(claim: Claim): readonly [id: string, claim: Claim] {
  const made = claim.made + 1;
  return [`${prefix}${made}`, { ...claim, made }];
}

/** Where counting begins among lines that may have been claimed before. */
export function countMade(lines: readonly ClaimLine[]): number {
  return lines.reduce((most, { id }) => {
    const number = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0;
    return Number.isInteger(number) ? Math.max(most, number) : most;
  }, 0);
}

/** The claim with other lines; one that has no title line gets an empty one, so that a title can be written. */
export function withLines(claim: Claim, lines: readonly ClaimLine[]): Claim {
  if (lines.some(({ role }) => role === 'title')) return { ...claim, lines };
  const [id, counted] = takeId(claim);
  return { ...counted, lines: [plainLine(id, 'title', ''), ...lines] };
}

/** Place of a line; -1 for an id that is none. */
export function indexOfLine(claim: Claim, id: string): number {
  return claim.lines.findIndex((line) => line.id === id);
}
