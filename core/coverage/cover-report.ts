import type { Answer, CheckItemResult, CoverageState, OutlineItemResult } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import type { CheckItem, ChecklistPack, OutlinePack } from '../packs/index.ts';
import { findHome, mayAnswer } from './home.ts';
import { coverOutline } from './outline-state.ts';
import { findSpotEvidence, type PlacedEvidence } from './placed-evidence.ts';
import { listSpots, type Spot } from './spots.ts';

/** What a report answers: question by question, and outline item by outline item. */
export interface ReportCoverage {
  /** In the checklist's order; one for each of its items. */
  readonly items: readonly CheckItemResult[];
  /** In the outline's order; without county items that the text does not speak of. */
  readonly outline: readonly OutlineItemResult[];
}

function decideState(evidence: readonly PlacedEvidence[]): CoverageState {
  if (evidence.some(({ answers }) => answers)) return 'answered';
  return evidence.length > 0 ? 'partly' : 'missing';
}

function coverItem(
  item: CheckItem,
  evidence: readonly PlacedEvidence[],
  context: {
    readonly keywords: readonly string[];
    readonly spots: readonly Spot[];
    readonly answer: Answer | undefined;
  },
): CheckItemResult {
  const answering = evidence.filter(({ answers }) => answers);
  const shown = answering.length > 0 ? answering : evidence;
  const found = decideState(evidence);
  const { state = found, reason = '' } = context.answer ?? {};
  return {
    itemId: item.id,
    state,
    found,
    reason,
    where: state === 'notApplicable' ? [] : shown.map(({ place }) => place),
    homeId: findHome(item, context.keywords, evidence, context.spots),
  };
}

function groupEvidence(
  checklist: ChecklistPack,
  spots: readonly Spot[],
  year: number,
): ReadonlyMap<string, readonly PlacedEvidence[]> {
  const itemsById = new Map(checklist.items.map((item) => [item.id, item]));
  const groups = new Map<string, PlacedEvidence[]>();
  for (const spot of spots) {
    for (const evidence of findSpotEvidence(checklist, spot, year)) {
      const item = itemsById.get(evidence.itemId);
      if (!item || !mayAnswer(item, spot)) continue;
      const group = groups.get(item.id);
      if (group) group.push(evidence);
      else groups.set(item.id, [evidence]);
    }
  }
  return groups;
}

/**
 * Answers every question of a checklist from a report's text, sentence by sentence, and every item
 * of the outline from its questions. A question is `answered` by a sentence that matches one of its
 * patterns and stands in an allowed part, `partly` when a sentence or heading only touches it.
 * What a person says wins, whatever was found; a question that does not apply has no places. Costs a few milliseconds for 20 000 characters and less for a text seen before.
 * @param answers by check item id
 */
export function coverReport(
  report: Report,
  packs: { readonly outline: OutlinePack; readonly checklist: ChecklistPack },
  answers: Readonly<Record<string, Answer>> = {},
): ReportCoverage {
  const spots = listSpots(report);
  const groups = groupEvidence(packs.checklist, spots, report.year);
  const keywords = new Map(
    packs.outline.chapters.flatMap(({ items }) => items.map((item) => [item.id, item.keywords])),
  );
  const items = packs.checklist.items.map((item) =>
    coverItem(item, groups.get(item.id) ?? [], {
      keywords: keywords.get(item.outlineItem ?? '') ?? [],
      spots,
      answer: Object.hasOwn(answers, item.id) ? answers[item.id] : undefined,
    }),
  );
  return { items, outline: coverOutline(packs, items, spots) };
}
