import { type DiffPiece, diffText, readSentences } from '../../../core/compare/index.ts';

/** A sentence of last year's with what has become of it this year. */
export interface MarkedSentence {
  /** Last year's words. */
  readonly text: string;
  /** What rolling forward made of it; empty when nothing is left of it. */
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

interface Cut {
  readonly index: number;
  readonly piece: DiffPiece;
}

const endsSentence = (text: string) => /[。！？；\n]\s*$/u.test(text);

/** Whether words put in between two sentences begin the second: they stand for none of the first's and end none. */
function beginsNext(added: DiffPiece, before: DiffPiece | undefined): boolean {
  return before?.kind === 'same' && !endsSentence(added.text);
}

/** Cuts a difference at the ends of last year's sentences; a new sentence goes with the one before it. */
function cutPieces(pieces: readonly DiffPiece[], sentences: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = [];
  let index = 0;
  let left = sentences[0]?.length ?? 0;
  const goOn = (least: number) => {
    index += 1;
    left = sentences[index]?.length ?? least;
  };
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'added') {
      const isBetween = left === 0 && index + 1 < sentences.length;
      if (isBetween && beginsNext(piece, pieces[at - 1])) goOn(0);
      cuts.push({ index, piece });
      continue;
    }
    let { text } = piece;
    while (text !== '') {
      if (left === 0) goOn(text.length);
      cuts.push({ index, piece: { kind: piece.kind, text: text.slice(0, left) } });
      const taken = Math.min(left, text.length);
      text = text.slice(taken);
      left -= taken;
    }
  }
  return cuts;
}

/** True for a sentence and what rolling forward could have made of it: words are the same. */
function isSameSentence(last: string, rolled: string): boolean {
  const isWord = ({ kind, text }: DiffPiece) => kind === 'same' && /[\p{L}\p{N}]/u.test(text);
  return last === rolled || recallDiff(last, rolled).some(isWord);
}

/**
 * This year's wording of each of last year's sentences. Where they do not stand one beside the
 * other, the difference of the whole tells what became of each; together they are all of `rolled`.
 */
function rollSentences(
  last: string,
  rolled: string,
  sentences: readonly string[],
): readonly string[] {
  const now = readSentences(rolled);
  const areBeside =
    now.length === sentences.length &&
    sentences.every((sentence, index) => isSameSentence(sentence, now[index] ?? ''));
  if (areBeside) return now;
  const kept = recallDiff(last, rolled).filter(({ text }) => text !== '');
  const cuts = Map.groupBy(cutPieces(kept, sentences), ({ index }) => index);
  return sentences.map((_, index) =>
    (cuts.get(index) ?? [])
      .map(({ piece }) => (piece.kind === 'removed' ? '' : piece.text))
      .join(''),
  );
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
  const wordings = rollSentences(last, rolled, sentences);
  const pieces: readonly DiffPiece[] =
    now === null ? [{ kind: 'same', text: last }] : recallDiff(last, now);
  const cuts = Map.groupBy(cutPieces(pieces, sentences), ({ index }) => index);
  return sentences.map((text, index) => ({
    text,
    rolled: (wordings[index] ?? '').trim(),
    pieces: (cuts.get(index) ?? []).map(({ piece }) => piece),
  }));
}
