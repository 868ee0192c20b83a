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
  /** True for words that are right as they are: they keep what lies inside them from being a token. */
  readonly silent: boolean;
}

/** A token of carried text with nothing to propose, unless `more` says otherwise. */
export function buildToken(
  kind: StaleKind,
  span: Span,
  why: string,
  more: Partial<Pick<Token, 'proposals' | 'always' | 'silent'>> = {},
): Token {
  const { start, end } = span;
  return { kind, start, end, why, proposals: [], always: false, silent: false, ...more };
}

/** Of tokens that overlap the longest stands, of two as long the one named first; in reading order. */
export function settleTokens(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  const byLength = tokens.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const token of byLength) {
    if (kept.every(({ start, end }) => token.end <= start || end <= token.start)) kept.push(token);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
