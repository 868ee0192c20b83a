import { align } from './align.ts';
import { joinStretches, type Stretch } from './stretch.ts';
import { tidyStretches } from './tidy.ts';
import { countLetters, readTitledTokens } from './tokens.ts';

/** A stretch of the difference between two texts. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Sentences that share less than this of the shorter one are shown one after the other. */
const leastShared = 0.3;

const tokensOf = (stretches: readonly Stretch[], side: 'a' | 'b') =>
  stretches.flatMap((stretch) => (stretch.kind === 'same' ? stretch.tokens : stretch[side]));

/** Sentences that differ as they read best: tidied, or whole where little is the same. */
function finishSentences(stretches: readonly Stretch[]): readonly Stretch[] {
  const tidied = tidyStretches(stretches);
  const letters = { same: 0, a: 0, b: 0 };
  for (const stretch of tidied) {
    if (stretch.kind === 'same') letters.same += countLetters(stretch.tokens.join(''));
    else {
      letters.a += countLetters(stretch.a.join(''));
      letters.b += countLetters(stretch.b.join(''));
    }
  }
  const shorter = letters.same + Math.min(letters.a, letters.b);
  if (letters.same >= leastShared * shorter) return tidied;
  return [{ kind: 'change', a: tokensOf(tidied, 'a'), b: tokensOf(tidied, 'b') }];
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
  const stretches = align(a, b, readTitledTokens, finishSentences);
  return toPieces(tidyStretches(joinStretches(stretches)), isSwapped);
}
