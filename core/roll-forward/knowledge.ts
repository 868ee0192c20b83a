import {
  type AppliedPacks,
  type Congress,
  type Cycle,
  type CycleYears,
  compileCongressName,
  type DocumentsPack,
  escapeWords,
  type RulesPack,
} from '../packs/index.ts';

/** A cycle whose name and years are known, so that the one after it can be found. */
export interface KnownCycle {
  readonly name: string;
  readonly noun: string;
  readonly family: string;
  readonly from: number;
  readonly to: number;
}

/** What the packs know of plans, meetings and the outline, ready for use. */
export interface Knowledge {
  readonly cycles: readonly KnownCycle[];
  /** Names a cycle, with its marks or before a word that goes with one; null when none is known. */
  readonly cycleName: RegExp | null;
  readonly cycleYears: CycleYears | null;
  /** Matches words that speak of something as past. */
  readonly past: RegExp;
  /** In the order of their ordinals. */
  readonly congresses: readonly Congress[];
  /** Matches a congress behind 党的, its ordinal in the first group. */
  readonly congressName: RegExp;
  readonly outline: OutlineKnowledge;
  /** What is known of documents' ends and successors. */
  readonly documents: readonly DocumentsPack[];
}

/** The outline that the packs give for the new year. */
export interface OutlineKnowledge {
  /** As it is cited, without 《》. */
  readonly citation: string;
  /** Without the brackets and the years in them. */
  readonly name: string;
  readonly isCurrent: boolean;
}

/** Packs of the new year, as far as rolling forward asks them. */
export type RollPacks = Pick<AppliedPacks, 'outline' | 'outlineIsCurrent' | 'rules' | 'documents'>;

function knowCycle({ family, name, noun = '', from, to }: Cycle): readonly KnownCycle[] {
  const isKnown = family !== undefined && name !== undefined && from !== undefined;
  return isKnown ? [{ family, name, noun, from, to }] : [];
}

/** Longer names first: 十五五 holds 十五. */
function compileNames(cycles: readonly KnownCycle[], followers: readonly string[]): RegExp | null {
  if (cycles.length === 0) return null;
  const nouns = cycles.map(({ noun }) => noun).filter((noun) => noun !== '');
  const behind = [...new Set([...followers, ...nouns])].map(escapeWords).join('|') || '(?!)';
  const names = [...new Set(cycles.map(({ name }) => escapeWords(name)))]
    .toSorted((a, b) => b.length - a.length)
    .join('|');
  return new RegExp(
    `(?<=["“‘'])(${names})(?=["”’'])|(?<![一二三四五六七八九十百第\\d])(${names})(?=${behind})`,
    'gu',
  );
}

function compileRulesPacks(packs: readonly RulesPack[]): Omit<Knowledge, 'outline' | 'documents'> {
  const cycles = packs.flatMap((pack) => pack.cycles).flatMap(knowCycle);
  const pastWords = packs.flatMap((pack) => pack.pastWords).map(escapeWords);
  const congresses = new Map(
    packs.flatMap((pack) => pack.congresses).map((one) => [one.ordinal, one]),
  );
  return {
    cycles,
    cycleName: compileNames(
      cycles,
      packs.flatMap((pack) => pack.cycleFollowers ?? []),
    ),
    cycleYears: packs.findLast((pack) => pack.cycleYears)?.cycleYears ?? null,
    past: new RegExp(pastWords.join('|') || '(?!)', 'u'),
    congressName: compileCongressName(packs),
    congresses: [...congresses.values()].toSorted((a, b) => a.ordinal - b.ordinal),
  };
}

/** What `packs` know; a later pack's congress stands for an earlier one's. */
export function compileKnowledge({
  outline,
  outlineIsCurrent,
  rules,
  documents,
}: RollPacks): Knowledge {
  const citation = outline.citation.replace(/[《》]/gu, '');
  return {
    ...compileRulesPacks(rules),
    documents,
    outline: {
      citation,
      name: citation.replace(/\s*[（(][^（）()]*[）)]\s*$/u, ''),
      isCurrent: outlineIsCurrent,
    },
  };
}

/** The cycle of a family that runs in `year`. */
export function cycleIn(
  { cycles }: Knowledge,
  family: string,
  year: number,
): KnownCycle | undefined {
  return cycles.findLast((one) => one.family === family && one.from <= year && year <= one.to);
}
