import type { Span } from '../figures/index.ts';
import { formatChineseNumber } from '../numbering/index.ts';
import { fillWording } from '../packs/index.ts';
import { cycleIn, type Knowledge, type KnownCycle } from './knowledge.ts';
import {
  clauseAt,
  isInside,
  type Mention,
  mentionAt,
  type RollContext,
  sentenceAt,
  spokenYear,
} from './mention.ts';
import { findSuccessor } from './successor.ts';
import type { Title } from './titles.ts';
import { readYear, writeYear, yearDigits } from './year-forms.ts';

const phraseEnd =
  '(?:之年|元年|(?:验收|攻坚|关键|开局|收官|启动|起步|首)年|(?:关键|重要|最后|首|头)的?一年|的?第[一二三四五]年)';
const yearPhrase = new RegExp(
  `(?<!\\d)(${yearDigits})(\\s*年(?:度)?[，,]?(?:既是|正是|是|作为|系))([^。；]{0,60}?${phraseEnd}(?:[，,、](?:也是|又是|更是|还是|是)[^，。；]{0,40}?${phraseEnd})*)`,
  'gu',
);
const barePhrase = new RegExp(`^["”’'][^，。；《]{0,16}?${phraseEnd}`, 'u');
const thisYear = /今年|本年/u;
const nextYear = /明年|来年|下一年/u;

/** The cycle a name may mean in its text: 八五 is of one family, 十五 of one too. */
function cycleNamed(name: string, { cycles }: Knowledge): KnownCycle | undefined {
  return cycles.findLast((one) => one.name === name);
}

/** The cycles named in `words`, one of each family, in their order. */
function cyclesIn(words: string, knowledge: Knowledge): readonly KnownCycle[] {
  if (!knowledge.cycleName) return [];
  const named = [...words.matchAll(knowledge.cycleName)].flatMap((match) => {
    const cycle = cycleNamed(match[0], knowledge);
    return cycle ? [cycle] : [];
  });
  return named.filter(
    (one, index) => named.findIndex(({ family }) => family === one.family) === index,
  );
}

/** “十五五”规划开局之年, of the cycle of the family that runs in `year`; null when none is known. */
function sayYear(family: string, year: number, knowledge: Knowledge): string | null {
  const cycle = cycleIn(knowledge, family, year);
  const wording = knowledge.cycleYears;
  if (!cycle || !wording) return null;
  const { name, noun, from, to } = cycle;
  const pattern = year === from ? wording.first : year === to ? wording.last : wording.other;
  return fillWording(pattern, { name, noun, ordinal: formatChineseNumber(year - from + 1) });
}

/** True of one year only, whichever plan it belongs to. */
const onlyOnce = /(?:开局|收官|决胜)之年|元年|首年|最后一年|周年/u;
/** A joint whose piece was left out. */
const loose = /^[，,、](?:也|又|更|还)?是|(?:[，,、](?:也|又|更|还)?是)+$/gu;
const joint = /([，,、](?:也是|又是|更是|还是|是))/u;

/** A phrase with each plan in it as it stands in `year`; null when it names none, or one without a known one after it. */
function sayPhrase(phrase: string, year: number, knowledge: Knowledge): string | null {
  const said = phrase.split(joint).map((piece) => {
    const families = cyclesIn(piece, knowledge).map(({ family }) => family);
    if (families.length === 0) return joint.test(piece) || !onlyOnce.test(piece) ? piece : '';
    const words = families.map((family) => sayYear(family, year, knowledge));
    return words.every((one) => one !== null) ? words.join('、') : null;
  });
  const isKnown = cyclesIn(phrase, knowledge).length > 0 && said.every((piece) => piece !== null);
  return isKnown ? said.join('').replace(loose, '') : null;
}

/**
 * Sentences true of one year of a plan: 2025年是“十四五”规划收官之年. Asked about, with what can be
 * said of the new year as the packs know its plans; without a plan in it only the year is offered.
 */
export function findYearPhrases(
  text: string,
  titles: readonly Title[],
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  const { fromYear, toYear } = context;
  return [...text.matchAll(yearPhrase)].flatMap((match): Mention[] => {
    const [words, digits = '', link = '', phrase = ''] = match;
    const year = readYear(digits);
    const isNear = year === fromYear || year === fromYear + 1;
    if (!isNear || isInside(titles, match.index)) return [];
    const target = year + toYear - fromYear;
    const said = sayPhrase(phrase, target, knowledge);
    if (said === null && cyclesIn(phrase, knowledge).length === 0) return [];
    const to = said === null ? null : `${writeYear(target, digits)}${link}${said}`;
    const end = match.index + words.length;
    return [mentionAt(text, match.index, end, { verdict: 'ask', reason: 'year-phrase', to })];
  });
}

const lastNamed = new RegExp(`${yearDigits}(?=\\s*年)(?!.*${yearDigits}\\s*年)`, 'u');

/** Which year a phrase without one means once it is rolled; null when it speaks of a past one. */
function meantYear(text: string, at: number, context: RollContext): number | null {
  const clause = clauseAt(text, at);
  if (thisYear.test(clause)) return context.toYear;
  if (nextYear.test(clause)) return context.toYear + 1;
  const sentence = sentenceAt(text, at);
  const [named] = lastNamed.exec(sentence) ?? [];
  if (named === undefined) return spokenYear(context);
  const year = readYear(named);
  return year < context.fromYear ? null : year + context.toYear - context.fromYear;
}

interface Named extends Span {
  readonly cycle: KnownCycle;
}

/** “十四五”规划收官之年 without a year: a span from the mark before the name; null when the name stands alone. */
function findBarePhrase(text: string, { start, end }: Span): Span | null {
  const [phrase] = barePhrase.exec(text.slice(end, end + 40)) ?? [];
  return phrase === undefined ? null : { start: start - 1, end: end + phrase.length };
}

function judgePhrase(
  text: string,
  { cycle, start, end }: Named,
  phrase: Span,
  context: RollContext,
  knowledge: Knowledge,
): Mention {
  const year = meantYear(text, start, context);
  const to = year === null ? null : sayYear(cycle.family, year, knowledge);
  return to === null || to === text.slice(phrase.start, phrase.end)
    ? mentionAt(text, start, end, { verdict: 'keep', reason: 'cycle', to: null })
    : mentionAt(text, phrase.start, phrase.end, { verdict: 'ask', reason: 'year-phrase', to });
}

function judgeName(
  text: string,
  { cycle, start, end }: Named,
  context: RollContext,
  knowledge: Knowledge,
): Mention {
  const spoken = spokenYear(context);
  if (cycle.to >= spoken) {
    return mentionAt(text, start, end, { verdict: 'keep', reason: 'cycle', to: null });
  }
  const to = cycleIn(knowledge, cycle.family, spoken)?.name ?? null;
  const verdict = knowledge.past.test(clauseAt(text, start)) ? 'keep' : 'ask';
  return mentionAt(text, start, end, { verdict, reason: 'cycle', to });
}

/** A paper named after a plan that was over before the new year; the whole title is asked about. */
function judgeTitle(
  text: string,
  title: Title,
  { cycle }: Named,
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  const spoken = spokenYear(context);
  const isOver = cycle.to < spoken && !knowledge.past.test(clauseAt(text, title.end));
  const to = findSuccessor(title.text, spoken, knowledge);
  const verdict = { verdict: 'ask', reason: 'period-ended', to } as const;
  return isOver ? [mentionAt(text, title.start, title.end, verdict)] : [];
}

/**
 * Plans and programmes by name (“十四五”, “八五”普法). One that runs in the new year stays; one that
 * was over is asked about, with the one after it; where the words speak of it as past it stays.
 */
export function findCycles(
  text: string,
  titles: readonly Title[],
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  if (!knowledge.cycleName) return [];
  return [...text.matchAll(knowledge.cycleName)].flatMap((match): readonly Mention[] => {
    const cycle = cycleNamed(match[0], knowledge);
    if (!cycle) return [];
    const named = { cycle, start: match.index, end: match.index + match[0].length };
    const title = titles.find(({ start, end }) => start <= named.start && named.start < end);
    if (title) return judgeTitle(text, title, named, context, knowledge);
    const phrase = findBarePhrase(text, named);
    return [
      phrase
        ? judgePhrase(text, named, phrase, context, knowledge)
        : judgeName(text, named, context, knowledge),
    ];
  });
}
