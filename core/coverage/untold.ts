import type { AppliedPacks, RulesPack, UntoldWords } from '../packs/index.ts';
import { guardAnyOf } from '../patterns/index.ts';

/** Leaves out of a sentence what is not of the unit, or not of the year. Sentences are folded for matching. */
export interface Untold {
  /** The same for the same words. */
  readonly key: string;
  /** Without last year's figures, others' demands and acts, conditions, what is yet to come. */
  readonly withoutUntold: (sentence: string, year: number) => string;
  readonly withoutGoals: (sentence: string) => string;
  /** True for a pattern that itself looks for such words. */
  readonly readsUntold: (source: string) => boolean;
}

const figure = /\d(?!\d{0,3}年)|[一二两三四五六七八九十百][余多]?[次场件个名期起宗份项条]/u;
const adverbs =
  '(?:20\\d{2}年|全年|年内|今年|本年度?|先后|累计|共计?|已|还|也|统一|牵头|主动|依法){0,3}';
const acts =
  '(?:开展|举办|组织|召开|举行|制定|修订|印发|出台|建成|建立|聘请|配备|受理|办理|办结|调解|审查|审核|培训|公开|检查|演练|处罚|查处|立案|发布|清理|评查)';

const joined = (sources: readonly string[]) =>
  sources.map((source) => `(?:${source})`).join('|') || '(?!)';

function createLastYear({ lastYear, compared }: UntoldWords) {
  const byYear = new Map<number, RegExp>();
  const comparing = new RegExp(joined(compared), 'u');
  const markOf = (year: number) =>
    new RegExp(
      `(?<=^|[，；：。（])(?:在|截至)?(?:${joined(lastYear)}|${year - 1}年)(?!以来|起|[至到底初—－-])[^；。]*?(?=今年|本年|${year}年|目前|[；。！]|$)`,
      'gu',
    );
  return (sentence: string, year: number) => {
    const mark = byYear.get(year) ?? markOf(year);
    byYear.set(year, mark);
    return sentence.replace(mark, (stretch) =>
      comparing.test(stretch) || !figure.test(stretch) ? stretch : '',
    );
  };
}

/** What others did, up to where the unit itself is spoken of; kept where somebody took part in it. */
function createOthers({ others, own }: UntoldWords): RegExp {
  return new RegExp(
    `(?<=^|[，；：。])(?:${joined(others)})${adverbs}${acts}(?![^；。]*(?:参加|参训|参与))[^；。]*?(?=${joined(own)}|[；。！]|$)`,
    'gu',
  );
}

function createUntold(words: UntoldWords, key: string, isDepartment: boolean): Untold {
  const { demands, goals, conditions, pending, lastYear, others } = words;
  const strays = [...demands, ...conditions, ...pending];
  const stretches = new RegExp(joined(strays), 'gu');
  const strayWords = guardAnyOf(strays);
  const aims = new RegExp(joined(goals), 'gu');
  const aimWords = guardAnyOf(goals);
  const ofLastYear = createLastYear(words);
  // a bureau is itself what others call a body of the county
  const ofOthers = isDepartment || others.length === 0 ? /(?!)/gu : createOthers(words);
  const asked = new RegExp(`要求|规定|不少于|过期|到期|有待|尚待|${joined(lastYear)}`, 'u');
  return {
    key,
    withoutUntold: (sentence, year) => {
      const own = strayWords.test(sentence) ? sentence.replace(stretches, '') : sentence;
      return ofLastYear(own.replace(ofOthers, ''), year);
    },
    withoutGoals: (sentence) => (aimWords.test(sentence) ? sentence.replace(aims, '') : sentence),
    readsUntold: (source) => asked.test(source),
  };
}

/** Leaves every sentence as it stands. */
export const nothingUntold: Untold = {
  key: '',
  withoutUntold: (sentence) => sentence,
  withoutGoals: (sentence) => sentence,
  readsUntold: () => false,
};

function addUp(all: readonly UntoldWords[]): UntoldWords {
  const of = (name: keyof UntoldWords) => all.flatMap((words) => words[name]);
  return {
    lastYear: of('lastYear'),
    compared: of('compared'),
    demands: of('demands'),
    goals: of('goals'),
    conditions: of('conditions'),
    pending: of('pending'),
    others: of('others'),
    own: of('own'),
  };
}

const knownByRules = new WeakMap<readonly RulesPack[], Map<boolean, Untold>>();

/** The words of the packs, compiled once; without any every sentence is told. */
export function compileUntold({
  rules,
  unit,
}: Partial<Pick<AppliedPacks, 'rules' | 'unit'>>): Untold {
  const all = rules?.flatMap(({ untoldWords }) => untoldWords ?? []) ?? [];
  if (!rules || all.length === 0) return nothingUntold;
  const isDepartment = unit?.kind === 'department';
  const known = knownByRules.get(rules) ?? new Map<boolean, Untold>();
  knownByRules.set(rules, known);
  const words = addUp(all);
  const untold =
    known.get(isDepartment) ??
    createUntold(words, JSON.stringify([isDepartment, words]), isDepartment);
  known.set(isDepartment, untold);
  return untold;
}
