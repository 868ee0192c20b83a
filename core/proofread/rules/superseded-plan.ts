import { parseChineseNumber } from '../../numbering/index.ts';
import { countNote, isBody, matchHits, passageRule, sentenceOf } from '../hit.ts';

const history =
  /总结|收官|圆满|验收|评估|回顾|期间|以来|表彰|先进|荣获|获评|获得|衔接|承接|转段|基础上|末|成果/u;

/** Last year of the nth five-year plan: the sixth ended in 1985. */
function lastYearOfPlan(ordinal: number): number {
  return 1985 + 5 * (ordinal - 6);
}

/** Last year of the nth five-year programme of legal education: the first ended in 1990. */
function lastYearOfCampaign(ordinal: number): number {
  return 1990 + 5 * (ordinal - 1);
}

const named = /“([一二三四五六七八九]|十[一二三四五六七八九]?)五”(普法)?/gu;

/**
 * A five-year plan (“十三五”) or a programme of legal education (“七五”普法) that had ended before the
 * report's year and is spoken of as if it went on.
 * @source regulations.md 7.4, 9.1 (30)
 */
export const supersededPlan = passageRule({
  rule: 'superseded-plan',
  severity: 'warning',
  where: isBody,
  say: (count, words) =>
    `“${words.replace(/[“”]/gu, '')}”在报告年度以前已经结束，可能是沿用了往年的话，请核对。${countNote(count)}`,
  hits: ({ text, plain }, { year }) =>
    matchHits(plain, named, ({ 1: numeral = '', 2: campaign, index }) => {
      const ordinal = parseChineseNumber(numeral) ?? 0;
      const isCampaign = campaign !== undefined || /普法/u.test(plain.slice(index, index + 12));
      if (!isCampaign && ordinal < 6) return undefined;
      const last = isCampaign ? lastYearOfCampaign(ordinal) : lastYearOfPlan(ordinal);
      return last < year && !history.test(sentenceOf(text, index)) ? null : undefined;
    }),
});
