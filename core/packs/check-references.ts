import { standardLayoutIds } from '../layout/index.ts';
import type { AskedFigure, CheckItem } from './checklist-pack.ts';
import type { JsonStep } from './fault.ts';
import type { Misfit } from './misfits.ts';
import type { Pack } from './pack.ts';
import { listOutlineItems, listQuestions, type Piece } from './pack-pieces.ts';

/** Something a person who takes a pack up should know: what it speaks of is not there yet. */
export type PackNotice =
  /** Its questions go with an outline that is not there. */
  | { readonly kind: 'outline-unknown'; readonly outline: string }
  /** Questions speak to items of an outline that is not there. */
  | { readonly kind: 'items-unknown'; readonly ids: readonly string[] };

/** What a pack among others departs in, and what it waits for. */
export interface ReferenceCheck {
  readonly misfits: readonly Misfit[];
  readonly notices: readonly PackNotice[];
}

interface Known {
  /** Outline item ids by outline. */
  readonly outlines: ReadonlyMap<string, ReadonlySet<string>>;
  readonly departments: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
  /** Names of the {…} places in questions. */
  readonly words: ReadonlySet<string>;
}

function gatherKnown(packs: readonly Pack[]): Known {
  const units = packs.filter((pack) => pack.kind === 'units');
  const words = units.flatMap((pack) => pack.units.flatMap((unit) => Object.keys(unit.words)));
  return {
    outlines: new Map(
      packs
        .filter((pack) => pack.kind === 'outline')
        .map((pack) => [pack.id, new Set(listOutlineItems(pack).map(({ value }) => value.id))]),
    ),
    departments: new Set(units.flatMap((pack) => pack.departments.map(({ id }) => id))),
    questions: new Set(packs.flatMap((pack) => listQuestions(pack).map(({ value }) => value.id))),
    words: new Set([...words, 'outline']),
  };
}

/** Ids of questions and outline items that a pack of another name has already. */
function listTaken(pack: Pack, others: readonly Pack[]): readonly Misfit[] {
  const idPieces = (one: Pack) => [...listQuestions(one), ...listOutlineItems(one)];
  const owners = new Map(
    others.flatMap((other) => idPieces(other).map(({ value }) => [value.id, other.title])),
  );
  return idPieces(pack).flatMap(({ path, value }): readonly Misfit[] => {
    const detail = owners.get(value.id);
    return detail === undefined ? [] : [{ path: [...path, 'id'], misfit: 'taken', detail }];
  });
}

function aimsOf({ path, value }: Piece<CheckItem>): readonly Piece<string>[] {
  const own = value.outlineItem;
  return [
    ...(own === null ? [] : [{ path: [...path, 'outlineItem'], value: own }]),
    ...value.under.map((id, index) => ({ path: [...path, 'under', index], value: id })),
  ];
}

/**
 * Outline items that questions name and that are nowhere. An item of an outline none of whose items
 * is known may yet come, with its outline: that is a notice.
 */
function checkAims(pack: Pack, { outlines }: Known): ReferenceCheck {
  const home = pack.kind === 'checklist' ? pack.outline : null;
  const ownItems = home === null ? undefined : outlines.get(home);
  const all = new Set([...outlines.values()].flatMap((ids) => [...ids]));
  const series = new Set([...all].map((id) => id.split('-')[0]));
  const misfits: Misfit[] = [];
  const later = new Set<string>();
  for (const { path, value } of listQuestions(pack).flatMap(aimsOf)) {
    const isOwn = path.at(-1) === 'outlineItem';
    const known = isOwn && ownItems ? ownItems : all;
    if (known.has(value)) continue;
    const mayCome = isOwn && home !== null ? !ownItems : !series.has(value.split('-')[0]);
    if (mayCome) later.add(value);
    else misfits.push({ path, misfit: 'nowhere' });
  }
  const isHomeUnknown = home !== null && !ownItems;
  const notices: readonly PackNotice[] = [
    ...(isHomeUnknown ? [{ kind: 'outline-unknown' as const, outline: home }] : []),
    ...(later.size > 0 && !isHomeUnknown
      ? [{ kind: 'items-unknown' as const, ids: [...later] }]
      : []),
  ];
  return { misfits, notices };
}

/** The ids of the layouts that come with the app: one that is taken up cannot have them. */
function listStandardLayout(pack: Pack): readonly Misfit[] {
  if (pack.kind !== 'layout') return [];
  const isTaken = standardLayoutIds.some((id) => id === pack.id);
  return isTaken ? [{ path: ['id'], misfit: 'taken', detail: '程序自带的版式' }] : [];
}

/** What a figure is, to be the same wherever its id stands. */
function nameFigure({ name, unit }: AskedFigure): string {
  return unit === '' ? name : `${name}（${unit}）`;
}

/** Ids of figures that elsewhere, or before in the pack, have another name or unit. */
function listOtherFigures(pack: Pack, others: readonly Pack[]): readonly Misfit[] {
  const known = new Map(
    others
      .flatMap((other) => listQuestions(other).flatMap(({ value }) => value.figures))
      .map((figure) => [figure.id, nameFigure(figure)]),
  );
  return listQuestions(pack).flatMap(({ path, value }) =>
    value.figures.flatMap((figure, index): readonly Misfit[] => {
      const detail = known.get(figure.id);
      if (detail === undefined) known.set(figure.id, nameFigure(figure));
      return detail === undefined || detail === nameFigure(figure)
        ? []
        : [{ path: [...path, 'figures', index, 'id'], misfit: 'figure', detail }];
    }),
  );
}

function listUnknown(
  values: readonly string[],
  known: ReadonlySet<string>,
  path: readonly JsonStep[],
): readonly Misfit[] {
  return values.flatMap((value, index): readonly Misfit[] =>
    known.has(value) ? [] : [{ path: [...path, index], misfit: 'nowhere' }],
  );
}

const reportWords: ReadonlySet<string> = new Set(['unit', 'year', 'nextYear', 'outline']);

/** Texts with {…} places that the head of a report fills, or the words of a unit. */
function listTexts(pack: Pack, { words }: Known) {
  const ofQuestions = listQuestions(pack).flatMap(({ path, value }) =>
    (['question', 'ask', 'why', 'phrases', 'evidence', 'reasons'] as const).flatMap((key) => {
      const text = value[key] ?? [];
      return typeof text === 'string'
        ? [{ path: [...path, key], value: text }]
        : text.map((one, index) => ({ path: [...path, key, index], value: one }));
    }),
  );
  return [
    ...ofQuestions.map((piece) => ({ ...piece, known: words })),
    ...listHeadTexts(pack).map((piece) => ({ ...piece, known: reportWords })),
  ];
}

function listHeadTexts(pack: Pack): readonly Piece<string>[] {
  if (pack.kind === 'office') {
    const title = pack.titlePattern;
    return [
      ...(title === undefined ? [] : [{ path: ['titlePattern'], value: title }]),
      ...pack.headings.map(({ heading }, index) => ({
        path: ['headings', index, 'heading'],
        value: heading,
      })),
    ];
  }
  if (pack.kind !== 'template') return [];
  return [
    { path: ['titlePattern'], value: pack.titlePattern },
    ...pack.titleVariants.map((value, index) => ({ path: ['titleVariants', index], value })),
    ...pack.preamble.map((value, index) => ({ path: ['preamble', index], value })),
    ...pack.parts.map(({ heading }, index) => ({
      path: ['parts', index, 'heading'],
      value: heading,
    })),
  ];
}

function listUnknownPlaces(pack: Pack, known: Known): readonly Misfit[] {
  return listTexts(pack, known).flatMap(({ path, value, known: words }) =>
    [...value.matchAll(/\{([^{}]*)\}/gu)]
      .filter(([, name = '']) => !words.has(name))
      .map(([place]): Misfit => ({ path, misfit: 'place', detail: place })),
  );
}

/** Words that questions hold a place for and a kind of unit has none for: {area} would be shown as it is. */
function listUnsaidWords(pack: Pack, others: readonly Pack[], known: Known): readonly Misfit[] {
  if (pack.kind !== 'units') return [];
  const asked = new Set(
    others
      .flatMap((other) => listTexts(other, known))
      .filter((text) => text.known === known.words)
      .flatMap(({ value }) => [...value.matchAll(/\{([a-z]+)\}/gu)])
      .map(([, name = '']) => name)
      .filter((name) => name !== 'outline'),
  );
  return pack.units.flatMap(({ words }, index) =>
    [...asked]
      .filter((name) => !Object.hasOwn(words, name))
      .map((name): Misfit => ({ path: ['units', index, 'words', name], misfit: 'missing' })),
  );
}

/**
 * What a pack names that is nowhere among the packs in use, or has already been named there.
 * `others` are those that stay in use beside it, without the one it takes the place of.
 */
export function checkReferences(pack: Pack, others: readonly Pack[]): ReferenceCheck {
  const known = gatherKnown([...others, pack]);
  const { misfits, notices } = checkAims(pack, known);
  const offices = listQuestions(pack).flatMap(({ path, value }) =>
    listUnknown(value.departments, known.departments, [...path, 'departments']),
  );
  const required =
    pack.kind === 'office' ? listUnknown(pack.required, known.questions, ['required']) : [];
  return {
    misfits: [
      ...listTaken(pack, others),
      ...listStandardLayout(pack),
      ...listOtherFigures(pack, others),
      ...misfits,
      ...offices,
      ...required,
      ...listUnknownPlaces(pack, known),
      ...listUnsaidWords(pack, others, known),
    ],
    notices,
  };
}
