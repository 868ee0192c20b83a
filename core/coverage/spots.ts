import {
  type Block,
  blockText,
  type Part,
  type PartKind,
  type Report,
  type Section,
} from '../model/index.ts';
import { findPlanSpans } from '../promises/index.ts';
import { type IsWholePoint, isBlank } from '../shortcomings/index.ts';

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
  /** What its heading tells: `point` its own point, `topic` that of the words under it, `nothing` while there are none. */
  readonly heads: 'point' | 'topic' | 'nothing';
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

function headsOf(part: Part, isWhole: IsWholePoint): Spot['heads'] {
  const isTold = part.sections.some((one) => !isBlank(one.blocks) || isWhole(part.kind, one));
  return isTold || !isBlank(part.blocks) ? 'topic' : 'nothing';
}

function headsOfSection({ kind }: Part, section: Section, isWhole: IsWholePoint): Spot['heads'] {
  if (isWhole(kind, section)) return 'point';
  return isBlank(section.blocks) ? 'nothing' : 'topic';
}

/** Every heading of a report with the blocks directly under it, in reading order. */
export function listSpots(report: Report, isWhole: IsWholePoint): readonly Spot[] {
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
    heads: isBlank(report.preamble) ? 'nothing' : 'topic',
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
        heads: headsOf(part, isWhole),
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
        heads: headsOfSection(part, section, isWhole),
        planFrom: plansOf(section.blocks, part.kind),
      })),
    ]),
  ];
}
