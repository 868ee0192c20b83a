import type { ItemState } from '../api/shapes.ts';

/** A place in the words a person knows: 一（三）, 引言. */
export interface NamedPlace {
  readonly label: string;
  readonly quote: string;
}

/** A row of the sheet: one required question. */
export interface SelfCheckRow {
  readonly itemId: string;
  readonly question: string;
  readonly basis: string;
  /** True for a question whose source was not read again: it advises and never blocks. */
  readonly isUnconfirmed: boolean;
  readonly state: ItemState;
  /** Why it does not apply (empty leaves it open), or why the writer says otherwise than the text; may be empty. */
  readonly reason: string;
  readonly places: readonly NamedPlace[];
  /** Where it belongs in this report, 一（三）; empty when no section of it fits. */
  readonly home: string;
}

/**
 * Kinds of what is open, in the order they are told: required questions without an answer, those
 * answered in part, 待更新 chips, promises, blanks nobody filled in, what proofreading holds to be
 * wrong, parts that every report must have and those without a word, the date of signing.
 */
export const openKinds = [
  'missing',
  'partly',
  'stale',
  'promise',
  'blank',
  'finding',
  'part',
  'emptyPart',
  'date',
] as const;
export type OpenKind = (typeof openKinds)[number];

/** What is still open of one kind. */
export interface OpenPoint {
  readonly kind: OpenKind;
  readonly count: number;
  /** 待更新 3 处. */
  readonly text: string;
}

/** 自查表: every required question with its state and place, and what is open. */
export interface SelfCheck {
  readonly unit: string;
  readonly year: number;
  readonly title: string;
  /** Title of the outline that applies, without 《》. */
  readonly outline: string;
  /** False when no outline names the report's year and the latest stands in for it. */
  readonly outlineIsCurrent: boolean;
  readonly rows: readonly SelfCheckRow[];
  /** How many rows are settled; see `isSettled`. */
  readonly settled: number;
  /** By kind, in the order of {@link openKinds}; kinds with nothing open are left out. */
  readonly open: readonly OpenPoint[];
  /** False while something keeps the report from being filed. */
  readonly canFile: boolean;
  /** Whether it can be filed, in one sentence. */
  readonly verdict: string;
}
