import { createMemory, type Memory } from '../memory/index.ts';
import { type Block, blockText } from '../model/index.ts';
import { hasOpenPlace } from '../packs/index.ts';
import type { CompiledChecklist, CompiledPattern } from './compile-checklist.ts';
import { withoutNegations } from './negations.ts';
import { withoutPlans } from './plans.ts';
import { readStatements, readText, type Statement } from './statements.ts';

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
  readonly answered: readonly CompiledPattern[];
  readonly touched: readonly CompiledPattern[];
}

function judgeReading(
  { answered, touched }: Candidates,
  sentence: string,
  year: number,
): Verdict | null {
  if (!answered.some(({ pattern }) => pattern.test(sentence))) {
    return touched.some(({ pattern }) => pattern.test(sentence))
      ? { answers: false, isPlan: false }
      : null;
  }
  const tells = (words: string) => {
    const told = withoutNegations(words);
    return answered.some((one) => one.pattern.test(one.readsNegations ? words : told));
  };
  const done = withoutPlans(sentence, year);
  const isPlan = done !== sentence && !tells(done);
  return { answers: tells(sentence) && !hasOpenPlace(sentence), isPlan };
}

/** The best any reading of a statement gives: an answer before a plan, a plan before a touch. */
function judgeItem(patterns: Candidates, { readings }: Statement, year: number): Verdict | null {
  let best: Verdict | null = null;
  for (const reading of readings) {
    const verdict = judgeReading(patterns, reading, year);
    if (verdict?.answers && !verdict.isPlan) return verdict;
    if (verdict && (!best || (verdict.answers && !best.answers))) best = verdict;
  }
  return best;
}

/** The candidates by their question, in the checklist's order. */
function groupCandidates(
  { patterns }: CompiledChecklist,
  candidates: readonly number[],
): ReadonlyMap<number, Candidates> {
  const byItem = new Map<number, { answered: CompiledPattern[]; touched: CompiledPattern[] }>();
  for (const index of candidates) {
    const pattern = patterns[index];
    if (!pattern) continue;
    const group = byItem.get(pattern.item) ?? { answered: [], touched: [] };
    byItem.set(pattern.item, group);
    (pattern.answers ? group.answered : group.touched).push(pattern);
  }
  return byItem;
}

function judgeStatement(
  checklist: CompiledChecklist,
  statement: Statement,
  year: number,
): readonly Evidence[] {
  const candidates = checklist.findCandidates(statement.readings.join('\n'));
  return [...groupCandidates(checklist, candidates)].flatMap(([item, patterns]): Evidence[] => {
    const verdict = judgeItem(patterns, statement, year);
    return verdict ? [{ item, ...verdict, quote: statement.quote }] : [];
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
    .flatMap((statement) => judgeStatement(checklist, statement, year));
  const answered = new Set(alone.filter(({ answers }) => answers).map(({ item }) => item));
  const joined = statements
    .filter(({ isJoined }) => isJoined)
    .flatMap((statement) => judgeStatement(checklist, statement, year))
    .filter(({ item, answers }) => answers && !answered.has(item));
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

/** The year counts only for a text that names the next: last year's and this year's share the others. */
function keyOf(text: string, type: 'table' | '', year: number): string {
  return `${text.includes(`${year + 1}年`) ? year : ''} ${type} ${text}`;
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
