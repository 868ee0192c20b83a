import {
  type ChecklistPack,
  type OutlinePack,
  type Pack,
  packSchema,
  type TemplatePack,
} from './pack.ts';

/** A file that is no pack: which one, and where it departs from the shape. */
export interface PackFault {
  readonly name: string;
  readonly path: string;
  readonly reason: string;
}

/** Packs that were read, and those that were not. */
export interface PackLibrary {
  readonly packs: readonly Pack[];
  readonly faults: readonly PackFault[];
}

/** Parses the JSON texts of pack files. A file that is no pack becomes a fault; the others stand. */
export function parsePacks(
  files: readonly { readonly name: string; readonly json: string }[],
): PackLibrary {
  const packs: Pack[] = [];
  const faults: PackFault[] = [];
  for (const { name, json } of files) {
    try {
      const parsed = packSchema.safeParse(JSON.parse(json));
      if (parsed.success) packs.push(parsed.data);
      else {
        const issue = parsed.error.issues[0];
        faults.push({
          name,
          path: issue?.path.join('.') ?? '',
          reason: issue?.message ?? 'malformed',
        });
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({ name, path: '', reason: error.message });
    }
  }
  return { packs, faults };
}

/** The packs that apply to one report. */
export interface AppliedPacks {
  readonly template: TemplatePack;
  /** The outline of the report's year, or the latest one before it. */
  readonly outline: OutlinePack;
  /** False when no outline names the report's year and the latest stands in for it. */
  readonly outlineIsCurrent: boolean;
  readonly checklist: ChecklistPack;
}

/** True when `year` lies in the years a pack names. */
export function coversYear(pack: OutlinePack, year: number): boolean {
  return (pack.years.from ?? year) <= year && year <= (pack.years.to ?? year);
}

/**
 * Chooses the template, the outline of `year` and its checklist. Where no outline covers the
 * year, the latest that began before it is taken and `outlineIsCurrent` is false.
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
    .toSorted((a, b) => (b.years.from ?? 0) - (a.years.from ?? 0));
  const current = outlines.find((pack) => coversYear(pack, year));
  const outline =
    current ?? outlines.find((pack) => (pack.years.from ?? 0) <= year) ?? outlines.at(-1);
  const checklist = packs.find((pack) => pack.kind === 'checklist' && pack.outline === outline?.id);
  if (!template || !outline || checklist?.kind !== 'checklist') {
    throw new Error(`no template, outline or checklist for ${year}`);
  }
  return { template, outline, outlineIsCurrent: current !== undefined, checklist };
}

/** Fills {name} places of a pack's wording. A name without a value stays as it is. */
export function fillWording(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/gu, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}
