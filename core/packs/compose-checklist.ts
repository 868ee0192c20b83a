import type { CheckItem, ChecklistPack } from './checklist-pack.ts';
import { isInYears } from './fields.ts';
import type { ChecklistSource } from './library.ts';
import type { OfficePack } from './office-pack.ts';
import type { Pack } from './pack.ts';
import { isOfUnit } from './units.ts';
import type { Unit } from './units-pack.ts';

/** What a checklist is put together of. */
interface Asked {
  readonly packs: readonly Pack[];
  /** The outline's checklist. */
  readonly own: ChecklistPack;
  /** The county's packs that apply. */
  readonly offices: readonly OfficePack[];
  readonly unit: Unit;
  readonly year: number;
}

function isAsked(item: CheckItem, { unit, year }: Asked): boolean {
  return isOfUnit(item.unitKinds, unit.kind) && isInYears(item.years, year);
}

/** The packs with questions for the report, each with those that are asked. An id asked before is not asked again. */
function listAsked(
  asked: Asked,
): readonly (readonly [ChecklistPack | OfficePack, readonly CheckItem[]])[] {
  const rules = asked.packs
    .filter((pack) => pack.kind === 'checklist')
    .filter((pack) => pack.outline === null && isInYears(pack.years, asked.year));
  const known = new Set<string>();
  return [asked.own, ...rules, ...asked.offices].map((pack) => {
    const items = pack.items.filter((item) => isAsked(item, asked) && !known.has(item.id));
    for (const { id } of items) known.add(id);
    return [pack, items] as const;
  });
}

/** Where the questions of a report come from. */
export function listSources(asked: Asked): readonly ChecklistSource[] {
  return listAsked(asked)
    .filter(([, items]) => items.length > 0)
    .map(([{ id, title, source, date, confidence }, items]) => ({
      id,
      title,
      source,
      date,
      confidence,
      itemIds: items.map((item) => item.id),
    }));
}

/** Composed before, by the outline's checklist: analysing remembers what a checklist's patterns found. */
const composedBefore = new WeakMap<ChecklistPack, Map<string, ChecklistPack>>();

/**
 * The outline's checklist with the questions of rules and of the county's office behind its own, as
 * far as they are asked of this kind of unit in this year. The same questions give the same pack.
 */
export function composeChecklist(asked: Asked): ChecklistPack {
  const required = new Set(asked.offices.flatMap((office) => office.required));
  const items = listAsked(asked).flatMap(([, asks]) => asks);
  const composed = items.map((item) =>
    required.has(item.id) ? { ...item, required: true } : item,
  );
  const key = JSON.stringify(composed);
  const before = composedBefore.get(asked.own) ?? new Map<string, ChecklistPack>();
  composedBefore.set(asked.own, before);
  const known = before.get(key);
  if (known) return known;
  const checklist = { ...asked.own, items: composed };
  before.set(key, checklist);
  return checklist;
}
