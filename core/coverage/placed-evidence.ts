import type { Place } from '../api/index.ts';
import type { PartKind } from '../model/index.ts';
import type { ChecklistPack } from '../packs/index.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import type { Spot } from './spots.ts';

/** Evidence with the place it stands in. */
export interface PlacedEvidence extends Evidence {
  readonly spotId: string;
  readonly place: Place;
}

/** Parts that tell what was done: there a plan answers nothing. */
const toldAsDone = new Set<PartKind | null>(['achievements', 'leadership']);

/**
 * What one stretch of a report of `year` says to the questions. Its heading can touch, never answer;
 * nor can a plan for the future where the part tells what was done.
 */
export function findSpotEvidence(
  checklist: ChecklistPack,
  spot: Spot,
  year: number,
): readonly PlacedEvidence[] {
  const { id: spotId, partId, sectionId } = spot;
  const isDone = toldAsDone.has(spot.kind);
  const place = (evidence: Evidence, blockId: string | null): PlacedEvidence => ({
    ...evidence,
    spotId,
    place: { partId, sectionId, blockId, quote: evidence.quote },
  });
  return [
    ...findEvidence(checklist, spot.heading, year).map((evidence) =>
      place({ ...evidence, answers: false }, null),
    ),
    ...spot.texts.flatMap(({ blockId, text }) =>
      findEvidence(checklist, text, year).map((evidence) =>
        place({ ...evidence, answers: evidence.answers && !(isDone && evidence.isPlan) }, blockId),
      ),
    ),
  ];
}
