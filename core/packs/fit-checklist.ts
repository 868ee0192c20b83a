import type { CheckItem, ChecklistPack } from './checklist-pack.ts';
import type { OutlinePack } from './outline-pack.ts';
import type { Unit } from './units-pack.ts';
import { fillWording } from './wording.ts';

const place = '{outline}';

/** Stands where a report of a year without a known outline must name one. */
export const unknownOutline = '《〔最新纲要名称〕》';

function signPattern(sign: string): string {
  if (sign === '（' || sign === '(') return '[（(]';
  if (sign === '）' || sign === ')') return '[）)]';
  return '年?(?:至|[^\\p{L}\\p{N}]{1,3})';
}

/**
 * A pattern source with {outline} filled by the outline's title. Letters and figures must stand as
 * in the citation; brackets may be of either width, the mark between the years any, with 年 before
 * it or without.
 * @source regulations.md 2 (title punctuation: normalise when matching)
 */
export function fillOutlinePattern(source: string, citation: string): string {
  const title = citation
    .replace(/[《》\s]/gu, '')
    .replace(/(年?)[—－–\-~～至]{1,2}(?=\d)|[^\p{L}\p{N}]/gu, (sign) => signPattern(sign));
  return source.replaceAll(place, title);
}

/** What the {…} places of a checklist are filled with. */
export interface ChecklistFit {
  readonly outline: OutlinePack;
  /**
   * False when no outline names the report's year: then no sentence answers an item that asks for
   * the outline's title, and its phrases leave the title open.
   */
  readonly isCurrent: boolean;
  readonly unit: Unit;
}

/** The item in the unit's own words. */
function fitWords(item: CheckItem, values: Readonly<Record<string, string>>): CheckItem {
  const fill = (wording: string) => fillWording(wording, values);
  return {
    ...item,
    question: fill(item.question),
    ...(item.ask === undefined ? {} : { ask: fill(item.ask) }),
    why: fill(item.why),
    phrases: item.phrases.map(fill),
    evidence: item.evidence.map(fill),
    reasons: item.reasons.map(fill),
  };
}

/** An item that asks for the outline's title can be answered only where that title is known. */
function fitItem(item: CheckItem, { outline, isCurrent, unit }: ChecklistFit): CheckItem {
  const title = isCurrent ? `《${outline.citation.replace(/[《》]/gu, '')}》` : unknownOutline;
  const worded = fitWords(item, { ...unit.words, outline: title });
  if (![...item.answered, ...item.touched].some((one) => one.includes(place))) return worded;
  const fill = (source: string) => fillOutlinePattern(source, outline.citation);
  const answered = item.answered.map(fill);
  const touched = item.touched.map(fill);
  return {
    ...worded,
    answered: isCurrent ? answered : [],
    touched: isCurrent ? touched : [...answered, ...touched],
  };
}

/** Fitted before; analysing remembers a checklist's texts by the checklist. */
const fittedBefore = new WeakMap<ChecklistPack, Map<string, ChecklistPack>>();

/** The checklist with its {outline} places and the unit's words filled in. */
export function fitChecklist(checklist: ChecklistPack, fit: ChecklistFit): ChecklistPack {
  const key = JSON.stringify([fit.isCurrent, fit.outline.citation, fit.unit.words]);
  const before = fittedBefore.get(checklist) ?? new Map<string, ChecklistPack>();
  fittedBefore.set(checklist, before);
  const known = before.get(key);
  if (known) return known;
  const fitted = { ...checklist, items: checklist.items.map((item) => fitItem(item, fit)) };
  before.set(key, fitted);
  return fitted;
}
