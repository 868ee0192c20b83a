import { readLetterPairs } from '../compare/index.ts';
import { remember } from '../memory/index.ts';
import type { Problem } from './problems.ts';
import type { CompiledReviewWords } from './words.ts';

/** What a text is about: matters it speaks of, and the pairs of letters left without common words. */
interface Terms {
  readonly kin: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
}

function readTerms(text: string, { common, kin }: CompiledReviewWords): Terms {
  const matters = kin.flatMap((pattern, index) => (pattern.test(text) ? [index] : []));
  return { kin: new Set(matters), pairs: new Set(readLetterPairs(text.replace(common, ' '))) };
}

const countIn = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  [...one].filter((term) => other.has(term)).length;

function countShared(a: Terms, b: Terms): number {
  return countIn(a.kin, b.kin) + countIn(a.pairs, b.pairs);
}

/** What else is said of a shortcoming, its causes, must share this much with one measure. */
const leastSharedBehind = 2;

const mostRemembered = 500;

/** Tells whether one of the measures is about the matter of the shortcoming. */
export type AnswersProblem = (problem: Problem, measures: readonly string[]) => boolean;

/**
 * Judges by shared words: a measure answers a shortcoming when it speaks of the matter its first
 * words name, or shares more than one telling word with what stands behind them. Texts judged
 * before are not read again.
 */
export function createAnswersProblem(words: CompiledReviewWords): AnswersProblem {
  const read = remember((text) => readTerms(text, words), mostRemembered);
  return ({ head, text }, measures) => {
    const [headTerms, allTerms] = [read(head), read(text)];
    return measures.some((measure) => {
      const terms = read(measure);
      return countShared(headTerms, terms) > 0 || countShared(allTerms, terms) >= leastSharedBehind;
    });
  };
}
