import type { CheckItem, ChecklistPack, OutlinePack } from './pack.ts';
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

/** An item that asks for the outline's title can be answered only where that title is known. */
function fitItem(item: CheckItem, outline: OutlinePack, isCurrent: boolean): CheckItem {
  const words = [...item.answered, ...item.touched, ...item.phrases];
  if (!words.some((one) => one.includes(place))) return item;
  const fill = (source: string) => fillOutlinePattern(source, outline.citation);
  const title = isCurrent ? `《${outline.citation.replace(/[《》]/gu, '')}》` : unknownOutline;
  const answered = item.answered.map(fill);
  const touched = item.touched.map(fill);
  return {
    ...item,
    answered: isCurrent ? answered : [],
    touched: isCurrent ? touched : [...answered, ...touched],
    phrases: item.phrases.map((phrase) => fillWording(phrase, { outline: title })),
  };
}

/** Fitted before; analysing remembers a checklist's texts by the checklist. */
const fittedBefore = new WeakMap<ChecklistPack, Map<string, ChecklistPack>>();

/**
 * The checklist with its {outline} places filled for the outline that applies.
 * @param isCurrent false when no outline names the report's year: then no sentence answers an item
 * that asks for the outline's title, and its phrases leave the title open
 */
export function fitChecklist(
  checklist: ChecklistPack,
  outline: OutlinePack,
  isCurrent: boolean,
): ChecklistPack {
  const key = `${isCurrent} ${outline.citation}`;
  const before = fittedBefore.get(checklist) ?? new Map<string, ChecklistPack>();
  fittedBefore.set(checklist, before);
  const known = before.get(key);
  if (known) return known;
  const fitted = {
    ...checklist,
    items: checklist.items.map((item) => fitItem(item, outline, isCurrent)),
  };
  before.set(key, fitted);
  return fitted;
}
