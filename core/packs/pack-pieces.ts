import type { CheckItem } from './checklist-pack.ts';
import { canCompile, listFilledPatterns } from './disclosure-pack.ts';
import type { JsonStep } from './fault.ts';
import type { Years } from './fields.ts';
import type { OutlineItem } from './outline-pack.ts';
import type { Pack } from './pack.ts';
import type { ReviewWords } from './review-words.ts';

/** A piece of a pack with the way to it in its file. */
export interface Piece<Value> {
  readonly path: readonly JsonStep[];
  readonly value: Value;
}

function pieces<Value>(
  values: readonly Value[],
  ...path: readonly JsonStep[]
): readonly Piece<Value>[] {
  return values.map((value, index) => ({ path: [...path, index], value }));
}

/** The questions a pack holds. */
export function listQuestions(pack: Pack): readonly Piece<CheckItem>[] {
  return pack.kind === 'checklist' || pack.kind === 'office' ? pieces(pack.items, 'items') : [];
}

/** The items of an outline. */
export function listOutlineItems(pack: Pack): readonly Piece<OutlineItem>[] {
  if (pack.kind !== 'outline') return [];
  return pack.chapters.flatMap(({ items }, index) => pieces(items, 'chapters', index, 'items'));
}

/** The deadlines a pack names. */
export function listDeadlines(pack: Pack) {
  const isTold = pack.kind === 'template' || pack.kind === 'office';
  return isTold ? pieces(pack.deadlines, 'deadlines') : [];
}

function listReviewPatterns(words: ReviewWords | undefined): readonly Piece<string>[] {
  if (!words) return [];
  const { causes, causesAll, answersAll, faults, acts, notActs, leaders } = words;
  return [
    ...Object.entries({ causes, causesAll, answersAll, faults, acts, notActs }).flatMap(
      ([key, sources]) => pieces(sources, 'reviewWords', key),
    ),
    ...Object.entries(leaders).flatMap(([key, sources]) =>
      pieces(sources, 'reviewWords', 'leaders', key),
    ),
  ];
}

/** The regular expressions of a pack, in source form. */
export function listPatterns(pack: Pack): readonly Piece<string>[] {
  const ofQuestions = listQuestions(pack).flatMap(({ path, value }) => [
    ...pieces(value.answered, ...path, 'answered'),
    ...pieces(value.touched, ...path, 'touched'),
  ]);
  switch (pack.kind) {
    case 'template':
      return pack.parts.flatMap((part, index) => pieces(part.patterns, 'parts', index, 'patterns'));
    case 'units':
      return pack.units.flatMap((unit, index) => pieces(unit.names, 'units', index, 'names'));
    case 'rules':
      return [
        ...pack.wordLists.flatMap(({ entries }, list) =>
          entries.map(({ find }, index) => ({
            path: ['wordLists', list, 'entries', index, 'find'],
            value: find,
          })),
        ),
        ...pack.cycles.map(({ find }, index) => ({ path: ['cycles', index, 'find'], value: find })),
        ...pieces(pack.setNumbers ?? [], 'setNumbers'),
        ...listReviewPatterns(pack.reviewWords),
        ...Object.entries(pack.untoldWords ?? {}).flatMap(([key, sources]) =>
          pieces(sources, 'untoldWords', key),
        ),
      ];
    case 'checklist':
    case 'office':
      return ofQuestions;
    case 'disclosure':
      return listFilledPatterns(pack).filter(({ value }) => canCompile(value));
    case 'outline':
    case 'documents':
    case 'layout':
      return [];
    default:
      return pack satisfies never;
  }
}

/** The spans of years a pack names. */
export function listYears(pack: Pack): readonly Piece<Years>[] {
  const own = 'years' in pack && pack.years ? [{ path: ['years'], value: pack.years }] : [];
  const ofQuestions = listQuestions(pack).flatMap(({ path, value }) =>
    value.years ? [{ path: [...path, 'years'], value: value.years }] : [],
  );
  return [...own, ...ofQuestions];
}

/** Report years a pack applies to; null for any. */
export function yearsOf(pack: Pack): Years | null {
  return listYears(pack).find(({ path }) => path.length === 1)?.value ?? null;
}

/** How many items, questions, documents or words a pack holds; a layout is one. */
export function countPieces(pack: Pack): number {
  switch (pack.kind) {
    case 'template':
      return pack.parts.length;
    case 'outline':
      return listOutlineItems(pack).length;
    case 'checklist':
    case 'office':
      return pack.items.length;
    case 'rules':
      return pack.wordLists.reduce((sum, { entries }) => sum + entries.length, 0);
    case 'documents':
      return pack.documents.length;
    case 'units':
      return pack.departments.length;
    case 'layout':
      return 1;
    case 'disclosure':
      return pack.rules.length;
    default:
      return pack satisfies never;
  }
}
