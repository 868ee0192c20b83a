import { type Block, blockText, type PartKind, type Report } from '../model/index.ts';
import { findPlanSpans } from '../promises/index.ts';

/** Id of the preamble as a home: the front piece of a draft. */
export const frontId = 'front';

/** A stretch of a report under one heading: the preamble, a section, or a part's own blocks. */
export interface Spot {
  /** The section's id, the part's, or {@link frontId}. */
  readonly id: string;
  /** Null for the preamble. */
  readonly kind: PartKind | null;
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Their words. */
  readonly texts: readonly { readonly blockId: string; readonly text: string }[];
  /** True for a part whose sections hold the text. */
  readonly isBare: boolean;
  /** In a report without a part for its plan: from where a block of the shortcomings plans, by its id. */
  readonly planFrom: ReadonlyMap<string, number>;
}

const noPlans: ReadonlyMap<string, number> = new Map();

/** Where the shortcomings' blocks plan, in a report whose plan has no part of its own. */
function findInnerPlans(
  report: Report,
): (blocks: readonly Block[], kind: PartKind) => Spot['planFrom'] {
  if (report.parts.some(({ kind }) => kind === 'plan')) return () => noPlans;
  const spans = findPlanSpans(report);
  return (blocks, kind) =>
    kind === 'shortcomings'
      ? new Map(
          blocks.flatMap(({ id }) => {
            const from = spans.get(id);
            return from === undefined ? [] : [[id, from] as const];
          }),
        )
      : noPlans;
}

const listTexts = (blocks: readonly Block[]) =>
  blocks.map((block) => ({ blockId: block.id, text: blockText(block) }));

/** Every heading of a report with the blocks directly under it, in reading order. */
export function listSpots(report: Report): readonly Spot[] {
  const plansOf = findInnerPlans(report);
  const front: Spot = {
    id: frontId,
    kind: null,
    partId: null,
    sectionId: null,
    heading: report.preambleHeading,
    blocks: report.preamble,
    texts: listTexts(report.preamble),
    isBare: false,
    planFrom: noPlans,
  };
  return [
    front,
    ...report.parts.flatMap((part): Spot[] => [
      {
        id: part.id,
        kind: part.kind,
        partId: part.id,
        sectionId: null,
        heading: part.heading,
        blocks: part.blocks,
        texts: listTexts(part.blocks),
        isBare: part.blocks.length === 0 && part.sections.length > 0,
        planFrom: plansOf(part.blocks, part.kind),
      },
      ...part.sections.map((section) => ({
        id: section.id,
        kind: part.kind,
        partId: part.id,
        sectionId: section.id,
        heading: section.heading,
        blocks: section.blocks,
        texts: listTexts(section.blocks),
        isBare: false,
        planFrom: plansOf(section.blocks, part.kind),
      })),
    ]),
  ];
}
