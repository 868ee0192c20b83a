import { countNote, isBody, matchHits, passageRule } from '../hit.ts';

const years = /(?<![0-9—])([12][0-9]{3}年?)\s?[-–‐−]{1,2}\s?([12][0-9]{3}年)/gu;
const numbers =
  /(?<![0-9.\-–])([0-9]{1,5}(?:\.[0-9]+)?[%％]?)[-–‐−]([0-9]{1,5}(?:\.[0-9]+)?[%％人件起次场份名条项个户家天元万岁])/gu;

/** A hyphen between years or numbers, where a range takes — or ～. @source regulations.md 7.2, 7.3 */
export const rangeMark = passageRule({
  rule: 'range-mark',
  severity: 'advice',
  where: (passage) => isBody(passage) || passage.role === 'title',
  say: (count, words) => `“${words}”表示起止，中间应用“—”或“～”，不用短横。${countNote(count)}`,
  hits: ({ text }) =>
    !/[-–‐−]/u.test(text)
      ? []
      : [
          ...matchHits(text, years, ([, from, to]) => `${from}—${to}`),
          ...matchHits(text, numbers, ([, from, to]) => `${from}～${to}`),
        ].toSorted((a, b) => a.start - b.start),
});
