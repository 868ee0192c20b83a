import type { Span } from '../figures/index.ts';
import { type Mention, mentionAt, type RollContext } from './mention.ts';
import { namedYear, readYear, writeYear, yearDigits } from './year-forms.ts';
import { rangeJoiner } from './year-words.ts';

const marked =
  /[《〈<][^《》〈〉<>]*(?:[〈<][^〈〉<>]*[〉>][^《》〈〉<>]*)*[》〉>]|《[^《》〈〉，。；]*(?=[，。；]|$)/gu;
/** The report itself and no other paper. */
const ownTitle = /法治政府建设(?:工作|年度|情况)*(?:的)?(?:报告|情况)[》〉>]$/u;
/** “2025年普法工作要点”: a title in quotation marks, known by the kind of paper it ends with. */
const quoted =
  /“[^“”《》]{2,60}(?:要点|方案|意见|办法|规定|细则|清单|责任书|通知|纲要|目录|条例|公告|行动计划|任务书|责任制)”/gu;
const joinedYears = new RegExp(`${yearDigits}\\s{0,9}年?${rangeJoiner}${yearDigits}`, 'u');

/** A title of another paper in a text. */
export interface Title extends Span {
  readonly text: string;
}

/** Titles of other papers in their order, none within another, with their marks: 《…》, “…方案”. The report's own title is none. */
export function findTitles(text: string): readonly Title[] {
  const found = [...text.matchAll(marked), ...text.matchAll(quoted)]
    .filter(([title]) => !ownTitle.test(title))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    }));
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isWithin = one.end <= end;
      end = Math.max(end, one.end);
      return !isWithin;
    });
}

/** The same paper of the new year: 《2025年工作要点》 → 《2026年工作要点》. */
function retitle(title: string, { fromYear, toYear }: RollContext): string {
  return title.replace(namedYear, (digits) => {
    const year = readYear(digits);
    const isNear = year === fromYear || year === fromYear + 1;
    return isNear ? writeYear(year + toYear - fromYear, digits) : digits;
  });
}

/**
 * Papers that name the reporting year or the next one: they stay, since a title that moved may
 * name a paper that does not exist. The same paper of the new year is offered.
 */
export function findYearlyTitles(
  text: string,
  titles: readonly Title[],
  context: RollContext,
): readonly Mention[] {
  return titles.flatMap((title): Mention[] => {
    if (joinedYears.test(title.text)) return [];
    const to = retitle(title.text, context);
    if (to === title.text) return [];
    return [
      mentionAt(text, title.start, title.end, { verdict: 'keep', reason: 'document-title', to }),
    ];
  });
}
