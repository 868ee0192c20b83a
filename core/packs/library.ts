import type { ChecklistPack } from './checklist-pack.ts';
import { composeChecklist, listSources } from './compose-checklist.ts';
import type { DocumentsPack } from './documents-pack.ts';
import { type Confidence, isInYears } from './fields.ts';
import { fitChecklist } from './fit-checklist.ts';
import { fitTemplate } from './fit-template.ts';
import { applyOffice } from './office.ts';
import type { OutlinePack } from './outline-pack.ts';
import type { Pack } from './pack.ts';
import type { RulesPack } from './rules-pack.ts';
import type { TemplatePack } from './template-pack.ts';
import { chooseUnit, isOfUnit } from './units.ts';
import type { Department, Unit, UnitKind } from './units-pack.ts';

/** Where questions come from, for people: the packs of a report's checklist. */
export interface ChecklistSource {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** ISO day. */
  readonly date: string;
  readonly confidence: Confidence;
  readonly itemIds: readonly string[];
}

/** The packs that apply to one report. */
export interface AppliedPacks {
  /**
   * In the unit's own words, with the headings, addressees and deadlines of the county's office,
   * where it sent some.
   */
  readonly template: TemplatePack;
  /** The outline of the report's year, or the latest one before it. */
  readonly outline: OutlinePack;
  /** False when no outline names the report's year and the latest stands in for it. */
  readonly outlineIsCurrent: boolean;
  /**
   * Every question asked of this unit in this year: the outline's checklist, or the latest one
   * before it, then those of rules, then the county's own. Its {…} places are filled in.
   */
  readonly checklist: ChecklistPack;
  /** False when the outline has no checklist of its own and that of another stands in. */
  readonly checklistIsOwn: boolean;
  /** Whom the county's office has reports sent to; null where it does not say. */
  readonly addressee: string | null;
  /** Where the questions come from, in their order. */
  readonly sources: readonly ChecklistSource[];
  /** What kind of unit issues the report, and its words for itself. */
  readonly unit: Unit;
  /** Offices of such a unit that hold material; of every units pack, a later one of the same id in place of an earlier. */
  readonly departments: readonly Department[];
  /** Every rules pack: they add up. */
  readonly rules: readonly RulesPack[];
  /** Every documents pack: they add up. */
  readonly documents: readonly DocumentsPack[];
}

/** What else decides which packs apply. */
export interface PackChoice {
  /** The template chosen for the report; the first one when absent or unknown. */
  readonly templateId?: string | undefined;
  /** Names of the issuing units; a 镇 is taken for granted when absent. */
  readonly issuers?: readonly string[] | undefined;
  /** What the writer says the unit is; its name tells when absent. */
  readonly unitKind?: UnitKind | undefined;
}

/** True when `year` lies in the years a pack names. */
export function coversYear(pack: OutlinePack, year: number): boolean {
  return isInYears(pack.years, year);
}

function chooseOutline(outlines: readonly OutlinePack[], year: number) {
  const current = outlines.find((pack) => coversYear(pack, year));
  const outline =
    current ?? outlines.find((pack) => (pack.years.from ?? 0) <= year) ?? outlines.at(-1);
  return { outline, outlineIsCurrent: current !== undefined };
}

/** The outline's own checklist, else that of the latest outline before it, else the latest there is. */
function chooseChecklist(
  packs: readonly Pack[],
  outlines: readonly OutlinePack[],
  outline: OutlinePack | undefined,
): ChecklistPack | undefined {
  const checklists = packs
    .filter((pack) => pack.kind === 'checklist')
    .filter((pack) => pack.outline !== null);
  const before = outline ? outlines.slice(outlines.indexOf(outline)) : [];
  const ranked = [...before, ...outlines];
  for (const { id } of ranked) {
    const own = checklists.findLast((pack) => pack.outline === id);
    if (own) return own;
  }
  return checklists.at(-1);
}

function listDepartments(packs: readonly Pack[], kind: UnitKind): readonly Department[] {
  const all = packs
    .flatMap((pack) => (pack.kind === 'units' ? pack.departments : []))
    .filter(({ unitKinds }) => isOfUnit(unitKinds, kind));
  return [...new Map(all.map((department) => [department.id, department])).values()];
}

/**
 * Chooses the template, the outline of `year` and the questions. Where no outline covers the
 * year, the latest that began before it is taken and `outlineIsCurrent` is false. An outline that
 * came without a checklist is asked with the latest one before it, and `checklistIsOwn` is false.
 * Of two that fit as well the later in `packs` is taken: a person's own stand behind the app's.
 * Throws when the library has no template, outline or checklist at all: the app ships them.
 * @source regulations.md 0.4: the report year decides which outline applies
 */
export function choosePacks(
  packs: readonly Pack[],
  year: number,
  { templateId, issuers = [], unitKind }: PackChoice = {},
): AppliedPacks {
  const templates = packs.filter((pack) => pack.kind === 'template');
  const template = templates.find((pack) => pack.id === templateId) ?? templates[0];
  const outlines = packs
    .filter((pack) => pack.kind === 'outline')
    .toReversed()
    .toSorted((a, b) => (b.years.from ?? 0) - (a.years.from ?? 0));
  const { outline, outlineIsCurrent } = chooseOutline(outlines, year);
  const own = chooseChecklist(packs, outlines, outline);
  if (!template || !outline || !own) {
    throw new Error(`no template, outline or checklist for ${year}`);
  }
  const unit = chooseUnit(
    packs.filter((pack) => pack.kind === 'units'),
    issuers,
    unitKind,
  );
  const offices = packs
    .filter((pack) => pack.kind === 'office')
    .filter((pack) => isInYears(pack.years, year) && isOfUnit(pack.unitKinds, unit.kind));
  const asked = { packs, own, offices, unit, year };
  return {
    template: offices.reduce(applyOffice, fitTemplate(template, unit)),
    outline,
    outlineIsCurrent,
    checklist: fitChecklist(composeChecklist(asked), {
      outline,
      isCurrent: outlineIsCurrent,
      unit,
    }),
    checklistIsOwn: own.outline === outline.id,
    addressee: offices.findLast((office) => office.addressees.length > 0)?.addressees[0] ?? null,
    sources: listSources(asked),
    unit,
    departments: listDepartments(packs, unit.kind),
    rules: packs.filter((pack) => pack.kind === 'rules'),
    documents: packs.filter((pack) => pack.kind === 'documents'),
  };
}
