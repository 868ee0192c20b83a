import type { DocumentsPack } from './documents-pack.ts';
import { fitChecklist } from './fit-checklist.ts';
import type { ChecklistPack, OutlinePack, Pack, TemplatePack } from './pack.ts';
import type { RulesPack } from './rules-pack.ts';

/** The packs that apply to one report. */
export interface AppliedPacks {
  readonly template: TemplatePack;
  /** The outline of the report's year, or the latest one before it. */
  readonly outline: OutlinePack;
  /** False when no outline names the report's year and the latest stands in for it. */
  readonly outlineIsCurrent: boolean;
  /** The outline's checklist with the outline's title filled in, or the latest one before it. */
  readonly checklist: ChecklistPack;
  /** False when the outline has no checklist of its own and that of another stands in. */
  readonly checklistIsOwn: boolean;
  /** Every rules pack: they add up. */
  readonly rules: readonly RulesPack[];
  /** Every documents pack: they add up. */
  readonly documents: readonly DocumentsPack[];
}

/** True when `year` lies in the years a pack names. */
export function coversYear(pack: OutlinePack, year: number): boolean {
  return (pack.years.from ?? year) <= year && year <= (pack.years.to ?? year);
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
  const checklists = packs.filter((pack) => pack.kind === 'checklist');
  const before = outline ? outlines.slice(outlines.indexOf(outline)) : [];
  const ranked = [...before, ...outlines];
  for (const { id } of ranked) {
    const own = checklists.findLast((pack) => pack.outline === id);
    if (own) return own;
  }
  return checklists.at(-1);
}

/**
 * Chooses the template, the outline of `year` and its checklist. Where no outline covers the
 * year, the latest that began before it is taken and `outlineIsCurrent` is false. An outline that
 * came without a checklist is asked with the latest one before it, and `checklistIsOwn` is false.
 * Of two that fit as well the later in `packs` is taken: a person's own stand behind the app's.
 * Throws when the library has no template, outline or checklist at all: the app ships them.
 * @source regulations.md 0.4: the report year decides which outline applies
 */
export function choosePacks(
  packs: readonly Pack[],
  year: number,
  templateId?: string,
): AppliedPacks {
  const templates = packs.filter((pack) => pack.kind === 'template');
  const template = templates.find((pack) => pack.id === templateId) ?? templates[0];
  const outlines = packs
    .filter((pack) => pack.kind === 'outline')
    .toReversed()
    .toSorted((a, b) => (b.years.from ?? 0) - (a.years.from ?? 0));
  const { outline, outlineIsCurrent } = chooseOutline(outlines, year);
  const checklist = chooseChecklist(packs, outlines, outline);
  if (!template || !outline || !checklist) {
    throw new Error(`no template, outline or checklist for ${year}`);
  }
  return {
    template,
    outline,
    outlineIsCurrent,
    checklist: fitChecklist(checklist, outline, outlineIsCurrent),
    checklistIsOwn: checklist.outline === outline.id,
    rules: packs.filter((pack) => pack.kind === 'rules'),
    documents: packs.filter((pack) => pack.kind === 'documents'),
  };
}
