import { requiredPartKinds } from '../model/index.ts';
import {
  canCompile,
  type DisclosurePack,
  listFilledPatterns,
  listWordPlaces,
} from './disclosure-pack.ts';
import type { JsonStep } from './fault.ts';
import { listLayoutMisfits } from './layout-pack.ts';
import type { Misfit } from './misfits.ts';
import type { Pack } from './pack.ts';
import {
  listDeadlines,
  listOutlineItems,
  listPatterns,
  listQuestions,
  listYears,
  type Piece,
} from './pack-pieces.ts';
import {
  countPatternSteps,
  mostPackWeight,
  mostPatternWays,
  weighPattern,
} from './safe-pattern.ts';
import { isOfUnit } from './units.ts';
import { type UnitKind, type UnitsPack, unitKindSchema } from './units-pack.ts';

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Every piece whose name stood before. */
function listRepeats(pieces: readonly Piece<string>[]): readonly Misfit[] {
  const seen = new Map<string, readonly JsonStep[]>();
  return pieces.flatMap(({ path, value }) => {
    const first = seen.get(value);
    if (!first) seen.set(value, path);
    return first ? [{ path, misfit: 'repeated', first }] : [];
  });
}

/** One misfit for each place: an office that four kinds of units have is named twice once. */
function dropSame(misfits: readonly Misfit[]): readonly Misfit[] {
  return [
    ...new Map(misfits.toReversed().map((one) => [one.path.join('/'), one])).values(),
  ].toReversed();
}

function idsOf(pieces: readonly Piece<{ readonly id: string }>[]): readonly Piece<string>[] {
  return pieces.map(({ path, value }) => ({ path: [...path, 'id'], value: value.id }));
}

function namesOf<Key extends string>(
  list: string,
  key: Key,
  entries: readonly { readonly [key in Key]: string }[],
): readonly Piece<string>[] {
  return entries.map((entry, index) => ({ path: [list, index, key], value: entry[key] }));
}

/** Offices that one kind of unit has: another kind may call the same one otherwise. */
function listOffices(pack: UnitsPack, kind: UnitKind): readonly Piece<string>[] {
  return namesOf('departments', 'id', pack.departments).filter((_, index) =>
    isOfUnit(pack.departments[index]?.unitKinds, kind),
  );
}

/** Pieces that must not stand twice in the pack, in groups with names of their own. */
function listNamed(pack: Pack): readonly (readonly Piece<string>[])[] {
  const common = [listQuestions(pack), listOutlineItems(pack), listDeadlines(pack)].map(idsOf);
  switch (pack.kind) {
    case 'units':
      return [...common, ...unitKindSchema.options.map((kind) => listOffices(pack, kind))];
    case 'template':
      return [...common, namesOf('parts', 'kind', pack.parts)];
    case 'office':
      return [...common, namesOf('headings', 'part', pack.headings)];
    case 'rules':
      return [...common, namesOf('wordLists', 'id', pack.wordLists)];
    case 'checklist':
    case 'documents':
    case 'outline':
    case 'layout':
      return common;
    case 'disclosure':
      return [...common, namesOf('rules', 'id', pack.rules)];
    default:
      return pack satisfies never;
  }
}

function listWrongDays(pack: Pack): readonly Misfit[] {
  return listDeadlines(pack)
    .filter(({ value }) => value.day > (daysOfMonth[value.month - 1] ?? 0))
    .map(({ path }) => ({ path: [...path, 'day'], misfit: 'value' }));
}

function listWrongYears(pack: Pack): readonly Misfit[] {
  return listYears(pack)
    .filter(({ value: { from, to } }) => from !== null && to !== null && from > to)
    .map(({ path }) => ({ path: [...path, 'to'], misfit: 'order' }));
}

/** Places that the title of a report must have: without them every year's and every unit's is the same. */
function listUnsaidPlaces(pack: Pack): readonly Misfit[] {
  const title = pack.kind === 'office' ? pack.titlePattern : undefined;
  if (title === undefined) return [];
  return ['{unit}', '{year}']
    .filter((place) => !title.includes(place))
    .map((place) => ({ path: ['titlePattern'], misfit: 'unsaid', detail: place }));
}

/** The years a report can be of. */
const [firstYear, lastYear] = [1990, 2199];

/** Years in which no report can be. */
function listEmptyYears(pack: Pack): readonly Misfit[] {
  const detail = `${firstYear} 到 ${lastYear} 之间的年度`;
  return listYears(pack).flatMap(({ path, value: { from, to } }): readonly Misfit[] => [
    ...(from !== null && from > lastYear
      ? [{ path: [...path, 'from'], misfit: 'value' as const, detail }]
      : []),
    ...(to !== null && to < firstYear
      ? [{ path: [...path, 'to'], misfit: 'value' as const, detail }]
      : []),
  ]);
}

/** Shares that end before they begin, and headings that nothing would be recognised by. */
function listIdleParts(pack: Pack): readonly Misfit[] {
  if (pack.kind !== 'template') return [];
  return [
    ...pack.parts.flatMap(({ usualShare }, index): readonly Misfit[] => {
      if (!usualShare || usualShare.from <= usualShare.to) return [];
      const detail = `不小于 ${usualShare.from} 的数`;
      return [{ path: ['parts', index, 'usualShare', 'to'], misfit: 'value', detail }];
    }),
    ...(pack.recognition.length > 0 ? [] : [{ path: ['recognition'], misfit: 'size' } as const]),
  ];
}

function listMissingParts(pack: Pack): readonly Misfit[] {
  if (pack.kind !== 'template') return [];
  return requiredPartKinds
    .filter((kind) => !pack.parts.some((part) => part.kind === kind))
    .map((kind) => ({ path: ['parts', kind], misfit: 'missing' }));
}

/** Places of patterns that no words of the pack fill, and rules that block on what nobody has read. */
function listDisclosureMisfits(pack: DisclosurePack): readonly Misfit[] {
  const open = listFilledPatterns(pack).flatMap(({ path, value }): readonly Misfit[] => {
    if (canCompile(value)) return [];
    const [name] = listWordPlaces(value);
    return name === undefined
      ? [{ path, misfit: 'pattern' }]
      : [{ path, misfit: 'place', detail: `{${name}}` }];
  });
  const unread = pack.rules.flatMap(({ severity, confidence }, index): readonly Misfit[] =>
    severity === 'block' && confidence === 'unconfirmed'
      ? [
          {
            path: ['rules', index, 'severity'],
            misfit: 'value',
            detail: 'warn（没有核对过依据的，只作提醒）',
          },
        ]
      : [],
  );
  const idle = pack.rules.flatMap(({ structure, patterns }, index): readonly Misfit[] =>
    structure === undefined && patterns.length === 0
      ? [{ path: ['rules', index, 'patterns'], misfit: 'size' }]
      : [],
  );
  return [...open, ...unread, ...idle];
}

/** What is wrong within a pack of the right shape: ids that stand twice, days and years that cannot be. */
export function checkWithin(pack: Pack): readonly Misfit[] {
  return [
    ...dropSame(listNamed(pack).flatMap(listRepeats)),
    ...listWrongDays(pack),
    ...listWrongYears(pack),
    ...listEmptyYears(pack),
    ...listIdleParts(pack),
    ...listMissingParts(pack),
    ...listUnsaidPlaces(pack),
    ...(pack.kind === 'layout' ? listLayoutMisfits(pack) : []),
    ...(pack.kind === 'disclosure' ? listDisclosureMisfits(pack) : []),
  ];
}

/** Stands for the outline's title, in which there is nothing to try. */
const outlinePlace = '{outline}';

/** Patterns that find nothing, because every text matches them: 辅警| with nothing behind the line. */
function matchesAnything(source: string): boolean {
  return new RegExp(source.replaceAll(outlinePlace, '纲'), 'u').test('');
}

interface Weighed extends Piece<string> {
  readonly steps: number;
  readonly weight: number;
}

function listWeighed(pack: Pack, trusted: ReadonlySet<string>): readonly Weighed[] {
  return listPatterns(pack)
    .filter(({ value }) => !trusted.has(value))
    .map(({ path, value }) => {
      const source = value.replaceAll(outlinePlace, '纲');
      return { path, value, steps: countPatternSteps(source), weight: weighPattern(source) };
    });
}

const sumWeights = (weighed: readonly Weighed[]) =>
  weighed.reduce((sum, { weight }) => sum + weight, 0);

/** What the patterns of a pack take of `mostPackWeight`; those in `trusted` take nothing. */
export function weighPack(pack: Pack, trusted: ReadonlySet<string>): number {
  return sumWeights(listWeighed(pack, trusted));
}

/**
 * Patterns that may run away, that all together take too long, or that match every text; but for
 * those in `trusted`, which the app's own packs hold.
 * @param spent what the other own packs take of `mostPackWeight`
 */
export function listBadPatterns(
  pack: Pack,
  trusted: ReadonlySet<string>,
  spent: number,
): readonly Misfit[] {
  const weighed = listWeighed(pack, trusted);
  const bad = weighed.flatMap(({ path, value, steps }): readonly Misfit[] => {
    if (steps > mostPatternWays) return [{ path, misfit: 'slow' }];
    return matchesAnything(value) ? [{ path, misfit: 'anything' }] : [];
  });
  const own = sumWeights(weighed);
  const [most] = weighed.toSorted((a, b) => b.weight - a.weight);
  if (bad.length > 0 || own + spent <= mostPackWeight || !most) return bad;
  return [{ path: most.path, misfit: 'heavy', detail: own <= mostPackWeight ? 'others' : '' }];
}
