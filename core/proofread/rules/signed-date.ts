import type { Finding } from '../../api/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'signed-date';

function judge(date: string, year: number): readonly Finding[] {
  const nowhere = { partId: null, sectionId: null, text: '' };
  const signedYear = Number(date.slice(0, 4));
  if (signedYear < year || signedYear > year + 1) {
    return [
      wholeFinding(
        rule,
        'error',
        `成文日期是${signedYear}年，与${year}年度的报告不相符。`,
        nowhere,
      ),
    ];
  }
  if (signedYear === year) {
    const message = '成文日期早于年度结束，请核对日期，并确认数据统计到了年底或者写明了截止时间。';
    return [wholeFinding(rule, 'advice', message, nowhere)];
  }
  return date.slice(5) >= '04-01'
    ? [wholeFinding(rule, 'advice', '成文日期在4月1日以后：年度报告应在4月1日前公开。', nowhere)]
    : [];
}

/** The date of signing lies after the report's year and before the day of publication. @source regulations.md 1 (第二十四条), 9.6 */
export const signedDate: Rule = {
  id: rule,
  check: ({ report, year }) =>
    report.closing.signedDate ? judge(report.closing.signedDate, year) : [],
};
