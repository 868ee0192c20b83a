import { type DisclosurePack, type DisclosureRule, fillWords } from '../packs/index.ts';
import { createCandidateFinder, type FindCandidates, matchAnyOf } from '../patterns/index.ts';

/** A rule ready to be tried. */
export interface CompiledRule {
  readonly rule: DisclosureRule;
  readonly near: RegExp | null;
  readonly except: RegExp | null;
}

/** A wording of a rule. */
export interface CompiledPattern {
  readonly of: CompiledRule;
  readonly shape: RegExp;
  readonly proposals: readonly string[];
}

/** A pack ready to be tried. */
export interface CompiledPack {
  readonly rules: readonly CompiledRule[];
  readonly patterns: readonly CompiledPattern[];
  readonly findCandidates: FindCandidates;
}

function joined(sources: readonly string[], flags: string): RegExp | null {
  return sources.length === 0 ? null : new RegExp(matchAnyOf(sources).source, flags);
}

function compilePack({ rules, words }: DisclosurePack): CompiledPack {
  const fill = (source: string) => fillWords(source, words);
  const compiled = rules.map((rule) => ({
    rule,
    near: joined(rule.near.map(fill), 'u'),
    except: joined(rule.except.map(fill), 'gu'),
  }));
  const patterns = compiled.flatMap((of) =>
    of.rule.patterns.map(({ find, proposals }) => ({
      of,
      shape: new RegExp(fill(find), 'gu'),
      proposals: proposals ?? of.rule.proposals,
    })),
  );
  const findCandidates = createCandidateFinder(patterns.map(({ shape }) => shape.source));
  return { rules: compiled, patterns, findCandidates };
}

const known = new WeakMap<DisclosurePack, CompiledPack>();

/** Packs ready to be tried; each is made ready once. A rule of a later pack stands for an earlier one of its id. */
export function compilePacks(packs: readonly DisclosurePack[]): readonly CompiledPack[] {
  const last = new Map(packs.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
  return packs.map((pack) => {
    const compiled = known.get(pack) ?? compilePack(pack);
    known.set(pack, compiled);
    const isUsed = ({ rule }: CompiledRule) => last.get(rule.id) === rule;
    if (compiled.rules.every(isUsed)) return compiled;
    const used = { ...pack, rules: pack.rules.filter((rule) => last.get(rule.id) === rule) };
    return compilePack(used);
  });
}
