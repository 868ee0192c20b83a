import { type CheckItem, type ChecklistPack, hasOpenPlace } from '../packs/index.ts';
import { withoutPlans } from './plans.ts';
import { foldForMatching, splitSentences } from './sentences.ts';

/** A sentence that speaks to a check item. */
export interface Evidence {
  readonly itemId: string;
  /** False when the sentence only touches the question. */
  readonly answers: boolean;
  /** True when only what the sentence says of the future answers it: 明年计划举办4次. */
  readonly isPlan: boolean;
  readonly quote: string;
}

interface CompiledItem {
  readonly id: string;
  /** Matches what any of the patterns matches. Most sentences speak of nothing, and one test tells. */
  readonly any: RegExp;
  readonly answered: readonly RegExp[];
  readonly touched: readonly RegExp[];
}

interface CompiledChecklist {
  readonly items: readonly CompiledItem[];
  /** Evidence by year and text. The same text always gives the same evidence, so only edits cost time. */
  readonly known: Map<string, readonly Evidence[]>;
}

/** Texts remembered for one checklist; about twenty reports' worth. */
const maxKnownTexts = 4000;
const compiledByPack = new WeakMap<ChecklistPack, CompiledChecklist>();
/** A worker gets a new copy of the pack with each message; its content is still the same. */
const compiledByContent = new Map<string, CompiledChecklist>();
const maxCompiled = 8;

const compileAll = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'u'));

/** One pattern for all. Sources that refer to their groups cannot be joined: then it matches always. */
function joinPatterns(sources: readonly string[]): RegExp {
  const refersToGroups = sources.some((source) => /\\[1-9k]|\(\?<[^=!]/u.test(source));
  if (refersToGroups) return /(?:)/u;
  return new RegExp(sources.map((source) => `(?:${source})`).join('|') || '(?!)', 'u');
}

const compileItem = ({ id, answered, touched }: CheckItem): CompiledItem => ({
  id,
  any: joinPatterns([...answered, ...touched]),
  answered: compileAll(answered),
  touched: compileAll(touched),
});

function compileChecklist(checklist: ChecklistPack): CompiledChecklist {
  const before = compiledByPack.get(checklist);
  if (before) return before;
  const content = JSON.stringify(checklist.items);
  const compiled = compiledByContent.get(content) ?? {
    items: checklist.items.map(compileItem),
    known: new Map(),
  };
  if (compiledByContent.size >= maxCompiled) compiledByContent.clear();
  compiledByContent.set(content, compiled);
  compiledByPack.set(checklist, compiled);
  return compiled;
}

function judgeSentence(
  items: readonly CompiledItem[],
  quote: string,
  year: number,
): readonly Evidence[] {
  const sentence = foldForMatching(quote);
  const matches = (pattern: RegExp) => pattern.test(sentence);
  const isOpen = hasOpenPlace(sentence);
  const evidence: Evidence[] = [];
  for (const { id, any, answered, touched } of items) {
    if (!any.test(sentence)) continue;
    if (answered.some(matches)) {
      const done = withoutPlans(sentence, year);
      const isPlan = done !== sentence && !answered.some((pattern) => pattern.test(done));
      evidence.push({ itemId: id, answers: !isOpen, isPlan, quote });
    } else if (touched.some(matches)) {
      evidence.push({ itemId: id, answers: false, isPlan: false, quote });
    }
  }
  return evidence;
}

/**
 * What a text says to the questions of a checklist, sentence by sentence. A sentence with an
 * unfilled 〔…〕 place only touches what it would answer when filled.
 * @param year of the report: a sentence on the next is a plan
 */
export function findEvidence(
  checklist: ChecklistPack,
  text: string,
  year: number,
): readonly Evidence[] {
  const { items, known } = compileChecklist(checklist);
  const key = `${year} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const evidence = splitSentences(text).flatMap((sentence) => judgeSentence(items, sentence, year));
  if (known.size >= maxKnownTexts) known.clear();
  known.set(key, evidence);
  return evidence;
}
