import type { Place } from '../api/index.ts';
import type { ChecklistPack } from '../packs/index.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import type { Spot } from './spots.ts';

/** Evidence with the place it stands in. */
export interface PlacedEvidence extends Evidence {
  readonly spotId: string;
  readonly place: Place;
}

/** What one stretch of a report says to the questions. Its heading can touch, never answer. */
export function findSpotEvidence(checklist: ChecklistPack, spot: Spot): readonly PlacedEvidence[] {
  const { id: spotId, partId, sectionId } = spot;
  const place = (evidence: Evidence, blockId: string | null): PlacedEvidence => ({
    ...evidence,
    spotId,
    place: { partId, sectionId, blockId, quote: evidence.quote },
  });
  return [
    ...findEvidence(checklist, spot.heading).map((evidence) =>
      place({ ...evidence, answers: false }, null),
    ),
    ...spot.texts.flatMap(({ blockId, text }) =>
      findEvidence(checklist, text).map((evidence) => place(evidence, blockId)),
    ),
  ];
}
