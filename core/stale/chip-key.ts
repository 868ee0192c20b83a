import type { DraftText } from './texts.ts';

/** What the key of a chip is made of. */
export interface Named {
  readonly text: string;
  /** Where the words stood in last year's texts; null for new words. */
  readonly anchor: string | null;
  /** Letters of the clause, for new words. */
  readonly letters: string;
}

/** Keys are kept in the draft: they must not grow with the words. */
const mostWords = 60;

function nameOf({ text, anchor, letters }: Named, { target }: DraftText): string {
  const words = text.slice(0, mostWords);
  return anchor === null
    ? `new/${target.id}/${letters.slice(0, mostWords)}/${words}`
    : `${anchor}/${words}`;
}

/**
 * The keys of chips, each its own: they name where the words stood in last year's texts, which never
 * change. Copies of the same words are numbered among all of them, so that none is ever taken for
 * another: when one goes, those that are left have other keys.
 * @param chips in reading order, each with the text it stands in
 */
export function nameChips(chips: readonly (readonly [Named, DraftText])[]): readonly string[] {
  const names = chips.map(([chip, at]) => nameOf(chip, at));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return chips.map(([, { target }], index) => {
    const name = names[index] ?? '';
    const count = counts.get(name) ?? 1;
    if (count === 1) return name;
    const here = `${target.id} ${name}`;
    const number = (seen.get(here) ?? 0) + 1;
    seen.set(here, number);
    return `${name}#${number}/${count}@${target.id}`;
  });
}
