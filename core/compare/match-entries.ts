import { diffArrays } from 'diff';

/** Steps that may still be taken; shared by all the comparisons of one pair of texts. */
export interface Effort {
  left: number;
}

/** How many entries may differ before two lists are not compared entry by entry: half of what a pair of texts may cost. */
const mostDifferences = 200;

/** The indexes of entries that stand in the other list too; the others can match nothing. */
function listShared(list: readonly string[], other: readonly string[]): readonly number[] {
  const there = new Set(other);
  return [...list.keys()].filter((at) => there.has(list[at] ?? ''));
}

/**
 * For each entry of `a` the index of the one of `b` that it matches, in order, so that as little as
 * may be differs; -1 for one without. Null when more differs than `effort` allows to look at.
 */
export function matchEntries(
  a: readonly string[],
  b: readonly string[],
  effort: Effort,
): Int32Array | null {
  const [left, right] = [listShared(a, b), listShared(b, a)];
  const wordsOf = (list: readonly string[], indexes: readonly number[]) =>
    indexes.map((at) => list[at] ?? '');
  const maxEditLength = Math.min(mostDifferences, Math.floor(Math.sqrt(2 * effort.left)));
  const changes = diffArrays(wordsOf(a, left), wordsOf(b, right), { maxEditLength });
  const partners = new Int32Array(a.length).fill(-1);
  let [i, j, differences] = [0, 0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (added || removed) differences += count;
    else for (let at = 0; at < count; at += 1) partners[left[i + at] ?? 0] = right[j + at] ?? -1;
    if (!added) i += count;
    if (!removed) j += count;
  }
  // Looking for d differences costs the square of d.
  effort.left -= (changes ? differences : maxEditLength) ** 2 / 2;
  return changes ? partners : null;
}
