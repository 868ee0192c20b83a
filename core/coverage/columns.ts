import { numberHeadings } from '../layout/index.ts';
import type { PartKind, Report } from '../model/index.ts';
import { frontId } from './spots.ts';

/** A place of a report that questions can belong under: the preamble, a part, a section. */
export interface Home {
  /** The section's id, the part's, or `front` for the preamble. */
  readonly id: string;
  /** As people point to it: 引言, 一, 一（三）. */
  readonly label: string;
  readonly heading: string;
  /** Null for the preamble. */
  readonly kind: PartKind | null;
  readonly partId: string | null;
  readonly sectionId: string | null;
}

/** What the preamble is called where it has no heading of its own. */
const frontLabel = '引言';

/** Every place questions can belong under, in reading order, named as the page numbers it. */
export function listHomes(report: Report): readonly Home[] {
  const numbers = numberHeadings(report);
  const numberOf = (id: string) => (numbers.get(id) ?? '').replace(/、$/u, '');
  const front: Home = {
    id: frontId,
    label: frontLabel,
    heading: report.preambleHeading,
    kind: null,
    partId: null,
    sectionId: null,
  };
  return [
    front,
    ...report.parts.flatMap(({ id: partId, kind, heading, sections }): Home[] => {
      const label = numberOf(partId);
      return [
        { id: partId, label, heading, kind, partId, sectionId: null },
        ...sections.map(({ id, heading: words }) => ({
          id,
          label: `${label}${numberOf(id)}`,
          heading: words,
          kind,
          partId,
          sectionId: id,
        })),
      ];
    }),
  ];
}

/** The place a {@link Place} stands in, as the id of a home. */
export function homeOf(place: {
  readonly partId: string | null;
  readonly sectionId: string | null;
}): string {
  return place.sectionId ?? place.partId ?? frontId;
}

/** Ids of the parts that hold no text of their own, since their sections hold it. */
export function listBareParts(report: Report): readonly string[] {
  return report.parts
    .filter(({ blocks, sections }) => blocks.length === 0 && sections.length > 0)
    .map(({ id }) => id);
}
