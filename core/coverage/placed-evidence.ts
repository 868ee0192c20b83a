import type { Place } from '../api/index.ts';
import { createMemory, type Memory } from '../memory/index.ts';
import { blockText, type PartKind } from '../model/index.ts';
import type { CheckItem } from '../packs/index.ts';
import type { CompiledChecklist } from './compile-checklist.ts';
import { type Evidence, findEvidence, findHeadingEvidence } from './evidence.ts';
import { mayAnswer } from './may-answer.ts';
import type { Spot } from './spots.ts';

/** Evidence with the place it stands in. */
export interface PlacedEvidence extends Evidence {
  readonly spotId: string;
  readonly place: Place;
}

/** What one stretch of a report says. */
export interface SpotReading {
  /** Evidence that counts here, by the index of the item. */
  readonly byItem: ReadonlyMap<number, readonly PlacedEvidence[]>;
  /** How many of some words its texts hold, by the words; filled when asked for. */
  readonly keywordCounts: Map<readonly string[], number>;
}

/** Parts that tell what was done: there a plan answers nothing. */
const toldAsDone = new Set<PartKind | null>(['achievements', 'leadership']);

/** Ids of the headings within a stretch that have nothing under them yet. */
function listEmptyHeadings({ blocks }: Spot): ReadonlySet<string> {
  const empty = new Set<string>();
  let open: { readonly id: string; readonly level: number }[] = [];
  for (const block of blocks) {
    if (block.type === 'subheading' && !block.runIn) {
      const { id, level } = block;
      open = [...open.filter((one) => one.level < level), { id, level }];
      empty.add(id);
    } else if (blockText(block).trim() !== '') {
      for (const { id } of open) empty.delete(id);
    }
  }
  return empty;
}

/**
 * What one stretch of a report of `year` says to the questions. A heading touches and never answers,
 * but for a whole point of the shortcomings or the plan; with nothing under it, it says nothing at all.
 * Nor does a plan for the future answer where the part tells what was done.
 */
function findSpotEvidence(
  checklist: CompiledChecklist,
  spot: Spot,
  year: number,
): readonly PlacedEvidence[] {
  const { id: spotId, partId, sectionId } = spot;
  const isDone = toldAsDone.has(spot.kind);
  const headings =
    spot.heads === 'nothing' ? [] : findHeadingEvidence(checklist, spot.heading, year);
  const empty = listEmptyHeadings(spot);
  const topic = sectionId === null ? '' : spot.heading;
  const place = (evidence: Evidence, blockId: string | null, answers: boolean): PlacedEvidence => ({
    ...evidence,
    answers,
    spotId,
    place: { partId, sectionId, blockId, quote: evidence.quote },
  });
  return [
    ...headings.map((one) => place(one, null, one.answers && spot.heads === 'point')),
    ...spot.blocks.flatMap((block) => {
      if (empty.has(block.id)) return [];
      const isHeading = block.type === 'subheading' && !block.runIn;
      return findEvidence(checklist, block, year, topic).map((one) =>
        place(one, block.id, one.answers && !isHeading && !(isDone && one.isPlan)),
      );
    }),
  ];
}

/** False for what a part tells that is not asked of it, but of the plan it turns to further on. */
function isInPlace(item: CheckItem, spot: Spot, { place }: PlacedEvidence): boolean {
  if (spot.kind === null || item.parts.includes(spot.kind)) return true;
  const from = spot.planFrom.get(place.blockId ?? '');
  const text = spot.texts.find(({ blockId }) => blockId === place.blockId)?.text ?? '';
  return from !== undefined && text.indexOf(place.quote) >= from;
}

function readSpot(checklist: CompiledChecklist, spot: Spot, year: number): SpotReading {
  const byItem = new Map<number, PlacedEvidence[]>();
  for (const evidence of findSpotEvidence(checklist, spot, year)) {
    const item = checklist.items[evidence.item];
    if (!item || !mayAnswer(item, spot) || !isInPlace(item, spot, evidence)) continue;
    const group = byItem.get(evidence.item);
    if (group) group.push(evidence);
    else byItem.set(evidence.item, [evidence]);
  }
  return { byItem, keywordCounts: new Map() };
}

/** Everything a reading depends on. */
function keyOf({ id, kind, partId, heading, heads, blocks, planFrom }: Spot, year: number): string {
  const texts = blocks.map((block) => {
    const runIn = block.type === 'subheading' && block.runIn;
    return `${block.id} ${block.type} ${runIn} ${blockText(block)}`;
  });
  return [year, id, kind, partId, heads, heading, ...planFrom.values(), ...texts].join('\u0000');
}

const maxKnownSpots = 600;
const knownByChecklist = new WeakMap<CompiledChecklist, Memory<SpotReading>>();

/** Reads every stretch; one that stands as it stood before is not read again. */
export function readSpots(
  checklist: CompiledChecklist,
  spots: readonly Spot[],
  year: number,
): readonly SpotReading[] {
  const known = knownByChecklist.get(checklist) ?? createMemory<SpotReading>(maxKnownSpots);
  knownByChecklist.set(checklist, known);
  return spots.map((spot) => known.get(keyOf(spot, year), () => readSpot(checklist, spot, year)));
}

/** How many of `keywords` stand in the texts of a stretch. */
export function countKeywords(
  keywords: readonly string[],
  spot: Spot,
  { keywordCounts }: SpotReading,
): number {
  const known = keywordCounts.get(keywords);
  if (known !== undefined) return known;
  const count = keywords.filter((word) =>
    spot.texts.some(({ text }) => text.includes(word)),
  ).length;
  keywordCounts.set(keywords, count);
  return count;
}
