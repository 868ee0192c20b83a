import { countNote, isBody, matchHits, passageRule, sentenceOf } from '../hit.ts';

/**
 * A five-year plan (“十三五”) or a programme of legal education (“七五”普法) of the rules packs that had
 * ended before the report's year and is spoken of as if it went on.
 * @source regulations.md 7.4, 9.1 (30)
 */
export const supersededPlan = passageRule({
  rule: 'superseded-plan',
  severity: 'warning',
  where: isBody,
  say: (count, words) =>
    `“${words.replace(/[“”]/gu, '')}”在报告年度以前已经结束，可能是沿用了往年的话，请核对。${countNote(count)}`,
  hits: ({ text, plain }, { year, rules }) => {
    if (!rules.anyCycle.test(plain)) return [];
    return rules.cycles
      .filter(({ to }) => to < year)
      .flatMap(({ find }) =>
        matchHits(plain, find, ({ index }) =>
          rules.past.test(sentenceOf(text, index)) ? undefined : null,
        ),
      )
      .toSorted((a, b) => a.start - b.start);
  },
});
