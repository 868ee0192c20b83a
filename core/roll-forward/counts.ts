import { formatChineseNumber, parseChineseNumber } from '../numbering/index.ts';
import { clauseAt, isInside, type Mention, mentionAt, type RollContext } from './mention.ts';
import type { Title } from './titles.ts';
import { readYear, writeYear, yearDigits } from './year-forms.ts';

const han = '[一二三四五六七八九十百]{1,5}';
const anniversary = new RegExp(
  `(?:(?<!\\d)(${yearDigits})(\\s*年(?:度)?[，,]?(?:正值|适逢|恰逢|正逢|喜迎|是|迎来)[^，。；《》]{0,24}?))?(\\d{1,3}|${han})(\\s*周年)`,
  'gu',
);
const counted = new RegExp(`(连续第?|第)(\\d{1,2}|两|${han})(\\s*个?年)(?!度|级|轮|代|龄)`, 'gu');
const past = new RegExp(`${yearDigits}(?=\\s*[年、和及])`, 'u');

/** A number one or more higher, in the digits it was written in. */
function raise(digits: string, by: number): string | null {
  if (/^\d+$/u.test(digits)) return String(Number(digits) + by);
  const value = digits === '两' ? 2 : parseChineseNumber(digits);
  return value === null ? null : formatChineseNumber(value + by);
}

/** True when the clause speaks of a year before the reporting year. */
function isOfThePast(clause: string, fromYear: number): boolean {
  const [named] = past.exec(clause) ?? [];
  return named !== undefined && readYear(named) < fromYear;
}

function findAnniversaries(text: string, { fromYear, toYear }: RollContext): readonly Mention[] {
  const by = toYear - fromYear;
  return [...text.matchAll(anniversary)].flatMap((match): Mention[] => {
    const [words, year = '', link = '', digits = '', tail = ''] = match;
    const to = raise(digits, by);
    if (to === null || isOfThePast(clauseAt(text, match.index), fromYear)) return [];
    const moved = year === '' ? '' : `${writeYear(readYear(year) + by, year)}${link}`;
    const verdict = { verdict: 'ask', reason: 'anniversary', to: `${moved}${to}${tail}` } as const;
    return [mentionAt(text, match.index, match.index + words.length, verdict)];
  });
}

function findCounted(text: string, { fromYear, toYear }: RollContext): readonly Mention[] {
  return [...text.matchAll(counted)].flatMap((match): Mention[] => {
    const [words, head = '', digits = '', tail = ''] = match;
    const next = raise(digits, toYear - fromYear);
    if (next === null || isOfThePast(clauseAt(text, match.index), fromYear)) return [];
    const verdict = { verdict: 'ask', reason: 'count', to: `${head}${next}${tail}` } as const;
    return [mentionAt(text, match.index, match.index + words.length, verdict)];
  });
}

/** Numbers that grow with the years: 周年, 第三年, 连续三年. Asked about, with the next number. */
export function findCounts(
  text: string,
  titles: readonly Title[],
  context: RollContext,
): readonly Mention[] {
  return [...findAnniversaries(text, context), ...findCounted(text, context)].filter(
    ({ start }) => !isInside(titles, start),
  );
}
