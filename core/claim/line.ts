import type { BlockSource, PartKind } from '../model/index.ts';

/** What a line of a reading may be. */
export const claimRoles = [
  'title',
  'addressee',
  'preambleHeading',
  'part',
  'section',
  'level3',
  'level4',
  'paragraph',
  'table',
  'attachment',
  'signature',
  'date',
  'note',
  'discarded',
] as const;
export type ClaimRole = (typeof claimRoles)[number];

/** Roles with a number, from the highest: 一、 · （一） · 1. · （1）. @source GB/T 9704-2012 7.3.3 */
export const headingRoles = ['part', 'section', 'level3', 'level4'] as const;
export type HeadingRole = (typeof headingRoles)[number];

/** True for the roles that print a number. */
export function isHeadingRole(role: ClaimRole): role is HeadingRole {
  return headingRoles.some((heading) => heading === role);
}

/** A stretch of the source: index of its block, UTF-16 offsets in {@link sourceText}, end exclusive. */
export interface SourceSpan {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A line of a reading, as a person may rearrange it. */
export interface ClaimLine {
  /** Id of the part, section or block; of what is none, a name of its own: `title`, `residue-3`. */
  readonly id: string;
  readonly role: ClaimRole;
  /** Of a part whose kind was read or chosen; null where its heading's words decide. */
  readonly kind: PartKind | null;
  /** The number it had of its own, `（三）`, and the mark that closed it: told apart once it was a heading. */
  readonly label: string;
  readonly text: string;
  readonly ending: string;
  /** Of a heading: the text after it shares its line. */
  readonly runIn: boolean;
  /** The level at which lowering leads straight to body text, and to which raising that leads back. */
  readonly hinge: HeadingRole | null;
  /** Id of the paragraph that stood on the same line of the source, behind this heading. */
  readonly tailId: string | null;
  /** Id of the line it was split from by hand. */
  readonly partedFrom: string | null;
  /** What a discarded line was; null for what reading itself left out. */
  readonly was: ClaimRole | null;
  /** Cells of a table, else null. */
  readonly rows: readonly (readonly string[])[] | null;
  /** Provenance, as the report had it. */
  readonly source: BlockSource | null;
  /** Where it stands in the source; empty for what the source does not hold. */
  readonly spans: readonly SourceSpan[];
}

/** Everything a line says, with its own number and closing mark: no operation but an edit changes it. */
export function rawWords(line: ClaimLine): string {
  return `${line.label}${line.text}${line.ending}`;
}

/** Whether the role shows a line without its own number and closing mark. */
export function isDressed(role: ClaimRole): boolean {
  return isHeadingRole(role) || role === 'addressee' || role === 'attachment';
}

/** The words of a line in its role: a heading's without number and closing mark. */
export function wordsOf(line: ClaimLine): string {
  return isDressed(line.role) ? line.text : rawWords(line);
}

/** A line with nothing but its words. */
export function plainLine(id: string, role: ClaimRole, text: string): ClaimLine {
  return {
    id,
    role,
    kind: null,
    label: '',
    text,
    ending: '',
    runIn: false,
    hinge: null,
    tailId: null,
    partedFrom: null,
    was: null,
    rows: null,
    source: null,
    spans: [],
  };
}
