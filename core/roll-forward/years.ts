import { formatChineseYear, parseChineseNumber } from '../numbering/index.ts';

/** Why a year moves when a report is rolled forward. */
export type MoveReason = 'reporting-year' | 'next-year' | 'last-year';
/** Why a year near the reporting year stays. */
export type KeepReason = 'document-title' | 'period' | 'edition' | 'founding' | 'year-bound';

/** A year named in a text and what becomes of it. Offsets are UTF-16 units of the text. */
export interface YearMention {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly year: number;
  readonly verdict:
    | { readonly kind: 'move'; readonly reason: MoveReason; readonly to: string }
    | { readonly kind: 'keep'; readonly reason: KeepReason };
}

const namedYear = /(?<![\d〔[［])((?:19|20)\d{2}|[二一][〇○零一二三四五六七八九]{3})(?=\s*年)/gu;
const titleMarks = /[《〈<][^《》〈〉<>]*(?:[〈<][^〈〉<>]*[〉>][^《》〈〉<>]*)*[》〉>]/gu;
const joiner = '\\s*年?\\s*(?:[-－—–―～~]{1,2}|至|到)\\s*';
const period = new RegExp(`(?:19|20)\\d{2}${joiner}(?:19|20)\\d{2}`, 'gu');
const edition = /^年\s*(?:版|本|修订|修正|修改|第[一二三]次修)/u;
const sinceBefore = /(?:自|从|始于|始建于|成立于|建于)\s*$/u;
const sinceAfter =
  /^年(?:度)?(?:\d{1,2}月)?(?:以来|起(?!至|到)|开始|以后|之后|成立|建立|实施|启动|设立|创建)/u;
const boundAfter =
  /^年(?:度)?(?:，)?是[^。；]{0,60}?(?:之年|收官|开局|元年|周年|第[一二三四五]年)/u;
const comparedBefore = /(?:较|比|相比|对比|相较于|相较|与|同)\s*$/u;

interface Span {
  readonly start: number;
  readonly end: number;
}

function findSpans(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const isInside = (spans: readonly Span[], at: number) =>
  spans.some(({ start, end }) => start <= at && at < end);

function findKeepReason(before: string, after: string): KeepReason | null {
  if (edition.test(after)) return 'edition';
  if (boundAfter.test(after)) return 'year-bound';
  return sinceBefore.test(before) && sinceAfter.test(after) ? 'founding' : null;
}

function findMoveReason(year: number, reportYear: number, before: string): MoveReason | null {
  if (year === reportYear) return 'reporting-year';
  if (year === reportYear + 1) return 'next-year';
  return year === reportYear - 1 && comparedBefore.test(before) ? 'last-year' : null;
}

/**
 * The years of `text` that mean the reporting year, the next one, or last year in a comparison, with
 * a verdict each: they move by `delta`, but not inside a document's title, a period of years, an
 * edition, a founding date, or a sentence that is true of one year only (2020年是…收官之年).
 * Other years are history and are not listed.
 * @source DESIGN.md 3.3; regulations.md 9
 */
export function findYearMentions(
  text: string,
  reportYear: number,
  delta: number,
): readonly YearMention[] {
  const titles = findSpans(text, titleMarks);
  const periods = findSpans(text, period);
  return [...text.matchAll(namedYear)].flatMap((match): YearMention[] => {
    const [from] = match;
    const start = match.index;
    const end = start + from.length;
    const isArabic = /\d/u.test(from);
    const year = isArabic ? Number(from) : (parseChineseNumber(from) ?? 0);
    const before = text.slice(0, start);
    const reason = findMoveReason(year, reportYear, before);
    if (!reason) return [];
    const inTitle = isInside(titles, start) ? 'document-title' : null;
    const inPeriod = isInside(periods, start) ? 'period' : null;
    const keep = inTitle ?? inPeriod ?? findKeepReason(before, text.slice(end).trimStart());
    if (keep) return [{ start, end, from, year, verdict: { kind: 'keep', reason: keep } }];
    const to = isArabic ? String(year + delta) : formatChineseYear(year + delta);
    return [{ start, end, from, year, verdict: { kind: 'move', reason, to } }];
  });
}
