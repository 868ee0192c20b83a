import { partKindNames } from '../../api/index.ts';
import type { PartKind } from '../../model/index.ts';
import { findMatches } from '../../patterns/index.ts';
import { findingOf, matchHits } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { LocalRule, Scene } from '../rule.ts';

const rule = 'heading-year';
/** A year by itself, not one end of 2021—2025年. */
const singleYear = /(?<![0-9][—－–\-～至]|[0-9])([0-9]{4})(?=年(?!\s?[—－–\-～至]))/gu;

/** The year a heading of `kind` speaks of in a report of `year`. */
function expectedYear(kind: PartKind, year: number): number {
  return kind === 'plan' ? year + 1 : year;
}

function checkText(passage: Passage, expected: number, what: string) {
  const { text } = passage;
  const years = findMatches(text, singleYear).map((match) => Number(match[1]));
  if (years.length === 0 || years.includes(expected)) return [];
  // With two years in it there is no telling which is wrong.
  const mended = years.length === 1 ? String(expected) : null;
  return findingOf(
    passage,
    matchHits(text, singleYear, () => mended),
    {
      rule,
      severity: 'error',
      say: (_, words) => `${what}写的是${words}年，应为${expected}年。`,
    },
  );
}

function checkPassage(passage: Passage, { year }: Scene) {
  const { role, partKind } = passage;
  if (role === 'title') return checkText(passage, year, '报告题目');
  if (role !== 'part-heading' || partKind === null || partKind === 'other') return [];
  return checkText(passage, expectedYear(partKind, year), `“${partKindNames[partKind]}”部分的标题`);
}

/** Title and headings of the parts against the report's year: the plan names the next. @source regulations.md 0.9, 7.4, 9.6 */
export const headingYear: LocalRule = {
  id: rule,
  checkPassage,
};
