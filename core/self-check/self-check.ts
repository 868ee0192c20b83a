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
  readonly state: ItemState;
  /** Why it does not apply, or why the writer says otherwise than the text; may be empty. */
  readonly reason: string;
  readonly places: readonly NamedPlace[];
}

/** Something still open, by kind. */
export interface OpenPoint {
  readonly kind: 'missing' | 'partly' | 'stale' | 'promise' | 'blank' | 'finding' | 'part' | 'date';
  readonly count: number;
  /** 待更新 3 处. */
  readonly text: string;
}

/** 自查表: every required question with its state and place, and what is open. */
export interface SelfCheck {
  readonly unit: string;
  readonly year: number;
  readonly title: string;
  /** Title of the outline that applies. */
  readonly outline: string;
  readonly rows: readonly SelfCheckRow[];
  /** How many rows are settled; see `isSettled`. */
  readonly settled: number;
  readonly open: readonly OpenPoint[];
  /** Whether it can be filed, in one sentence. */
  readonly verdict: string;
}
