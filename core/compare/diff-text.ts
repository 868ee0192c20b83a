import { type Effort, matchRuns } from './match-runs.ts';
import { joinStretches, type Stretch, tidyStretches } from './tidy.ts';
import { countLetters, numberWords, readSentences, readTokens } from './tokens.ts';

/** A stretch of the difference between two texts. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Steps one pair of texts may cost; some ten milliseconds. */
const mostEffort = 700_000;
/** Sentences that share less than this of the shorter one are shown one after the other. */
const leastShared = 0.3;

function changeOf(a: readonly string[], b: readonly string[]): Stretch {
  return { kind: 'change', a: readTokens(a.join('')), b: readTokens(b.join('')) };
}

/** Stretches between and on the runs that two lists of words share. */
function weave(
  a: readonly string[],
  b: readonly string[],
  effort: Effort,
  between: (a: readonly string[], b: readonly string[]) => readonly Stretch[],
): readonly Stretch[] | null {
  const [left = [], right = []] = numberWords(a, b);
  const runs = matchRuns(left, right, effort);
  if (!runs) return null;
  const stretches: Stretch[] = [];
  let from = { a: 0, b: 0 };
  for (const run of [...runs, { a: a.length, b: b.length, length: 0 }]) {
    stretches.push(...between(a.slice(from.a, run.a), b.slice(from.b, run.b)));
    const tokens = a.slice(run.a, run.a + run.length).flatMap(readTokens);
    stretches.push({ kind: 'same', tokens });
    from = { a: run.a + run.length, b: run.b + run.length };
  }
  return stretches;
}

function isMostlyOther(stretches: readonly Stretch[], a: string, b: string): boolean {
  const shared = stretches.reduce(
    (sum, stretch) => sum + (stretch.kind === 'same' ? countLetters(stretch.tokens.join('')) : 0),
    0,
  );
  return shared < leastShared * Math.min(countLetters(a), countLetters(b));
}

/** The difference of some sentences that have no equal on the other side. */
function diffSentences(
  a: readonly string[],
  b: readonly string[],
  effort: Effort,
): readonly Stretch[] {
  const whole = [changeOf(a, b)];
  if (a.length === 0 || b.length === 0) return whole;
  const [then, now] = [a.join(''), b.join('')];
  const woven = weave(readTokens(then), readTokens(now), effort, (x, y) => [changeOf(x, y)]);
  if (!woven) return whole;
  const tidied = tidyStretches(woven);
  return isMostlyOther(tidied, then, now) ? whole : tidied;
}

function toPieces(stretches: readonly Stretch[], isSwapped: boolean): readonly DiffPiece[] {
  return stretches.flatMap((stretch): DiffPiece[] => {
    if (stretch.kind === 'same') return [{ kind: 'same', text: stretch.tokens.join('') }];
    const [removed, added] = isSwapped ? [stretch.b, stretch.a] : [stretch.a, stretch.b];
    return [
      { kind: 'removed' as const, text: removed.join('') },
      { kind: 'added' as const, text: added.join('') },
    ].filter(({ text }) => text !== '');
  });
}

/** Letters that begin and end both sides of a change alike go to its neighbours, whole tokens only. */
function trimChange(stretch: Stretch): readonly Stretch[] {
  if (stretch.kind === 'same') return [stretch];
  const { a, b } = stretch;
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [
    { kind: 'same', tokens: a.slice(0, head) },
    { kind: 'change', a: a.slice(head, a.length - tail), b: b.slice(head, b.length - tail) },
    { kind: 'same', tokens: a.slice(a.length - tail) },
  ];
}

/**
 * The difference between two texts for a person to read: `same` and `removed` make `then`, `same`
 * and `added` make `now`; what is removed stands before what is added in its place. Numbers, Latin
 * words and titles are never cut, short runs between two changes go with them. Sentences too far
 * apart are shown whole. Swapping the texts swaps removed and added and nothing else.
 */
export function diffText(then: string, now: string): readonly DiffPiece[] {
  if (then === now) return then === '' ? [] : [{ kind: 'same', text: then }];
  const isSwapped = then > now;
  const [a, b] = isSwapped ? [now, then] : [then, now];
  const effort = { left: mostEffort };
  const [left, right] = [readSentences(a), readSentences(b)];
  const woven = weave(left, right, effort, (x, y) => diffSentences(x, y, effort));
  const stretches = (woven ?? [changeOf(left, right)]).flatMap(trimChange);
  return toPieces(tidyStretches(joinStretches(stretches)), isSwapped);
}
