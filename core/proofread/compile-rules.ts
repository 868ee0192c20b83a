import {
  type Congress,
  escapeWords,
  type RulesPack,
  type WordEntry,
  type WordList,
} from '../packs/index.ts';
import { matchAnyOf } from '../patterns/index.ts';

/** An entry of a word list, ready to be looked for. */
export interface CompiledEntry extends Pick<WordEntry, 'replace' | 'except'> {
  /** Global. */
  readonly find: RegExp;
}

/** A word list, ready to be looked for. */
export interface CompiledList extends Omit<WordList, 'entries'> {
  /** Matches wherever an entry may. */
  readonly any: RegExp;
  readonly entries: readonly CompiledEntry[];
}

/** What the rules packs know, ready for use. */
export interface CompiledRules {
  readonly lists: readonly CompiledList[];
  readonly cycles: readonly { readonly find: RegExp; readonly to: number }[];
  /** Matches wherever one of the cycles may. */
  readonly anyCycle: RegExp;
  /** Matches a sentence that speaks of something as past. */
  readonly past: RegExp;
  /** In the order of their years, one for each ordinal. */
  readonly congresses: readonly Congress[];
}

function compileList({ entries, ...list }: WordList): CompiledList {
  // What was not read at its source may advise and never blocks.
  const isUnsure = list.confidence === 'unconfirmed' && list.severity === 'error';
  return {
    ...list,
    severity: isUnsure ? 'warning' : list.severity,
    any: matchAnyOf(entries.map(({ find }) => find)),
    entries: entries.map(({ find, replace, except }) => ({
      find: new RegExp(find, 'gu'),
      replace,
      except,
    })),
  };
}

type CompiledPack = Omit<CompiledRules, 'anyCycle'>;

function compilePack({ wordLists, cycles, pastWords, congresses }: RulesPack): CompiledPack {
  return {
    lists: wordLists.map(compileList),
    cycles: cycles.map(({ find, to }) => ({ find: new RegExp(find, 'gu'), to })),
    past: new RegExp(pastWords.map(escapeWords).join('|') || '(?!)', 'u'),
    congresses,
  };
}

/** A pack is compiled once. */
const compiledBefore = new WeakMap<RulesPack, CompiledPack>();

function compileOnce(pack: RulesPack): CompiledPack {
  const compiled = compiledBefore.get(pack) ?? compilePack(pack);
  compiledBefore.set(pack, compiled);
  return compiled;
}

/** What several rules packs know together. A later pack's congress stands for an earlier one's. */
export function compileRules(packs: readonly RulesPack[]): CompiledRules {
  const all = packs.map(compileOnce);
  const byOrdinal = new Map(
    all.flatMap(({ congresses }) => congresses).map((one) => [one.ordinal, one]),
  );
  const cycles = all.flatMap((one) => one.cycles);
  return {
    lists: all.flatMap(({ lists }) => lists),
    cycles,
    anyCycle: matchAnyOf(cycles.map(({ find }) => find.source)),
    past: matchAnyOf(all.map(({ past }) => past.source)),
    congresses: [...byOrdinal.values()].toSorted((a, b) => a.year - b.year),
  };
}
