import type { Finding } from '../../api/index.ts';
import { type Deadline, type Rule, wholeFinding } from '../rule.ts';

const rule = 'signed-date';
const nowhere = { partId: null, sectionId: null, text: '' };

/** 04-01 → 4月1日. */
function sayDay(day: string): string {
  const [month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** The deadlines lie before the day they name. */
function judgeDeadlines(date: string, deadlines: readonly Deadline[]): readonly Finding[] {
  const missed = deadlines.filter(({ day }) => date.slice(5) >= day);
  if (missed.length === 0) return [];
  const list = missed.map(({ title, day }) => `${sayDay(day)}前${title}`).join('，');
  const message = `成文日期已过期限：年度报告应在${list}。`;
  return [wholeFinding(rule, 'advice', message, nowhere)];
}

function judge(date: string, year: number, deadlines: readonly Deadline[]): readonly Finding[] {
  const signedYear = Number(date.slice(0, 4));
  if (signedYear < year || signedYear > year + 1) {
    const message = `成文日期是${signedYear}年，与${year}年度的报告不相符。`;
    return [wholeFinding(rule, 'error', message, nowhere)];
  }
  if (signedYear === year) {
    const message = '成文日期早于年度结束，请核对日期，并确认数据统计到了年底或者写明了截止时间。';
    return [wholeFinding(rule, 'advice', message, nowhere)];
  }
  return judgeDeadlines(date, deadlines);
}

/** The date of signing lies after the report's year and before the deadlines. @source regulations.md 0.2, 1 (第二十四条), 9.6 */
export const signedDate: Rule = {
  id: rule,
  check: ({ report, year, deadlines }) =>
    report.closing.signedDate ? judge(report.closing.signedDate, year, deadlines) : [],
};
