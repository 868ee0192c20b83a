import type { Finding } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import {
  createForeignPlaces,
  type ForeignPlaces,
  findOwnPlaces,
  indexPlaces,
  joinPlaceWords,
} from '../places/index.ts';
import { compileRules } from './compile-rules.ts';
import { listPassages, type Passage } from './passage.ts';
import type { Draft, ProofreadContext } from './rule.ts';
import { rules } from './rules.ts';

/** Reading order of the pieces that findings point to. */
function orderPlaces(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const [index, { partId, sectionId, blockId }] of passages.entries()) {
    const key = blockId ?? sectionId ?? partId;
    if (key !== null && !order.has(key)) order.set(key, index);
  }
  return order;
}

function readForeign(report: Report, context: ProofreadContext): ForeignPlaces | null {
  const { packs, places = null, chain = [], base = null } = context;
  if (!places || places.provinces.length === 0) return null;
  const index = indexPlaces(places);
  const own = findOwnPlaces(report, index, { chain, base });
  return createForeignPlaces(index, own, joinPlaceWords(packs.rules));
}

function layOut(report: Report, passages: readonly Passage[], context: ProofreadContext): Draft {
  const { packs, year, deadlines = {} } = context;
  const { template, outline, outlineIsCurrent, documents } = packs;
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    report,
    passages,
    year,
    template,
    outline,
    outlineIsCurrent,
    documents,
    rules: compileRules(packs.rules),
    deadlines: template.deadlines.map(({ id, title, month, day }) => ({
      title,
      day: deadlines[id] ?? `${two(month)}-${two(day)}`,
    })),
    foreign: readForeign(report, context),
  };
}

/**
 * Everything the rules object to in a report, in reading order; what concerns the report as a whole
 * comes first. Each finding's `text` stands in its `place.quote`, and the quote in the passage it
 * names; a finding about something that is missing has both empty or quotes the heading.
 * @param context the packs that apply and the year of the report
 * @source regulations.md 0, 7, 9.6
 */
export function proofread(report: Report, context: ProofreadContext): readonly Finding[] {
  const passages = listPassages(report);
  const draft = layOut(report, passages, context);
  const order = orderPlaces(passages);
  const rank = ({ place }: Finding): number =>
    order.get(place.blockId ?? place.sectionId ?? place.partId ?? '') ?? -1;
  return rules.flatMap((rule) => rule.check(draft)).toSorted((a, b) => rank(a) - rank(b));
}
