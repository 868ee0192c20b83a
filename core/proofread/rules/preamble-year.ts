import { matchHits, passageRule } from '../hit.ts';

const announced = /(?<=现将[^。0-9]{0,20})([0-9]{4})(?=年[^。]{0,40}报告(?:如下|于下)?)/gu;
const period = /(?<=统计(?:期限|时间|周期|口径)[^。0-9]{0,8})([0-9]{4})(?=年1月1日)/gu;

/** The year the preamble announces (现将2025年……报告如下), and the period of its figures. @source regulations.md 9.5, 9.7 */
export const preambleYear = passageRule({
  rule: 'preamble-year',
  severity: 'error',
  where: ({ role, partKind }) => role === 'paragraph' && partKind === null,
  say: (_, words) => `引言里写的年份是${words}年，与报告年度不一致。`,
  hits: ({ text }, { year }) => {
    const mend = ([words]: RegExpExecArray) => (Number(words) === year ? undefined : String(year));
    return [...matchHits(text, announced, mend), ...matchHits(text, period, mend)].toSorted(
      (a, b) => a.start - b.start,
    );
  },
});
