import type { Place } from '../api/shapes.ts';
import type { RollTarget } from '../roll-forward/plan.ts';
import type { Named } from './chip-key.ts';

/** What a 待更新 chip is about. `award` is an honour that was given; `date` is a year with its month; `period` a plan or programme by name (“十四五”, “八五”普法). */
export type StaleKind =
  | 'year'
  | 'date'
  | 'figure'
  | 'percent'
  | 'ordinal'
  | 'period'
  | 'title'
  | 'place'
  | 'award';

/** Carried words that must be confirmed or replaced. Offsets are UTF-16 units of the target's text. */
export interface StaleChip {
  /** Its own in the draft; stable while the words and their clause stay, wherever they are put. */
  readonly key: string;
  readonly kind: StaleKind;
  readonly target: RollTarget;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Why, in Chinese, for a person. */
  readonly why: string;
  /** What may stand instead, the likeliest first; empty where nobody can know. */
  readonly proposals: readonly string[];
  /** What a figure or share counts, 行政处罚案件; empty where nothing names it, and for other kinds. */
  readonly matter: string;
  /** Chips with the same value are answered together by “all like this”. */
  readonly like: string;
  readonly place: Place;
}

/** What is found in one text, wherever that text stands. */
export interface LocalChip
  extends Pick<StaleChip, 'kind' | 'start' | 'end' | 'text' | 'why' | 'proposals' | 'matter'>,
    Named {
  readonly quote: string;
}
