import type { Notice } from '../api/notice.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  type CreateId,
  emptyClosing,
  type Part,
  type Report,
} from '../model/index.ts';
import {
  type AppliedPacks,
  fillWording,
  packNotices,
  type TemplatePack,
  unknownOutline,
} from '../packs/index.ts';
import { applyRoll, type Choices } from './apply.ts';
import type { BlankForm } from './blank-form.ts';
import { planRoll, type RollPlan } from './plan.ts';

function wordingValues(year: number, issuers: readonly string[], packs: AppliedPacks) {
  return {
    year: String(year),
    nextYear: String(year + 1),
    unit: issuers.join('、'),
    outline: packs.outlineIsCurrent ? `《${packs.outline.citation}》` : unknownOutline,
  };
}

/** The template's parts in the order chosen; those it does not name stay behind, in the template's. */
function orderParts(
  { parts }: TemplatePack,
  order: BlankForm['order'] = [],
): readonly TemplatePack['parts'][number][] {
  const rank = (kind: (typeof order)[number]) => {
    const at = order.indexOf(kind);
    return at < 0 ? order.length : at;
  };
  return parts.toSorted((a, b) => rank(a.kind) - rank(b.kind));
}

/** What a blank draft is made of. */
export interface BlankOptions {
  readonly year: number;
  readonly issuers: readonly string[];
  readonly packs: AppliedPacks;
  readonly createId: CreateId;
  readonly form?: BlankForm | undefined;
}

/** A new report after the template: its title, opening, required parts and suggested sections, ready to be written into. */
export function startBlank({ year, issuers, packs, createId, form = {} }: BlankOptions): Report {
  const values = wordingValues(year, issuers, packs);
  const fill = (wording: string) => fillWording(wording, values);
  const { template } = packs;
  return buildReport(year, {
    issuers,
    title: fill(form.titlePattern ?? template.titlePattern),
    addressee: form.addressee ?? packs.addressee ?? '',
    preamble: template.preamble.map((text) => buildParagraph(createId, fill(text))),
    parts: orderParts(template, form.order)
      .filter((part) => part.required)
      .map((part) =>
        buildPart(createId, part.kind, fill(part.heading), {
          blocks: part.sections.length > 0 ? [] : [buildParagraph(createId, '')],
          sections: part.sections.map((section) =>
            buildSection(createId, fill(section.heading), [buildParagraph(createId, '')]),
          ),
        }),
      ),
    closing: { ...emptyClosing, signature: issuers },
  });
}

/** Adds the required parts that `report` lacks, each at its place in the template's order. */
function addMissingParts(
  report: Report,
  template: TemplatePack,
  build: (part: TemplatePack['parts'][number]) => Part,
): { readonly parts: readonly Part[]; readonly added: readonly Part[] } {
  const order = template.parts.map((part) => part.kind);
  const added: Part[] = [];
  const parts = [...report.parts];
  for (const wanted of template.parts) {
    if (!wanted.required || parts.some((part) => part.kind === wanted.kind)) continue;
    const part = build(wanted);
    const after = parts.findLastIndex(
      (other) => order.indexOf(other.kind) < order.indexOf(wanted.kind),
    );
    parts.splice(after + 1, 0, part);
    added.push(part);
  }
  return { parts, added };
}

/** How last year's report becomes this year's draft. */
export interface RollOptions {
  readonly toYear: number;
  /** Id of the base in the library. */
  readonly baseId: string;
  readonly createId: CreateId;
  /** Packs of the new year. */
  readonly packs: AppliedPacks;
  /** By key of a planned change: whether to make it, where the writer chose otherwise. */
  readonly choices?: Choices;
}

/** This year's draft, what was changed in it, and what needs a look. */
export interface Rolled {
  readonly report: Report;
  readonly plan: RollPlan;
  readonly notices: readonly Notice[];
}

/**
 * Makes this year's draft of last year's report: years move as {@link planRoll} says, a missing
 * title or required part is added after the template, the signed date is emptied.
 */
export function rollForward(base: Report, options: RollOptions): Rolled {
  const { packs, createId, toYear } = options;
  const plan = planRoll(base, toYear, packs);
  const moved = applyRoll(base, plan, options);
  const values = wordingValues(toYear, base.issuers, packs);
  const title = moved.title || fillWording(packs.template.titlePattern, values);
  const { parts, added } = addMissingParts(moved, packs.template, (part) =>
    buildPart(createId, part.kind, fillWording(part.heading, values), {
      blocks: [buildParagraph(createId, '')],
    }),
  );
  const notices: Notice[] = [
    ...(moved.title ? [] : [{ code: 'roll/title-added' as const, title }]),
    ...added.map(({ kind }) => ({ code: 'roll/part-added' as const, part: kind })),
    ...(base.closing.signedDate
      ? [{ code: 'roll/date-cleared' as const, date: base.closing.signedDate }]
      : []),
    ...packNotices(packs, toYear),
  ];
  return { report: { ...moved, title, parts }, plan, notices };
}
