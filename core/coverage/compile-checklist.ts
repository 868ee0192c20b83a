import type { CheckItem, ChecklistPack } from '../packs/index.ts';
import { createCandidateFinder, type FindCandidates } from '../patterns/index.ts';
import { readsNegations } from './negations.ts';
import { nothingUntold, type Untold } from './untold.ts';

/** One pattern of a question. */
export interface CompiledPattern {
  /** Index of the question in its checklist. */
  readonly item: number;
  /** False for one that only touches. */
  readonly answers: boolean;
  readonly pattern: RegExp;
  /** True when it may look for what was not done; then negations are left in its sentences. */
  readonly readsNegations: boolean;
  /** True when it may look for what is told of others or of last year; then that is left in. */
  readonly readsUntold: boolean;
}

/** A checklist made ready for reading texts. */
export interface CompiledChecklist {
  readonly items: readonly CheckItem[];
  /** Of all questions, those of one together and in their order. */
  readonly patterns: readonly CompiledPattern[];
  /** The patterns, by their index, that a sentence may match. */
  readonly findCandidates: FindCandidates;
  readonly untold: Untold;
}

function compile(checklist: ChecklistPack, untold: Untold): CompiledChecklist {
  const sources = checklist.items.flatMap(({ answered, touched }, item) => [
    ...answered.map((source) => ({ item, answers: true, source })),
    ...touched.map((source) => ({ item, answers: false, source })),
  ]);
  return {
    items: checklist.items,
    patterns: sources.map(({ item, answers, source }) => ({
      item,
      answers,
      pattern: new RegExp(source, 'u'),
      readsNegations: readsNegations(source),
      readsUntold: untold.readsUntold(source),
    })),
    findCandidates: createCandidateFinder(sources.map(({ source }) => source)),
    untold,
  };
}

const compiledByPack = new WeakMap<ChecklistPack, CompiledChecklist>();
/** A worker gets a new copy of the pack with each message; its content is still the same. */
const compiledByContent = new Map<string, CompiledChecklist>();
const maxCompiled = 8;

/** The checklist made ready; once for the same content. */
export function compileChecklist(
  checklist: ChecklistPack,
  untold: Untold = nothingUntold,
): CompiledChecklist {
  const before = compiledByPack.get(checklist);
  if (before?.untold.key === untold.key) return before;
  const content = `${untold.key}\n${JSON.stringify(checklist.items)}`;
  const compiled = compiledByContent.get(content) ?? compile(checklist, untold);
  if (compiledByContent.size >= maxCompiled) compiledByContent.clear();
  compiledByContent.set(content, compiled);
  compiledByPack.set(checklist, compiled);
  return compiled;
}
