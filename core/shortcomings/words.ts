import { escapeWords, type RulesPack } from '../packs/index.ts';

/** The words of the packs, compiled. */
export interface CompiledReviewWords {
  readonly causes: RegExp;
  /** A sentence that tells the cause of all shortcomings. */
  readonly causesAll: RegExp;
  /** A sentence of the plan that takes up all shortcomings. */
  readonly answersAll: RegExp;
  readonly faults: RegExp;
  readonly leaders: Readonly<Record<'secretary' | 'head' | 'both', RegExp>>;
  readonly acts: RegExp;
  readonly notActs: RegExp;
  /** Every word that tells nothing of which matter is meant. */
  readonly common: RegExp;
  /** One for each matter. */
  readonly kin: readonly RegExp[];
}

const never = '(?!)';
const join = (sources: readonly string[], flags = 'u') =>
  new RegExp(sources.map((source) => `(?:${source})`).join('|') || never, flags);

/** Longer words first: 法治政府 must go before 法治. */
const joinWords = (words: readonly string[], flags = 'u') =>
  join(words.toSorted((a, b) => b.length - a.length).map(escapeWords), flags);

/** The words of all packs together; without any nothing is ever found. */
export function compileReviewWords(
  packs: readonly Pick<RulesPack, 'reviewWords'>[],
): CompiledReviewWords {
  const all = packs.flatMap(({ reviewWords }) => reviewWords ?? []);
  const leadersOf = (who: 'secretary' | 'head' | 'both') =>
    join(
      all.flatMap(({ leaders }) => leaders[who]),
      'gu',
    );
  return {
    causes: join(all.flatMap(({ causes }) => causes)),
    causesAll: join(all.flatMap(({ causesAll }) => causesAll)),
    answersAll: join(all.flatMap(({ answersAll }) => answersAll)),
    faults: join(all.flatMap(({ faults }) => faults)),
    leaders: {
      secretary: leadersOf('secretary'),
      head: leadersOf('head'),
      both: leadersOf('both'),
    },
    acts: join(all.flatMap(({ acts }) => acts)),
    notActs: join(all.flatMap(({ notActs }) => notActs)),
    common: joinWords(
      all.flatMap(({ common }) => common),
      'gu',
    ),
    kin: all.flatMap(({ kin }) => kin.map((words) => joinWords(words))),
  };
}
