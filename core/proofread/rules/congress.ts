import { formatChineseNumber, parseChineseNumber } from '../../numbering/index.ts';
import type { Congress } from '../../packs/index.ts';
import { findMatches } from '../../patterns/index.ts';
import { findingOf, type Hit, isBody, sentenceOf } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { Draft, Rule } from '../rule.ts';

const id = 'congress';
const named =
  /(?:党的|(?<![\p{Script=Han}])|(?<=十[一二三四五六七八九]大|和|、|及))(十[一二三四五六七八九]|二十[一二三]?)(大(?!于|小|型|员|力|家|量|类|项|行|举|最|美|优|成|代表|队|重点|领域|专项|工程|件|案)|届([一二三四五六七])中全会)/gu;

/** The congress a mention names; undefined when the packs do not know it. */
function congressOf(match: RegExpExecArray, congresses: readonly Congress[]): Congress | undefined {
  const ordinal = parseChineseNumber(match[1] ?? '');
  return congresses.find((one) => one.ordinal === ordinal);
}

/** The year a mention points to; null for a congress or session whose year is not known. */
function yearOfMention(match: RegExpExecArray, congresses: readonly Congress[]): number | null {
  const known = congressOf(match, congresses);
  const session = match[3];
  if (session === undefined) return known?.year ?? null;
  return known?.plenums[(parseChineseNumber(session) ?? 0) - 1] ?? null;
}

const awaited = /迎接|喜迎|筹备|即将|迎来|召开/u;

/** Most passages name no congress: the pattern would look behind at each of their letters. */
const mayName = ({ plain }: Passage) => /十[一二三四五六七八九大届]/u.test(plain);

function futureHits({ plain }: Passage, { year, rules }: Draft): readonly Hit[] {
  return findMatches(plain, named).flatMap((match) => {
    const held = yearOfMention(match, rules.congresses);
    if (held === null || held <= year || awaited.test(sentenceOf(plain, match.index))) return [];
    return [{ start: match.index, end: match.index + match[0].length, replacement: null }];
  });
}

/** The congress in force: in the year of a congress both the old wording and the new are in use. */
function congressInForce({ year, rules }: Draft): Congress | undefined {
  return rules.congresses.findLast((one) => one.year < year);
}

function outdatedHits({ plain }: Passage, draft: Draft): readonly Hit[] {
  const inForce = congressInForce(draft);
  if (!inForce) return [];
  return findMatches(plain, named).flatMap((match) => {
    const said = congressOf(match, draft.rules.congresses);
    const isPast = said === undefined || /以来/u.test(sentenceOf(plain, match.index));
    if (isPast || said.ordinal >= inForce.ordinal) return [];
    return [{ start: match.index, end: match.index + match[0].length, replacement: null }];
  });
}

/** True when some passage names the congress in force or one of its plenums. */
function namesCurrent(draft: Draft): boolean {
  const inForce = congressInForce(draft);
  if (!inForce) return true;
  const words = new RegExp(`${formatChineseNumber(inForce.ordinal)}(?:大|届)`, 'u');
  return draft.passages.some(({ text }) => words.test(text));
}

function check(draft: Draft) {
  const outdated = !namesCurrent(draft);
  const naming = draft.passages.filter((passage) => isBody(passage) && mayName(passage));
  return naming.flatMap((passage) => [
    ...findingOf(passage, futureHits(passage, draft), {
      rule: id,
      severity: 'error',
      say: (_, words) => `“${words}”在${draft.year}年还没有召开，请核对届次或年度。`,
    }),
    ...findingOf(passage, outdated ? outdatedHits(passage, draft) : [], {
      rule: id,
      severity: 'warning',
      say: (_, words) =>
        `全文只提到“${words}”，没有提到最近一次党代会的精神，可能是沿用了往年的话。`,
    }),
  ]);
}

/** Party congresses and plenums against the report's year: none still to come, none long past. @source regulations.md 7.4 */
export const congress: Rule = { id, check };
