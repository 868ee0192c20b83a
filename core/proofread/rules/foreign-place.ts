import { countNote, findingOf } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { LocalRule, Scene } from '../rule.ts';

const id = 'foreign-place';

function checkPassage(passage: Passage, { foreign }: Scene) {
  if (passage.role === 'note') return [];
  const mentions = foreign?.find(passage.text) ?? [];
  const byName = Map.groupBy(mentions, ({ name }) => name);
  return [...byName].flatMap(([name, same]) =>
    findingOf(
      passage,
      same.map(({ start, end }) => ({ start, end, replacement: null })),
      {
        rule: id,
        severity: 'warning',
        say: (count) =>
          `“${name}”不在本单位的上级区划里，可能是从别处抄来的，请核对。${countNote(count)}`,
      },
    ),
  );
}

/** The name of another place, left in from a report that was copied from; one finding for a name in a passage. @source regulations.md 7.4 */
export const foreignPlace: LocalRule = {
  id,
  checkPassage,
};
