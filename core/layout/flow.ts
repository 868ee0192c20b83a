import type { Twip } from './units.ts';

/** What a line of the page is; each kind has its own face, size and indent. */
export type LineKind =
  | 'title'
  | 'addressee'
  | 'preambleHeading'
  | 'part'
  | 'section'
  | 'level3'
  | 'level4'
  | 'text'
  | 'attachment'
  | 'signature'
  | 'date'
  | 'note'
  | 'blank';

/** A stretch of text; `heading` is set where a run-in heading shares the line of its text. */
export interface Run {
  readonly text: string;
  readonly heading?: 2 | 3 | 4;
}

/** A paragraph as it is printed. */
export interface FlowLine {
  readonly type: 'line';
  readonly kind: LineKind;
  readonly runs: readonly Run[];
  /** Id of the part, section or block it prints; absent for what the layout adds. */
  readonly id?: string;
  /** Must not be parted from what follows by a page break. */
  readonly keepWithNext?: boolean;
  /** Where its lines begin, and where its first begins, from the left edge; the kind's own if absent. */
  readonly indent?: { readonly rest: Twip; readonly first: Twip };
}

/** A table as it is printed; its widths fill the text block. */
export interface FlowTable {
  readonly type: 'table';
  readonly id: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly Twip[];
  readonly keepWithNext?: boolean;
}

/** One piece of the page from top to bottom. */
export type FlowItem = FlowLine | FlowTable;

/** A line that the layout puts between others. */
export const blankLine: FlowLine = { type: 'line', kind: 'blank', runs: [] };

/** A line of one run. */
export function createLine(kind: LineKind, text: string, id?: string): FlowLine {
  return { type: 'line', kind, runs: [{ text }], ...(id === undefined ? {} : { id }) };
}
