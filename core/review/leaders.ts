import { findMatches } from '../patterns/index.ts';
import type { CompiledReviewWords } from '../shortcomings/index.ts';

/** Which leaders a text tells an act of, and which it names at all. */
export interface LeadersTold {
  readonly secretary: boolean;
  readonly head: boolean;
  readonly both: boolean;
}

/** How far behind the leader the act may stand, in UTF-16 units, within the sentence. */
const reach = 60;

function tellsAct(
  sentence: string,
  leader: RegExp,
  { acts, notActs }: CompiledReviewWords,
): boolean {
  return findMatches(sentence, leader).some((match) => {
    const behind = sentence.slice(match.index + match[0].length).slice(0, reach);
    return !notActs.test(behind) && acts.test(behind);
  });
}

/** The leaders whose own acts a text tells, sentence by sentence. */
export function findLeadersActs(text: string, words: CompiledReviewWords): LeadersTold {
  const sentences = text.split(/[。；;！？\n]/u);
  const told = (leader: RegExp) => sentences.some((sentence) => tellsAct(sentence, leader, words));
  const { secretary, head, both } = words.leaders;
  return { secretary: told(secretary), head: told(head), both: told(both) };
}
