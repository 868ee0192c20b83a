import {
  type Block,
  listBlocks,
  type Piece,
  type Report,
  type Section,
} from '../../../core/model/index.ts';
import type { OutlineStop } from '../../editor/index.ts';

/** What last year's report and this year's say where the caret stands. */
export interface PassagePair {
  /** Last year's heading. */
  readonly heading: string;
  readonly last: readonly Block[];
  readonly now: readonly Block[];
}

type Headed = Exclude<Piece, { readonly kind: 'front' | 'closing' }>;

const isHeaded = (piece: Piece): piece is Headed =>
  piece.kind === 'part' || piece.kind === 'section';

/** The section that most of these blocks were carried from. */
function findHome(sections: readonly Section[], blocks: readonly Block[]): Section | undefined {
  const sources = new Set(blocks.map(({ source }) => source?.blockId));
  const carried = (section: Section) => section.blocks.filter(({ id }) => sources.has(id)).length;
  const [best] = sections.toSorted((a, b) => carried(b) - carried(a));
  return best && carried(best) > 0 ? best : undefined;
}

function pairSection(base: Report, piece: Headed): PassagePair | null {
  const sections = base.parts.flatMap((part) => part.sections);
  const section =
    sections.find(({ id }) => id === piece.source?.blockId) ??
    findHome(sections, piece.blocks) ??
    sections.find(({ heading }) => heading !== '' && heading === piece.heading);
  return section ? { heading: section.heading, last: section.blocks, now: piece.blocks } : null;
}

/** A part's own blocks; where all of its text stands in sections, that of its sections. */
function pairPart(
  base: Report,
  piece: Headed & { readonly kind: 'part' },
  inside: readonly Piece[],
): PassagePair | null {
  const part =
    base.parts.find(({ id }) => id === piece.source?.blockId) ??
    base.parts.find(({ kind }) => kind === piece.part);
  if (!part) return null;
  const { heading } = part;
  if (part.blocks.length > 0) {
    const isWhole = part.sections.length === 0;
    const sections = isWhole ? inside.filter(isHeaded).flatMap(({ blocks }) => blocks) : [];
    return { heading, last: part.blocks, now: [...piece.blocks, ...sections] };
  }
  return {
    heading,
    last: part.sections.flatMap(({ blocks }) => blocks),
    now: [...piece.blocks, ...inside.filter(isHeaded).flatMap(({ blocks }) => blocks)],
  };
}

function sectionsAfter(pieces: readonly Piece[], at: number): readonly Piece[] {
  const end = pieces.findIndex((piece, index) => index > at && piece.kind !== 'section');
  return pieces.slice(at + 1, end < 0 ? pieces.length : end);
}

/**
 * The passage of last year's report that matches an outline stop, beside this year's: the one it was
 * carried from, else that of the same heading or kind of part. Null when there is none.
 */
export function matchPassage(
  base: Report,
  pieces: readonly Piece[],
  stop: OutlineStop,
): PassagePair | null {
  const at = pieces.findIndex(({ id }) => id === stop.id);
  const piece = pieces[at];
  if (!piece) return null;
  switch (piece.kind) {
    case 'front':
      return { heading: base.preambleHeading || '引言', last: base.preamble, now: piece.blocks };
    case 'part':
      return pairPart(base, piece, sectionsAfter(pieces, at));
    case 'section':
      return pairSection(base, piece);
    case 'closing':
      return null;
  }
}

/** By the id of a block of last year's: what rolling forward made of it. */
export function collectRolled(rolled: Report): ReadonlyMap<string, Block> {
  const blocks = listBlocks(rolled).map(({ block }) => block);
  return new Map(blocks.flatMap((block) => (block.source ? [[block.source.blockId, block]] : [])));
}

/** A block of last year's as it is put into this year's: rolled forward, tables too, origin kept. */
export function carryBlock(
  baseId: string,
  block: Block,
  rolled: ReadonlyMap<string, Block>,
  id: string,
): Block {
  return {
    ...(rolled.get(block.id) ?? block),
    id,
    source: { reportId: baseId, blockId: block.id },
  };
}
