import {
  isInside,
  type Mention,
  type MoveReason,
  mentionAt,
  type RollContext,
  type Verdict,
} from './mention.ts';
import type { Title } from './titles.ts';
import { namedYear, readYear, writeYear } from './year-forms.ts';
import {
  findBoundReason,
  findFactReason,
  findKeepReason,
  isDayOfEvent,
  isLoneDate,
  isLoneYear,
  isOfOneYearOnly,
  type YearSurroundings,
} from './year-phrases.ts';
import { isComparedYear } from './year-words.ts';

function findMoveReason(
  year: number,
  { fromYear }: RollContext,
  { before, after }: YearSurroundings,
): MoveReason | null {
  if (year === fromYear) return 'reporting-year';
  if (year === fromYear + 1) return 'next-year';
  const isCompared = isLoneYear({ before, after }) || isComparedYear({ before, after });
  return year === fromYear - 1 && isCompared ? 'last-year' : null;
}

/** Characters around a year that tell what it means. */
const reach = 160;

/** Reasons to stay that leave the writer no choice: another year there would be false. */
const fixed: ReadonlySet<string> = new Set(['edition', 'event']);

function judgeYear(
  year: number,
  to: string,
  context: RollContext,
  around: YearSurroundings,
): Verdict | null {
  const { fromYear, partKind } = context;
  if (year < fromYear - 1 || year > fromYear + 1) return null;
  const keep = findKeepReason(around);
  if (keep) return { verdict: 'keep', reason: keep, to: fixed.has(keep) ? null : to };
  const move = findMoveReason(year, context, around);
  if (!move) return { verdict: 'keep', reason: 'history', to };
  if (move === 'last-year') return { verdict: 'move', reason: move, to };
  const bound = findBoundReason(around);
  if (bound === 'goal') return { verdict: 'ask', reason: bound, to: year > fromYear ? to : null };
  if (bound) {
    const isOfOneYear = bound === 'year-phrase' && isOfOneYearOnly(around);
    return { verdict: 'ask', reason: bound, to: isOfOneYear ? null : to };
  }
  if (move === 'reporting-year') {
    const fact = findFactReason(around);
    if (fact) return { verdict: 'ask', reason: fact, to };
  } else if (isLoneDate(around) || (partKind !== 'plan' && isDayOfEvent(around))) {
    return { verdict: 'ask', reason: 'dated-event', to };
  }
  return { verdict: 'move', reason: move, to };
}

/**
 * The years of `text` outside other papers' titles that mean the reporting year, the next one or
 * the last one, with a verdict each. The reporting year, the next one, and the last one in a
 * comparison move; facts of the reporting year alone (an award, a paper issued, the day of an
 * event) and sentences true of one year only are asked about. Other years are history and are
 * not listed.
 * @source DESIGN.md 3.3; regulations.md 9
 */
export function findYears(
  text: string,
  titles: readonly Title[],
  context: RollContext,
): readonly Mention[] {
  return [...text.matchAll(namedYear)].flatMap((match): Mention[] => {
    const [, from = ''] = match;
    const start = match.index;
    const end = start + from.length;
    if (isInside(titles, start)) return [];
    const year = readYear(from);
    const verdict = judgeYear(
      year,
      writeYear(year + context.toYear - context.fromYear, from),
      context,
      {
        before: text.slice(Math.max(0, start - reach), start),
        after: text.slice(end, end + reach).trimStart(),
      },
    );
    return verdict ? [mentionAt(text, start, end, verdict)] : [];
  });
}
