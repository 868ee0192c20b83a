import type { Answer, CheckItemResult, CoverageState, OutlineItemResult } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks, CheckItem } from '../packs/index.ts';
import {
  type Comparison,
  createIsWholePoint,
  createShortcomingsJudge,
} from '../shortcomings/index.ts';
import { compileChecklist } from './compile-checklist.ts';
import { findHome, type ReadSpot } from './home.ts';
import { type Found, judgeComparison } from './judge-comparison.ts';
import { findOtherHomes } from './other-homes.ts';
import { coverOutline } from './outline-state.ts';
import { type PlacedEvidence, readSpots } from './placed-evidence.ts';
import { listSpots } from './spots.ts';
import { compileUntold } from './untold.ts';

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

/** A question of a checklist beside the stretches of a report. */
interface Asked {
  readonly item: CheckItem;
  readonly index: number;
  /** Of the outline item it is drawn from. */
  readonly keywords: readonly string[];
  readonly answer: Answer | undefined;
  /** In reading order. */
  readonly evidence: readonly PlacedEvidence[];
  readonly compared: Comparison | null;
}

function readEvidence(evidence: readonly PlacedEvidence[]): Found {
  const answering = evidence.filter(({ answers }) => answers);
  const shown = answering.length > 0 ? answering : evidence;
  return { found: decideState(evidence), where: shown.map(({ place }) => place) };
}

function coverItem(
  { item, index, keywords, answer, evidence, compared }: Asked,
  spots: readonly ReadSpot[],
): CheckItemResult {
  const { found, where } = judgeComparison(item.judge, compared) ?? readEvidence(evidence);
  const { state = found, reason = '' } = answer ?? {};
  return {
    itemId: item.id,
    state,
    found,
    reason,
    where: state === 'notApplicable' ? [] : where,
    homeId: findHome(item, index, keywords, spots),
  };
}

const noKeywords: readonly string[] = [];
const noEvidence: readonly PlacedEvidence[] = [];

/** What all stretches say to each question, by its index. */
function gatherEvidence(
  spots: readonly ReadSpot[],
): ReadonlyMap<number, readonly PlacedEvidence[]> {
  const gathered = new Map<number, PlacedEvidence[]>();
  for (const { reading } of spots) {
    for (const [index, evidence] of reading.byItem) {
      const group = gathered.get(index);
      if (group) group.push(...evidence);
      else gathered.set(index, [...evidence]);
    }
  }
  return gathered;
}

/**
 * What a report is covered against. Without `rules` nobody compares shortcomings and measures, and
 * the patterns alone decide; without `template` no heading is known to be the template's own.
 */
export type CoveragePacks = Pick<AppliedPacks, 'outline' | 'checklist'> &
  Partial<Pick<AppliedPacks, 'rules' | 'template' | 'unit'>>;

const anyJudge = ({ checklist }: CoveragePacks) => checklist.items.some(({ judge }) => judge);

function compareWhere(report: Report, packs: CoveragePacks): Comparison | null {
  const { rules, template, checklist } = packs;
  if (!rules || !anyJudge(packs)) return null;
  return createShortcomingsJudge({ rules, template, checklist })(report);
}

/**
 * Answers every question of a checklist from a report's text, sentence by sentence, and every item
 * of the outline from its questions. A question is `answered` by a sentence that matches one of its
 * patterns and stands in an allowed part, `partly` when a sentence or heading only touches it; one
 * with a `judge` as the shortcomings, their causes and their measures stand to one another.
 * What a person says wins, whatever was found; a question that does not apply has no places. Costs a
 * few milliseconds for 20 000 characters and a fraction of one for a text seen before.
 * @param answers by check item id
 */
export function coverReport(
  report: Report,
  packs: CoveragePacks,
  answers: Readonly<Record<string, Answer>> = {},
): ReportCoverage {
  const spots = listSpots(report, createIsWholePoint(packs.template));
  const readings = readSpots(
    compileChecklist(packs.checklist, compileUntold(packs)),
    spots,
    report.year,
  );
  const read = readings.flatMap((reading, index): ReadSpot[] => {
    const spot = spots[index];
    return spot ? [{ spot, reading }] : [];
  });
  const keywords = new Map(
    packs.outline.chapters.flatMap(({ items }) => items.map((item) => [item.id, item.keywords])),
  );
  const gathered = gatherEvidence(read);
  const compared = compareWhere(report, packs);
  const items = packs.checklist.items.map((item, index) => {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    const words = keywords.get(item.outlineItem ?? '') ?? noKeywords;
    const evidence = gathered.get(index) ?? noEvidence;
    return coverItem({ item, index, keywords: words, answer, evidence, compared }, read);
  });
  const homed = findOtherHomes(packs, items, spots);
  return { items: homed, outline: coverOutline(packs, homed, spots) };
}
