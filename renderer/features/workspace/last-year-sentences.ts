import { type DiffPiece, diffText, readSentences } from '../../../core/compare/index.ts';

/** A sentence of last year's with what has become of it this year. */
export interface MarkedSentence {
  /** Last year's words. */
  readonly text: string;
  /** The same as rolling forward made this year's wording of it. */
  readonly rolled: string;
  /** Its words and, in their place or behind them, this year's. */
  readonly pieces: readonly DiffPiece[];
}

/** Differences already worked out; a section is looked at again each time that a word in it changes. */
const known = new Map<string, readonly DiffPiece[]>();
const mostKnown = 400;

/** The difference of two texts; worked out once as long as it is among the last few hundred. */
export function recallDiff(last: string, now: string): readonly DiffPiece[] {
  const key = `${last}\u0000${now}`;
  const before = known.get(key);
  if (before) return before;
  const pieces = diffText(last, now);
  if (known.size >= mostKnown) known.clear();
  known.set(key, pieces);
  return pieces;
}

/** This year's wording of each of last year's sentences; last year's own where they do not match. */
function rollSentences(sentences: readonly string[], rolled: string): readonly string[] {
  const now = readSentences(rolled);
  return now.length === sentences.length ? now : sentences;
}

interface Cut {
  readonly index: number;
  readonly piece: DiffPiece;
}

/** Cuts a difference at the ends of last year's sentences; what is new goes with the one before it. */
function cutPieces(pieces: readonly DiffPiece[], sentences: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = [];
  let index = 0;
  let left = sentences[0]?.length ?? 0;
  for (const piece of pieces) {
    if (piece.kind === 'added') {
      cuts.push({ index, piece });
      continue;
    }
    let { text } = piece;
    while (text !== '') {
      if (left === 0) {
        index += 1;
        left = sentences[index]?.length ?? text.length;
      }
      cuts.push({ index, piece: { kind: piece.kind, text: text.slice(0, left) } });
      const taken = Math.min(left, text.length);
      text = text.slice(taken);
      left -= taken;
    }
  }
  return cuts;
}

/**
 * Last year's text sentence by sentence, with the difference to this year's.
 * @param rolled last year's text as rolling forward made it
 * @param now this year's text; null shows last year's alone
 */
export function markSentences(
  last: string,
  rolled: string,
  now: string | null,
): readonly MarkedSentence[] {
  const sentences = readSentences(last);
  const wordings = rollSentences(sentences, rolled);
  const pieces: readonly DiffPiece[] =
    now === null ? [{ kind: 'same', text: last }] : recallDiff(last, now);
  const cuts = Map.groupBy(cutPieces(pieces, sentences), ({ index }) => index);
  return sentences.map((text, index) => ({
    text,
    rolled: (wordings[index] ?? text).trim(),
    pieces: (cuts.get(index) ?? []).map(({ piece }) => piece),
  }));
}
