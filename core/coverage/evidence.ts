import { createMemory, type Memory } from '../memory/index.ts';
import { type Block, blockText } from '../model/index.ts';
import { hasOpenPlace } from '../packs/index.ts';
import type { CompiledChecklist, CompiledPattern } from './compile-checklist.ts';
import { withoutNegations } from './negations.ts';
import { withoutPlans } from './plans.ts';
import { readStatements, readText, type Statement } from './statements.ts';
import type { Untold } from './untold.ts';

/** A sentence that speaks to a check item. */
export interface Evidence {
  /** Index of the item in its checklist. */
  readonly item: number;
  /** False when the sentence only touches the question. */
  readonly answers: boolean;
  /** True when only what the sentence says of the future answers it: 明年计划举办4次. */
  readonly isPlan: boolean;
  readonly quote: string;
}

type Verdict = Pick<Evidence, 'answers' | 'isPlan'>;

/** The patterns of one question that a statement may match. */
interface Candidates {
  readonly item: number;
  readonly answered: readonly CompiledPattern[];
  readonly touched: readonly CompiledPattern[];
}

/** A sentence beside what is left of it; the same for all questions. */
interface Reading {
  readonly sentence: string;
  /** Without what is not of the unit or not of the year. */
  readonly own: string;
  /** That, without what was not done. */
  readonly told: string;
  /** Without what is still to be done. */
  readonly readDone: () => string;
}

function createReading(sentence: string, year: number, untold: Untold): Reading {
  let done: string | null = null;
  const own = untold.withoutUntold(sentence, year);
  return {
    sentence,
    own,
    told: withoutNegations(own),
    readDone: () => {
      done ??= untold.withoutGoals(withoutPlans(sentence, year));
      return done;
    },
  };
}

function judgeReading({ answered, touched }: Candidates, reading: Reading): Verdict | null {
  const { sentence, own, told, readDone } = reading;
  if (!answered.some(({ pattern }) => pattern.test(sentence))) {
    return touched.some(({ pattern }) => pattern.test(sentence))
      ? { answers: false, isPlan: false }
      : null;
  }
  const tells = (words: string, rest: string) =>
    answered.some((one) => one.pattern.test(one.readsNegations ? words : rest));
  const done = readDone();
  const isPlan = done !== sentence && !tells(done, withoutNegations(done));
  const isTold =
    told === sentence ||
    answered.some(({ pattern, readsNegations, readsUntold }) => {
      if (readsUntold) return pattern.test(readsNegations ? sentence : withoutNegations(sentence));
      return pattern.test(readsNegations ? own : told);
    });
  return { answers: isTold && !hasOpenPlace(sentence), isPlan };
}

/** The best any reading of a statement gives: an answer before a plan, a plan before a touch. */
function judgeItem(patterns: Candidates, readings: readonly Reading[]): Verdict | null {
  let best: Verdict | null = null;
  for (const reading of readings) {
    const verdict = judgeReading(patterns, reading);
    if (verdict?.answers && !verdict.isPlan) return verdict;
    if (verdict && (!best || (verdict.answers && !best.answers))) best = verdict;
  }
  return best;
}

/** The candidates by their question, in the checklist's order, as the candidates themselves are. */
function groupCandidates(
  { patterns }: CompiledChecklist,
  candidates: readonly number[],
): readonly Candidates[] {
  const groups: { item: number; answered: CompiledPattern[]; touched: CompiledPattern[] }[] = [];
  for (const index of candidates) {
    const pattern = patterns[index];
    if (!pattern) continue;
    let group = groups.at(-1);
    if (group?.item !== pattern.item) {
      group = { item: pattern.item, answered: [], touched: [] };
      groups.push(group);
    }
    (pattern.answers ? group.answered : group.touched).push(pattern);
  }
  return groups;
}

function judgeStatement(
  checklist: CompiledChecklist,
  { quote, readings }: Statement,
  year: number,
  isAsked: (patterns: Candidates) => boolean,
): readonly Evidence[] {
  const candidates = checklist.findCandidates(readings.join('\n'));
  const asked = groupCandidates(checklist, candidates).filter(isAsked);
  if (asked.length === 0) return [];
  const read = readings.map((sentence) => createReading(sentence, year, checklist.untold));
  return asked.flatMap((patterns): Evidence[] => {
    const verdict = judgeItem(patterns, read);
    return verdict ? [{ item: patterns.item, ...verdict, quote }] : [];
  });
}

/** A joined sentence tells what none of the sentences around it answered alone. */
function judgeAll(
  checklist: CompiledChecklist,
  statements: readonly Statement[],
  year: number,
): readonly Evidence[] {
  const alone = statements
    .filter(({ isJoined }) => !isJoined)
    .flatMap((statement) => judgeStatement(checklist, statement, year, () => true));
  const known = new Set(alone.filter(({ answers }) => answers).map(({ item }) => item));
  const isOpen = ({ item, answered }: Candidates) => answered.length > 0 && !known.has(item);
  const joined = statements
    .filter(({ isJoined }) => isJoined)
    .flatMap((statement) => judgeStatement(checklist, statement, year, isOpen))
    .filter(({ answers }) => answers);
  return [...alone, ...joined];
}

/** Texts remembered for one checklist; about twenty reports' worth. */
const maxKnownTexts = 4000;
const knownByChecklist = new WeakMap<CompiledChecklist, Memory<readonly Evidence[]>>();

/** Evidence by year and text: the same text always gives the same, so only edits cost time. */
function memoryOf(checklist: CompiledChecklist): Memory<readonly Evidence[]> {
  const known = knownByChecklist.get(checklist) ?? createMemory(maxKnownTexts);
  knownByChecklist.set(checklist, known);
  return known;
}

/** The year counts only for a text that names the one before or the next: reports share the others. */
function keyOf(text: string, type: 'table' | '', year: number): string {
  const isDated = [year - 1, year, year + 1].some((one) => text.includes(`${one}年`));
  return `${isDated ? year : ''} ${type} ${text}`;
}

/**
 * What a block says to the questions of a checklist, sentence by sentence and row by row. A sentence
 * with an unfilled 〔…〕 place only touches what it would answer when filled; so does one that tells
 * what was not done.
 * @param year of the report: a sentence on the next is a plan
 * @param heading of the section or point the block stands under
 */
export function findEvidence(
  checklist: CompiledChecklist,
  block: Block,
  year: number,
  heading = '',
): readonly Evidence[] {
  const key = keyOf(blockText(block), block.type === 'table' ? 'table' : '', year);
  return memoryOf(checklist).get(`${heading}\n${key}`, () =>
    judgeAll(checklist, readStatements(block, heading), year),
  );
}

/** The same of a heading. */
export function findHeadingEvidence(
  checklist: CompiledChecklist,
  heading: string,
  year: number,
): readonly Evidence[] {
  return memoryOf(checklist).get(keyOf(heading, '', year), () =>
    judgeAll(checklist, readText(heading), year),
  );
}
