import {
  type Cycle,
  type DocumentsPack,
  describeEnd,
  findCitedTitles,
  isPastIn,
} from '../packs/index.ts';
import { findMatches, matchAnyOf } from '../patterns/index.ts';
import type { ForeignPlaces } from '../places/index.ts';
import { titleInstead } from '../roll-forward/successor.ts';
import { buildToken, type Token } from './token.ts';

/** A plan by name, ready to be looked for. */
export interface NamedCycle {
  readonly find: RegExp;
  readonly to: number;
  /** What stands between the marks: 十四五; null where the pack does not say. */
  readonly name: string | null;
  /** What plans that follow each other share; null where nothing follows. */
  readonly family: string | null;
}

/** Plans, ready to be looked for. */
export interface NamedCycles {
  readonly all: readonly NamedCycle[];
  /** Matches wherever one of them may. */
  readonly any: RegExp;
}

/** Makes the plans of the packs ready. */
export function compileCycles(cycles: readonly Cycle[]): NamedCycles {
  return {
    all: cycles.map(({ find, to, name, family }) => ({
      find: new RegExp(find, 'gu'),
      to,
      name: name ?? null,
      family: family ?? null,
    })),
    any: matchAnyOf(cycles.map(({ find }) => find)),
  };
}

/** The name of the plan of the same kind that runs in `year`, or the first after it. */
function nameNext({ family }: NamedCycle, cycles: readonly NamedCycle[], year: number) {
  if (family === null) return null;
  const later = cycles.filter((one) => one.family === family && one.to >= year && one.name);
  return later.toSorted((a, b) => a.to - b.to)[0]?.name ?? null;
}

/** Names of plans that ended before the report's year: “十四五”, “八五”普法, “三年攻坚”行动. */
export function scanCycles(
  text: string,
  { all, any }: NamedCycles,
  year: number,
): readonly Token[] {
  if (!any.test(text)) return [];
  return all.flatMap((cycle) => {
    if (cycle.to >= year) return [];
    const { find, to, name } = cycle;
    const matches = findMatches(text, find);
    const next = matches.length > 0 ? nameNext(cycle, all, year) : null;
    return matches.map((match) => {
      const words = match[0];
      const span = { start: match.index, end: match.index + words.length };
      const proposals = next && name !== null ? [words.replace(name, next)] : [];
      return buildToken('period', span, `${words}到${to}年已经结束，请核对。`, { proposals });
    });
  });
}

/** Titles of documents that are past in the report's year. */
export function scanTitles(
  text: string,
  packs: readonly DocumentsPack[],
  year: number,
): readonly Token[] {
  return findCitedTitles(text, packs)
    .filter(({ document }) => isPastIn(document, year))
    .map((title) =>
      buildToken('title', title, `${title.text}${describeEnd(title.document)}。`, {
        proposals: [titleInstead(title)].filter((one) => one !== null),
        always: true,
      }),
    );
}

/** Names of places outside the unit's own chain. */
export function scanPlaces(text: string, foreign: ForeignPlaces): readonly Token[] {
  return foreign.find(text).map(({ start, end, name }) => {
    const instead = foreign.instead(name);
    const why = `“${name}”不在本单位的上级区划里，可能是从别处抄来的，请核对。`;
    return buildToken('place', { start, end }, why, {
      proposals: instead === null || instead === name ? [] : [instead],
      always: true,
    });
  });
}

/** An honour that was given; one striven for is none. */
const awards =
  /(?<![争力创拟要被]|争取|力争|目标)(?:(?:被|获)[^，。；、“”《》]{0,16}?(?:评为|评定为|授予|命名为|表彰为|认定为|确定为)|荣获|获评|荣膺|评为|成功创建|成功创成)(?:“[^”]{2,30}”|[^，。；“”]{2,24})(?:“[^”]{2,30}”)?(?:荣誉)?(?:称号)?/gu;

/** Honours of last year: whoever keeps such words claims them again. */
export function scanAwards(text: string): readonly Token[] {
  if (!/[获评荣创授命表认]/u.test(text)) return [];
  return findMatches(text, awards).map((match) =>
    buildToken(
      'award',
      { start: match.index, end: match.index + match[0].length },
      '荣誉沿用上年，今年还能这样写吗？',
    ),
  );
}
