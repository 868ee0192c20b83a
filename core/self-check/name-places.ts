import type { Place } from '../api/shapes.ts';
import { listHomes } from '../coverage/index.ts';
import type { Report } from '../model/index.ts';

/** Places of one report in the words a person knows. */
export interface PlaceNames {
  /** Of a section, a part, or `front`: 一（三）, 二, 引言; empty for any other id. */
  readonly ofStop: (id: string | null) => string;
  /** Of a place in the text; empty for the lines around it, such as the title and the signature. */
  readonly ofPlace: (place: Place) => string;
  /** Of an answer, which stands in the text: what has no part stands in the preamble. */
  readonly ofAnswer: (place: Place) => string;
}

/** Names places by the numbers that the export prints, as the coverage map does. */
export function namePlaces(report: Report): PlaceNames {
  const names = new Map(listHomes(report).map(({ id, label }) => [id, label]));
  const preamble = new Set(report.preamble.map(({ id }) => id));
  const ofStop = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  const ofAnswer = ({ partId, sectionId }: Place) => ofStop(sectionId ?? partId ?? 'front');
  return {
    ofStop,
    ofAnswer,
    ofPlace: (place) => {
      const isOutside = place.partId === null && place.sectionId === null;
      return isOutside && !preamble.has(place.blockId ?? '') ? '' : ofAnswer(place);
    },
  };
}
