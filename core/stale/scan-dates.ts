import { parseChineseNumber } from '../numbering/index.ts';
import { findMatches } from '../patterns/index.ts';
import { isComparedYear, rangeJoiner } from '../roll-forward/index.ts';
import { buildToken, type Token } from './token.ts';

const year = '(?:19|20)\\d{2}|[二一][〇○零一二三四五六七八九]{3}';
const chineseDay = '[一二三四五六七八九十廿]{1,3}';
const day = `(?:\\s*\\d{1,2}\\s*[日号]|${chineseDay}日)`;
const dates = new RegExp(
  `(?<![\\d０-９〔[])(?:(?:${year})\\s*年\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月|(?:\\d{1,2}\\s{0,9}月?${rangeJoiner})?\\d{1,2}\\s*月|[一二三四五六七八九十]{1,2}月(?=${chineseDay}日))${day}?(?:${rangeJoiner}(?:(?:${year})\\s*年\\s*)?(?:(?:\\d{1,2}\\s*月)?${day}|\\d{1,2}\\s*月))?|(?<!\\d)(?:19|20)\\d{2}([-./])\\d{1,2}\\1\\d{1,2}(?!\\d)`,
  'gu',
);
const years = new RegExp(
  `(?<![\\d０-９〔[])(${year})(?:\\s*年度?|(?=(?:\\s*年)?\\s*[、和及]\\s*(?:19|20)\\d{2}\\s*年))`,
  'gu',
);
const ranges = new RegExp(
  `(?<!\\d)(${year})\\s{0,9}年?${rangeJoiner}(${year})(?:\\s*年度?)?`,
  'gu',
);
const yearPhrases = new RegExp(
  `(?<![\\d〔[])(${year})\\s*年度?(?=[，,]?(?:既?是|正是|作为|系|正值|适逢|恰逢|迎来)[^。；]{0,60}?(?:之年|元年|[首头]年|一年|第[一二三四五]年|周年|党的[^，。；]{1,6}大))`,
  'gu',
);
function readYear(digits: string): number {
  return /^\d/u.test(digits) ? Number(digits) : (parseChineseNumber(digits) ?? 0);
}

/** Dates with their month: the year has moved, month and day are last year's. @param lastYear the base's year */
export function scanDates(text: string, lastYear: number | null): readonly Token[] {
  if (!/月|(?:19|20)\d{2}[-./]/u.test(text)) return [];
  return findMatches(text, dates).map((match) => {
    const end = match.index + match[0].trimEnd().length;
    return buildToken(
      'date',
      { start: match.index, end },
      '日期沿用上年，月、日没有改过，今年是不是这个时间？',
      { leftover: match[0].startsWith(`${lastYear}`) },
    );
  });
}

/** Years that stayed when the report was rolled forward; the reporting year and the next have moved. */
export function scanYears(
  text: string,
  reportYear: number,
  lastYear: number | null,
): readonly Token[] {
  return findMatches(text, years).flatMap((match) => {
    const value = readYear(match[1] ?? '');
    const span = { start: match.index, end: match.index + match[0].length };
    if (value === reportYear || value === reportYear + 1) return [];
    const isCompared =
      value === reportYear - 1 &&
      isComparedYear({
        before: text.slice(Math.max(0, span.start - 8), span.start),
        after: text.slice(span.start + (match[1] ?? '').length, span.end + 24).trimStart(),
      });
    const isEdition =
      /[（(]\s*$/u.test(text.slice(Math.max(0, span.start - 8), span.start)) &&
      /^(?:新)?(?:修订|修正|修改)/u.test(text.slice(span.end));
    const isColumn = value === reportYear - 1 && match[0].trim() === text.trim();
    if (isCompared || isEdition || isColumn) return [];
    return [
      buildToken('year', span, '这个年份沿用上年，没有随年度改动，现在写它还对吗？', {
        leftover: value === lastYear,
      }),
    ];
  });
}

/** Years from … to …: those that ended before the report's year, and the outline's where they are not its own. */
export function scanRanges(
  text: string,
  reportYear: number,
  outlineYears: { readonly from: number; readonly to: number } | null,
): readonly Token[] {
  return findMatches(text, ranges).map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const [from, to] = [readYear(match[1] ?? ''), readYear(match[2] ?? '')];
    const isOutline = /法治政府建设实施纲要\s*[（(]\s*$/u.test(
      text.slice(Math.max(0, match.index - 24), match.index),
    );
    const right = isOutline ? outlineYears : null;
    if (right && (from !== right.from || to !== right.to)) {
      return buildToken('period', span, '纲要的起止年份与本年度适用的不同，请核对。', {
        proposals: [`${right.from}－${right.to}年`],
      });
    }
    if (to >= reportYear) return buildToken('period', span, '', { silent: true });
    return buildToken('period', span, `这一时期到${to}年已经结束，现在写它还对吗？`);
  });
}

/** Numbers of documents that were issued in the base's year: 〔2025〕31号. Older ones are mostly in force. */
export function scanLastYearNumbers(text: string, lastYear: number | null): readonly Token[] {
  if (lastYear === null || !text.includes(String(lastYear))) return [];
  const numbered = new RegExp(`[〔［[]${lastYear}[〕］\\]]\\s*\\d{1,4}\\s*号`, 'gu');
  return findMatches(text, numbered).map((match) =>
    buildToken(
      'year',
      { start: match.index, end: match.index + match[0].length },
      '这是上年的文号，今年是不是另有文件？',
    ),
  );
}

/** In the plan: a sentence true of the year that has come, and of no other: 2026年是“十五五”规划开局之年. */
export function scanComeYears(text: string, reportYear: number): readonly Token[] {
  return findMatches(text, yearPhrases).flatMap((match) => {
    const words = match[0];
    if (readYear(match[1] ?? '') !== reportYear) return [];
    return [
      buildToken(
        'year',
        { start: match.index, end: match.index + words.length },
        '这句话说的是本年度，安排里要写下一年度，请改写。',
      ),
    ];
  });
}
