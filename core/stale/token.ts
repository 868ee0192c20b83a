import type { Span } from '../figures/index.ts';
import type { StaleKind } from './chip.ts';

/** Words that may be stale. */
export interface Token extends Span {
  readonly kind: StaleKind;
  /** Why, in Chinese. */
  readonly why: string;
  /** What may stand instead, the likeliest first. */
  readonly proposals: readonly string[];
  /** True for words that are wrong in any text, carried over or not. */
  readonly always: boolean;
  /** True for a mention of last year: where its sentence was carried over, it was left behind. */
  readonly leftover: boolean;
  /** True for words that are right as they are: they keep what lies inside them from being a token. */
  readonly silent: boolean;
}

/** A token of carried text with nothing to propose, unless `more` says otherwise. */
export function buildToken(
  kind: StaleKind,
  span: Span,
  why: string,
  more: Partial<Pick<Token, 'proposals' | 'always' | 'leftover' | 'silent'>> = {},
): Token {
  const { start, end } = span;
  return {
    kind,
    start,
    end,
    why,
    proposals: [],
    always: false,
    leftover: false,
    silent: false,
    ...more,
  };
}

/** Of tokens that overlap the longest stands, of two as long the one named first; in reading order. */
export function settleTokens(tokens: readonly Token[]): readonly Token[] {
  const taken = new Uint8Array(tokens.reduce((most, { end }) => Math.max(most, end), 0));
  const byLength = tokens.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  return byLength
    .filter(({ start, end }) => {
      // what is longer came first: a token that meets one has its own beginning or end in it
      if (taken[start] === 1 || taken[end - 1] === 1) return false;
      taken.fill(1, start, end);
      return true;
    })
    .toSorted((a, b) => a.start - b.start);
}
