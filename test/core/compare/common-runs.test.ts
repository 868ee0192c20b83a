import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCommon } from '../../../core/compare/common-runs.ts';

const words = fc
  .array(fc.constantFrom('甲', '乙', '丙', '1'), { maxLength: 40 })
  .map((signs) => signs.join(''));

/** The same, looking for each run letter by letter: the longest, of equal ones the next in order. */
function countSlowly(now: string, then: string): number {
  const used = new Set<number>();
  let [common, at, behind] = [0, 0, 0];
  const runAt = (place: number) => {
    let length = 0;
    while (
      at + length < now.length &&
      place + length < then.length &&
      !used.has(place + length) &&
      now[at + length] === then[place + length]
    )
      length += 1;
    return length;
  };
  while (at + 4 <= now.length) {
    const places = [...then].map((_, place) => place);
    const ordered = [...places.slice(behind), ...places.slice(0, behind)];
    let best = { place: 0, length: 0 };
    for (const place of ordered)
      if (runAt(place) > best.length) best = { place, length: runAt(place) };
    if (best.length < 4) {
      at += 1;
      continue;
    }
    for (let n = 0; n < best.length; n += 1) used.add(best.place + n);
    common += best.length;
    at += best.length;
    behind = best.place + best.length;
  }
  return common;
}

it('the runs two texts share are those a search letter by letter finds', () => {
  fc.assert(
    fc.property(words, words, (now, then) => {
      fc.pre(now !== then);
      expect(countCommon(now, then)).toBe(countSlowly(now, then));
    }),
  );
});
