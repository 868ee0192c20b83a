import type { Place } from '../api/shapes.ts';
import { remember } from '../memory/index.ts';
import { blockText, type Report } from '../model/index.ts';
import type { ChecklistPack, RulesPack, TemplatePack } from '../packs/index.ts';
import { findPlanSpans, listPlanPassages, type PlanPassage } from '../promises/index.ts';
import { type AnswersProblem, createAnswersProblem } from './answers-problem.ts';
import { listProblems, type Problem } from './problems.ts';
import { createIsWholePoint, type IsWholePoint } from './whole-point.ts';
import { type CompiledReviewWords, compileReviewWords } from './words.ts';

/** A report's shortcomings beside their causes and the measures of its plan. */
export interface Comparison {
  readonly problems: readonly Problem[];
  /** True when the plan holds any measure. */
  readonly hasPlan: boolean;
  /** Those no measure is about; none where the plan says in words that it takes up all of them. */
  readonly unanswered: readonly Problem[];
  /** The sentences that take up a shortcoming, each once, in the order of the shortcomings. */
  readonly measures: readonly Place[];
  /** Those without a word on why; none where a sentence tells the cause of all. */
  readonly causeless: readonly Problem[];
  /** The sentences that tell why. */
  readonly causes: readonly Place[];
}

/** Compares shortcomings, causes and measures; the same report is compared once. */
export type CompareShortcomings = (report: Report) => Comparison;

interface Measure {
  readonly text: string;
  /** The heading it stands under; empty for none. */
  readonly heading: string;
  readonly place: Omit<Place, 'quote'>;
}

const splitSentences = (text: string) =>
  text
    .split(/(?<=[。；！？\n])/u)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

function isTold(report: Report, { isBare, partId, sectionId }: PlanPassage, isWhole: IsWholePoint) {
  if (!isBare) return true;
  const part = report.parts.find(({ id }) => id === partId);
  const section = part?.sections.find(({ id }) => id === sectionId);
  return part !== undefined && section !== undefined && isWhole(part.kind, section);
}

function listMeasures(report: Report, isWhole: IsWholePoint): readonly Measure[] {
  return listPlanPassages(report)
    .filter((passage) => isTold(report, passage, isWhole))
    .map(({ partId, sectionId, blockId, heading, text, span }) => ({
      text: text.slice(span.start, span.end),
      heading,
      place: { partId, sectionId, blockId },
    }));
}

function quoteMeasure(problem: Problem, measure: Measure, answers: AnswersProblem): Place {
  const sentences = splitSentences(measure.text);
  const telling = sentences.find((one) => answers(problem, [one]));
  return { ...measure.place, quote: telling ?? sentences[0] ?? measure.text.trim() };
}

function findMeasure(
  problem: Problem,
  measures: readonly Measure[],
  answers: AnswersProblem,
): Place | null {
  const found =
    measures.find(({ text }) => answers(problem, [text])) ??
    measures.find(({ heading }) => heading !== '' && answers(problem, [heading]));
  return found ? quoteMeasure(problem, found, answers) : null;
}

function quoteAll(
  measures: readonly Measure[],
  tells: (sentence: string) => boolean,
): readonly Place[] {
  return measures.flatMap(({ text, place }) =>
    splitSentences(text)
      .filter(tells)
      .map((quote) => ({ ...place, quote })),
  );
}

/** The words of the shortcomings, what their part plans left out. */
function listFaultTexts(report: Report): readonly Measure[] {
  const plans = findPlanSpans(report);
  return report.parts
    .filter(({ kind }) => kind === 'shortcomings')
    .flatMap((part) =>
      [{ id: null, blocks: part.blocks }, ...part.sections].flatMap(({ id: sectionId, blocks }) =>
        blocks.map((block) => ({
          text: blockText(block).slice(0, plans.get(block.id)),
          heading: '',
          place: { partId: part.id, sectionId, blockId: block.id },
        })),
      ),
    );
}

/** What a comparison is made with. */
interface Means {
  readonly words: CompiledReviewWords;
  readonly answers: AnswersProblem;
  readonly isWhole: IsWholePoint;
  readonly isCause: (sentence: string) => boolean;
}

const keyOf = ({ blockId, sectionId, quote }: Place) => `${blockId ?? sectionId}\n${quote}`;
const once = (places: readonly Place[]) => [
  ...new Map(places.map((place) => [keyOf(place), place])).values(),
];

function compare(report: Report, { words, answers, isWhole, isCause }: Means): Comparison {
  const problems = listProblems(report, words);
  const measures = listMeasures(report, isWhole);
  const found = problems.map((problem) => findMeasure(problem, measures, answers));
  const ofAll = quoteAll(measures, (one) => words.answersAll.test(one));
  const faults = listFaultTexts(report);
  const causesAll = quoteAll(faults, (one) => words.causesAll.test(one));
  return {
    problems,
    hasPlan: measures.length > 0,
    unanswered: ofAll.length > 0 ? [] : problems.filter((_, index) => !found[index]),
    measures: once([...found.flatMap((place) => place ?? []), ...ofAll]),
    causeless:
      causesAll.length > 0
        ? []
        : problems.filter(({ text }) => !splitSentences(text).some(isCause)),
    causes: once([...quoteAll(faults, isCause), ...causesAll]),
  };
}

function createCompare(means: Means): CompareShortcomings {
  const before = new WeakMap<Report, Comparison>();
  return (report) => {
    const known = before.get(report) ?? compare(report, means);
    before.set(report, known);
    return known;
  };
}

/** What tells of shortcomings, causes and measures. */
export interface ShortcomingsPacks {
  readonly rules: readonly RulesPack[];
  /** Whose patterns tell causes too: those of the question that asks for them. */
  readonly checklist: ChecklistPack;
  readonly template?: TemplatePack | undefined;
}

const mostRemembered = 500;

/** Tells a cause by the words of the rules and by the patterns of the question for causes. */
function createIsCause({ causes }: CompiledReviewWords, { items }: ChecklistPack) {
  const patterns = items
    .filter(({ judge }) => judge === 'shortcomings-have-causes')
    .flatMap(({ answered }) => answered.map((source) => new RegExp(source, 'u')));
  return remember((sentence: string) => {
    const words = sentence.replace(/\s+/gu, '');
    return causes.test(words) || patterns.some((pattern) => pattern.test(words));
  }, mostRemembered);
}

interface Known extends Omit<ShortcomingsPacks, 'rules'> {
  readonly compare: CompareShortcomings;
}
const knownByRules = new WeakMap<readonly RulesPack[], Known>();

/**
 * The one judge of whether the plan takes up the shortcomings and whether each has its cause: the
 * checklist, the remarks and the sheet all ask it.
 * @source regulations.md 9.5
 */
export function createShortcomingsJudge(packs: ShortcomingsPacks): CompareShortcomings {
  const { rules, checklist, template } = packs;
  const known = knownByRules.get(rules);
  if (known && known.template === template && known.checklist === checklist) return known.compare;
  const words = compileReviewWords(rules);
  const judge = createCompare({
    words,
    answers: createAnswersProblem(words),
    isWhole: createIsWholePoint(template),
    isCause: createIsCause(words, checklist),
  });
  knownByRules.set(rules, { template, checklist, compare: judge });
  return judge;
}
