import { formatChineseNumber, parseChineseNumber } from '../../numbering/index.ts';
import { findingOf, type Hit, isBody, sentenceOf } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { Draft, Rule } from '../rule.ts';

const id = 'congress';
const named =
  /(?:党的|(?<![\p{Script=Han}])|(?<=十[一二三四五六七八九]大|和|、|及))(十[一二三四五六七八九]|二十[一二三]?)(大(?!于|小|型|员|力|家|量|类|项|行|举|最|美|优|成|代表|队|重点|领域|专项|工程|件|案)|届([一二三四五六七])中全会)/gu;

/** Years of the plenary sessions of each Central Committee, as far as they are known. */
const plenums: ReadonlyMap<number, readonly number[]> = new Map([
  [18, [2012, 2013, 2013, 2014, 2015, 2016, 2017]],
  [19, [2017, 2018, 2018, 2019, 2020, 2021, 2022]],
  [20, [2022, 2023, 2024, 2025]],
]);

/** Year of the nth party congress: every five years, the fifteenth in 1997. */
function congressYear(ordinal: number): number {
  return 1997 + 5 * (ordinal - 15);
}

/** The year a mention points to; null for a session whose year is not known here. */
function yearOfMention(match: RegExpExecArray): number | null {
  const ordinal = parseChineseNumber(match[1] ?? '') ?? 0;
  const session = match[3];
  if (session === undefined) return ordinal >= 15 ? congressYear(ordinal) : null;
  return plenums.get(ordinal)?.[(parseChineseNumber(session) ?? 0) - 1] ?? null;
}

const awaited = /迎接|喜迎|筹备|即将|迎来|召开/u;

function futureHits({ plain }: Passage, year: number): readonly Hit[] {
  return [...plain.matchAll(named)].flatMap((match) => {
    const held = yearOfMention(match);
    if (held === null || held <= year || awaited.test(sentenceOf(plain, match.index))) return [];
    return [{ start: match.index, end: match.index + match[0].length, replacement: null }];
  });
}

/** The latest congress that had been held by the end of `year`. */
function currentCongress(year: number): number {
  return 15 + Math.floor((year - 1997) / 5);
}

function outdatedHits({ plain }: Passage, year: number): readonly Hit[] {
  return [...plain.matchAll(named)].flatMap((match) => {
    const ordinal = parseChineseNumber(match[1] ?? '') ?? 0;
    // In the year of a congress both the old wording and the new are in use.
    if (
      ordinal < 15 ||
      ordinal >= currentCongress(year - 1) ||
      /以来/u.test(sentenceOf(plain, match.index))
    )
      return [];
    return [{ start: match.index, end: match.index + match[0].length, replacement: null }];
  });
}

/** True when some passage names the congress in force or one of its plenums. */
function namesCurrent({ passages, year }: Draft): boolean {
  const current = formatChineseNumber(currentCongress(year - 1));
  const words = new RegExp(`${current}(?:大|届)`, 'u');
  return passages.some(({ text }) => words.test(text));
}

function check(draft: Draft) {
  const outdated = !namesCurrent(draft);
  return draft.passages.filter(isBody).flatMap((passage) => [
    ...findingOf(passage, futureHits(passage, draft.year), {
      rule: id,
      severity: 'error',
      say: (_, words) => `“${words}”在${draft.year}年还没有召开，请核对届次或年度。`,
    }),
    ...findingOf(passage, outdated ? outdatedHits(passage, draft.year) : [], {
      rule: id,
      severity: 'warning',
      say: (_, words) =>
        `全文只提到“${words}”，没有提到最近一次党代会的精神，可能是沿用了往年的话。`,
    }),
  ]);
}

/** Party congresses and plenums against the report's year: none still to come, none long past. @source regulations.md 7.4 */
export const congress: Rule = { id, check };
