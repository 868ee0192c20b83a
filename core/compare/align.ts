import { type Effort, matchEntries } from './match-entries.ts';
import { joinStretches, type Stretch, trimChange } from './stretch.ts';
import { joinClauses, readSentences } from './tokens.ts';

/** Steps one pair of texts may cost; some ten milliseconds. */
const mostEffort = 40_000;
/** More tokens than these are cut at the clauses they share before they are compared. */
const mostTokens = 3000;

type Tokens = readonly string[];
/** A stretch of text that is matched as one: a token, or tokens. */
type Piece = string | Tokens;
type Between = (a: Tokens, b: Tokens) => readonly Stretch[];

const change: Between = (a, b) => [{ kind: 'change', a, b }];
const keysOf = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.join('')));

/** Matches equal pieces in order; what stands between them, `between` compares. Null as matchEntries. */
function weave(
  a: readonly Piece[],
  b: readonly Piece[],
  effort: Effort,
  between: Between,
): readonly Stretch[] | null {
  const partners = matchEntries(keysOf(a), keysOf(b), effort);
  if (!partners) return null;
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at <= a.length; at += 1) {
    const partner = at === a.length ? b.length : (partners[at] ?? -1);
    if (partner < 0) continue;
    if (at > i || partner > j) {
      stretches.push(...between(a.slice(i, at).flat(), b.slice(j, partner).flat()));
    }
    const start = at;
    while (at + 1 < a.length && partners[at + 1] === partner + at + 1 - start) at += 1;
    stretches.push({ kind: 'same', tokens: a.slice(start, at + 1).flat() });
    [i, j] = [at + 1, partner + at + 1 - start];
  }
  return stretches;
}

/** Aligns tokens; those of which too many differ by the clauses they share first. */
function alignTokens(a: Tokens, b: Tokens, effort: Effort): readonly Stretch[] {
  const byTokens = (x: Tokens, y: Tokens) =>
    x.length + y.length > mostTokens ? null : weave(x, y, effort, change);
  return (
    byTokens(a, b) ??
    weave(joinClauses(a), joinClauses(b), effort, (x, y) => byTokens(x, y) ?? change(x, y)) ??
    change(a, b)
  );
}

/**
 * Two texts side by side in stretches of tokens that are the same or differ: `same` and `a` make the
 * one text, `same` and `b` the other. Equal sentences go together first, then tokens between them.
 * Sentences too far apart are one change but for what they begin and end with alike.
 * @param read cuts a text into its tokens, which together are the text
 * @param finish mends the stretches of sentences that differ
 */
export function align(
  a: string,
  b: string,
  read: (text: string) => Tokens,
  finish: (stretches: readonly Stretch[]) => readonly Stretch[] = (stretches) => stretches,
): readonly Stretch[] {
  const effort = { left: mostEffort };
  const between: Between = (x, y) => finish(alignTokens(x, y, effort));
  const [left, right] = [readSentences(a).map(read), readSentences(b).map(read)];
  const stretches = weave(left, right, effort, between) ?? between(left.flat(), right.flat());
  return joinStretches(stretches.flatMap(trimChange));
}
