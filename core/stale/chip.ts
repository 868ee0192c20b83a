import type { Place } from '../api/contract.ts';
import type { RollTarget } from '../roll-forward/plan.ts';

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
  /** Stable while the words and what stands next to them stay, so that a confirmation keeps. */
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
  /** Chips with the same value are answered together by “all like this”. */
  readonly like: string;
  readonly place: Place;
}

/** What is found in one text, wherever that text stands. */
export interface LocalChip
  extends Pick<StaleChip, 'kind' | 'start' | 'end' | 'text' | 'why' | 'proposals' | 'like'> {
  /** Its own within the text; see `nameTokens`. */
  readonly name: string;
  readonly quote: string;
}
