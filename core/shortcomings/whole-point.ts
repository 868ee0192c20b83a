import { type Block, blockText, type Part, type PartKind } from '../model/index.ts';
import type { TemplatePack } from '../packs/index.ts';

/** A heading with what stands directly under it. */
export interface Headed {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** Tells whether a section's heading stands for its own point, in a part of this kind. */
export type IsWholePoint = (kind: PartKind, section: Headed) => boolean;

/** Parts whose points may be headings with nothing under them. */
const toldByHeadings: readonly PartKind[] = ['shortcomings', 'plan'];
/** A heading as long as this says what there is to say, in UTF-16 units. */
const tellingHeading = 10;

const lettersOf = (heading: string) => heading.replace(/[^\p{L}\p{N}]/gu, '');

/** True for blocks without a word: a heading over them still waits to be written. */
export function isBlank(blocks: readonly Block[]): boolean {
  return blocks.every((block) => blockText(block).trim() === '');
}

/** Tells whether a heading is one the template gave: it says nothing of the unit. */
export function createIsGiven(template?: TemplatePack): (heading: string) => boolean {
  const given = new Set(
    (template?.parts ?? []).flatMap(({ sections }) =>
      sections.map(({ heading }) => lettersOf(heading)),
    ),
  );
  return (heading) => given.has(lettersOf(heading));
}

/**
 * A point of the shortcomings or the plan that its heading tells whole, as published reports have
 * them. An empty line under it waits to be written, and a heading the template gave tells nothing
 * of the unit.
 * @param template whose headings a draft was begun with; absent where none is known
 */
export function createIsWholePoint(template?: TemplatePack): IsWholePoint {
  const isGiven = createIsGiven(template);
  return (kind, { heading, blocks }) =>
    toldByHeadings.includes(kind) &&
    blocks.length === 0 &&
    heading.trim().length >= tellingHeading &&
    !isGiven(heading);
}

/** True for a part in which nothing is told: no words under its headings, and none that stand for themselves. */
export function isWordless({ kind, blocks, sections }: Part, isWholePoint: IsWholePoint): boolean {
  return (
    isBlank(blocks) &&
    sections.every((section) => isBlank(section.blocks) && !isWholePoint(kind, section))
  );
}
