import { measureLikeness, readLikeable } from '../compare/index.ts';
import type { CollectionForm, FormQuestion } from './form.ts';
import { plainWords } from './rows.ts';

/** How much a question must share with one that was asked to be taken for it, 0–1. */
const leastLikeness = 0.6;

/** Which question stands there, and whether in other words; null for one nobody asked. */
export interface FoundQuestion {
  readonly question: FormQuestion;
  readonly isAltered: boolean;
}

interface Wanted {
  readonly question: string;
  readonly markedId: string | null;
}

function findLike(words: string, left: readonly FormQuestion[]): FormQuestion | null {
  const read = readLikeable(words);
  let best: { readonly question: FormQuestion; readonly likeness: number } | null = null;
  for (const question of left) {
    const likeness = measureLikeness(read, readLikeable(question.question), leastLikeness);
    if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0))
      best = { question, likeness };
  }
  return best?.question ?? null;
}

/**
 * For each question of a file the one it is of those that were asked: by its very words, then by its
 * mark, then by words much alike. Each is found once, so that a copied question with other words is
 * one nobody asked. Questions of `form` come before those of the other offices.
 */
export function findQuestions(
  wanted: readonly Wanted[],
  form: CollectionForm | null,
  forms: readonly CollectionForm[],
): readonly (FoundQuestion | null)[] {
  const all = [...(form?.questions ?? []), ...forms.flatMap(({ questions }) => questions)];
  const pool = [...new Map(all.map((one) => [one.itemId, one])).values()];
  const found = new Map<number, FoundQuestion>();
  const claimed = new Set<string>();
  const take = (
    find: (one: Wanted, left: readonly FormQuestion[]) => FormQuestion | undefined | null,
  ) => {
    for (const [index, one] of wanted.entries()) {
      if (found.has(index)) continue;
      const question = find(
        one,
        pool.filter(({ itemId }) => !claimed.has(itemId)),
      );
      if (!question) continue;
      claimed.add(question.itemId);
      const isAltered = plainWords(question.question) !== plainWords(one.question);
      found.set(index, { question, isAltered });
    }
  };
  take((one, left) =>
    left.find(({ question }) => plainWords(question) === plainWords(one.question)),
  );
  take((one, left) => left.find(({ itemId }) => itemId === one.markedId));
  take((one, left) => findLike(one.question, left));
  return wanted.map((_, index) => found.get(index) ?? null);
}
