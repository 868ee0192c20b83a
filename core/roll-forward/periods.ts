import type { Knowledge } from './knowledge.ts';
import {
  clauseAt,
  isInside,
  type Mention,
  mentionAt,
  type RollContext,
  sentenceAt,
  spanAt,
  spokenYear,
} from './mention.ts';
import { findSuccessor } from './successor.ts';
import type { Title } from './titles.ts';
import { readYear, writeYear, yearDigits } from './year-forms.ts';
import { rangeJoiner } from './year-words.ts';

const joiner = `\\s{0,9}年?${rangeJoiner}`;
const period = new RegExp(
  `(?<!\\d)(${yearDigits})${joiner}(${yearDigits})(?:\\s*年)?(?!\\d)`,
  'gu',
);
/** 2024、2025年, 2023年、2024年和2025年: years that are told together. */
const listed = /(?<!\d)(?:19|20)\d{2}(?:\s{0,9}年?\s{0,9}[、和及]\s*(?:19|20)\d{2})+(?=\s*年)/gu;
const dates = new RegExp(
  `(?<!\\d)(${yearDigits})(\\s*年\\s*\\d{1,2}\\s*月(?:\\s{0,9}\\d{1,2}\\s*日)?\\s{0,9}起?[，,]?\\s{0,9}(?:[-－—–―～~]{1,2}|至|到)\\s*)(${yearDigits})(?=\\s*年\\s*\\d{1,2}\\s*月)`,
  'gu',
);
const dataContext = /统计|数据|期限|口径|报告期|时限/u;
const planBefore = /(?:行动|规划|计划|方案|纲要|工程|普法|攻坚|[”"])\s*[（(]\s*$/u;
const planAfter = /^[^，。；）)]{0,6}(?:行动|规划|计划|方案)/u;

/** Years of the cycle that follows the one named in the same sentence, written as `from` is. */
function nextYears(
  text: string,
  match: RegExpExecArray,
  knowledge: Knowledge,
  spoken: number,
): string | null {
  const [from, first = '', last = ''] = match;
  const sentence = sentenceAt(text, match.index);
  const ended = knowledge.cycles.find(
    (one) =>
      one.from === readYear(first) && one.to === readYear(last) && sentence.includes(one.name),
  );
  const next = knowledge.cycles.find(
    (one) => one.family === ended?.family && one.from <= spoken && spoken <= one.to,
  );
  if (!next) return null;
  return from.replace(first, writeYear(next.from, first)).replace(last, writeYear(next.to, last));
}

function judgePeriod(
  text: string,
  match: RegExpExecArray,
  titles: readonly Title[],
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  const [words, first = '', last = ''] = match;
  const [from, to] = [readYear(first), readYear(last)];
  const end = match.index + words.length;
  if (to < context.fromYear - 1 || to <= from) return [];
  const title = spanAt(titles, match.index);
  const span = title ?? { start: match.index, end };
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const isPlan =
    title !== undefined || planBefore.test(before) || planAfter.test(text.slice(end, end + 12));
  const spoken = spokenYear(context);
  const isOver =
    isPlan &&
    to >= context.fromYear &&
    to < spoken &&
    !knowledge.past.test(clauseAt(text, span.end));
  const offer = title
    ? findSuccessor(title.text, spoken, knowledge)
    : nextYears(text, match, knowledge, spoken);
  return [
    mentionAt(
      text,
      span.start,
      span.end,
      isOver
        ? { verdict: 'ask', reason: 'period-ended', to: offer }
        : { verdict: 'keep', reason: 'period', to: null },
    ),
  ];
}

/**
 * Periods of years: they stay, but the writer is asked about the period of a plan that was over
 * before the new year. A period inside a title concerns the whole title.
 */
export function findPeriods(
  text: string,
  titles: readonly Title[],
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  return [...text.matchAll(period)].flatMap((match) =>
    judgePeriod(text, match, titles, context, knowledge),
  );
}

/** Years told together of which the first is past: all stay, and may be moved together. */
export function findListedYears(
  text: string,
  titles: readonly Title[],
  { fromYear, toYear }: RollContext,
): readonly Mention[] {
  return [...text.matchAll(listed)].flatMap((match): Mention[] => {
    const [words] = match;
    const years = (words.match(/\d{4}/gu) ?? []).map(Number);
    const rises = years.every((year, index) => year > (years[index - 1] ?? 0));
    const isPast =
      rises && (years[0] ?? fromYear) < fromYear && (years.at(-1) ?? 0) >= fromYear - 1;
    if (!isPast || isInside(titles, match.index)) return [];
    const to = words.replaceAll(/\d{4}/gu, (year) => String(Number(year) + toYear - fromYear));
    const end = match.index + words.length;
    return [mentionAt(text, match.index, end, { verdict: 'keep', reason: 'period', to })];
  });
}

/** A span of months over two years: the report's data period moves, another stays and may be moved. */
export function findDateRanges(
  text: string,
  titles: readonly Title[],
  { fromYear, toYear }: RollContext,
): readonly Mention[] {
  const delta = toYear - fromYear;
  return [...text.matchAll(dates)].flatMap((match): Mention[] => {
    const [words, first = '', between = '', last = ''] = match;
    const [from, to] = [readYear(first), readYear(last)];
    const isNear = to === from + 1 && (to === fromYear || from === fromYear);
    if (!isNear || isInside(titles, match.index)) return [];
    const moved = `${writeYear(from + delta, first)}${between}${writeYear(to + delta, last)}`;
    const isData = to === fromYear && dataContext.test(sentenceAt(text, match.index));
    return [
      mentionAt(
        text,
        match.index,
        match.index + words.length,
        isData
          ? { verdict: 'move', reason: 'data-period', to: moved }
          : { verdict: 'keep', reason: 'period', to: moved },
      ),
    ];
  });
}
