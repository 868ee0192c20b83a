import { formatChineseYear, parseChineseNumber } from '../numbering/index.ts';
import { findKeepReason, type KeepReason } from './year-phrases.ts';

/** Why a year moves when a report is rolled forward. */
export type MoveReason = 'reporting-year' | 'next-year' | 'last-year';
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

const namedYear =
  /(?<![\d０-９〔[［])((?:19|20)\d{2}|[２１][０９][０-９]{2}|[二一][〇○零一二三四五六七八九]{3})(?=\s*[年度]|([-./])\d{1,2}\2\d{1,2}(?!\d))/gu;
const titleMarks = /[《〈<][^《》〈〉<>]*(?:[〈<][^〈〉<>]*[〉>][^《》〈〉<>]*)*[》〉>]/gu;
/** The report itself and no other paper. */
const ownTitle = /法治政府建设(?:工作|年度|情况)*(?:的)?(?:报告|情况)[》〉>]$/u;
const joiner = '\\s*年?\\s*(?:[-－—–―～~]{1,2}|至|到)\\s*';
const period = new RegExp(`(?:19|20)\\d{2}${joiner}(?:19|20)\\d{2}`, 'gu');
/** 2024、2025年, 2023年、2024年和2025年: years that are told together. */
const listed = /(?:19|20)\d{2}(?:\s*年?\s*[、和及]\s*(?:19|20)\d{2})+(?=\s*年)/gu;
const comparedBefore = /(?:较|比|相比|对比|相较于|相较|与|同|去年（|上一?年度?（)\s*$/u;
const comparedAfter =
  /^年(?:度)?(?:同期|的?[^，。；]{0,12}(?:下降|上升|增长|增加|减少|提高|提升|降低|降|增|升)[到至为])/u;

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

function findMoveReason(
  year: number,
  reportYear: number,
  before: string,
  after: string,
): MoveReason | null {
  if (year === reportYear) return 'reporting-year';
  if (year === reportYear + 1) return 'next-year';
  const isCompared = comparedBefore.test(before) || comparedAfter.test(after);
  return year === reportYear - 1 && isCompared ? 'last-year' : null;
}

/** Characters around a year that tell what it means. */
const reach = 90;

/** Periods, and years told together of which the first is past: both stay. */
function findPeriods(text: string, reportYear: number): readonly Span[] {
  const lists = findSpans(text, listed).filter(({ start, end }) => {
    const years = (text.slice(start, end).match(/\d{4}/gu) ?? []).map(Number);
    const [first = reportYear] = years;
    return first < reportYear && years.every((year, index) => year > (years[index - 1] ?? 0));
  });
  return [...findSpans(text, period), ...lists];
}

type YearForm = 'ascii' | 'full-width' | 'chinese';

function formOf(digits: string): YearForm {
  if (/^\d/u.test(digits)) return 'ascii';
  return /^[０-９]/u.test(digits) ? 'full-width' : 'chinese';
}

/** Reads and writes a year in each of its forms. */
const yearForms: Readonly<
  Record<YearForm, { read: (digits: string) => number; write: (year: number) => string }>
> = {
  ascii: { read: Number, write: String },
  'full-width': {
    read: (digits) => Number(shiftDigits(digits, -0xfee0)),
    write: (year) => shiftDigits(String(year), 0xfee0),
  },
  chinese: { read: (digits) => parseChineseNumber(digits) ?? 0, write: formatChineseYear },
};

function shiftDigits(digits: string, by: number): string {
  return digits.replace(/./gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + by));
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
  const titles = findSpans(text, titleMarks).filter(
    ({ start, end }) => !ownTitle.test(text.slice(start, end)),
  );
  const periods = findPeriods(text, reportYear);
  return [...text.matchAll(namedYear)].flatMap((match): YearMention[] => {
    const [, from = ''] = match;
    const start = match.index;
    const end = start + from.length;
    const form = yearForms[formOf(from)];
    const year = form.read(from);
    const before = text.slice(Math.max(0, start - reach), start);
    const after = text.slice(end, end + reach).trimStart();
    const reason = findMoveReason(year, reportYear, before, after);
    if (!reason) return [];
    const inTitle = isInside(titles, start) ? 'document-title' : null;
    const inPeriod = isInside(periods, start) ? 'period' : null;
    const keep = inTitle ?? inPeriod ?? findKeepReason(before, after);
    if (keep) return [{ start, end, from, year, verdict: { kind: 'keep', reason: keep } }];
    return [
      { start, end, from, year, verdict: { kind: 'move', reason, to: form.write(year + delta) } },
    ];
  });
}
