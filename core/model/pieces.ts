import { z } from 'zod';
import {
  blockSchema,
  blockSourceSchema,
  closingSchema,
  idSchema,
  partKindSchema,
  REPORT_SCHEMA_VERSION,
  type Report,
  yearSchema,
} from './report.ts';

const blocksField = z.array(blockSchema).readonly();
const sourceField = blockSourceSchema.nullable();

/** Everything before the first part. There is one in each report and its id is `front`. */
export const frontPieceSchema = z
  .object({
    kind: z.literal('front'),
    id: z.literal('front'),
    year: yearSchema,
    issuers: z.array(z.string()).readonly(),
    title: z.string(),
    addressee: z.string(),
    preambleHeading: z.string(),
    blocks: blocksField,
  })
  .readonly();

/** A part's heading and what stands before its first section. */
export const partPieceSchema = z
  .object({
    kind: z.literal('part'),
    id: idSchema,
    source: sourceField,
    part: partKindSchema,
    heading: z.string(),
    blocks: blocksField,
  })
  .readonly();

/** A section; it belongs to the nearest part before it. */
export const sectionPieceSchema = z
  .object({
    kind: z.literal('section'),
    id: idSchema,
    source: sourceField,
    heading: z.string(),
    runIn: z.boolean(),
    blocks: blocksField,
  })
  .readonly();

/** Everything after the last part. There is one in each report and its id is `closing`. */
export const closingPieceSchema = z
  .object({ kind: z.literal('closing'), id: z.literal('closing'), closing: closingSchema })
  .readonly();

/** What is saved, compared and restored as one: a draft is an ordered list of pieces. */
export const pieceSchema = z.discriminatedUnion('kind', [
  frontPieceSchema,
  partPieceSchema,
  sectionPieceSchema,
  closingPieceSchema,
]);
export type Piece = z.infer<typeof pieceSchema>;

/** A report as its pieces in order: front, each part followed by its sections, closing. */
export function splitReport(report: Report): readonly Piece[] {
  const { year, issuers, title, addressee, preambleHeading, preamble } = report;
  return [
    {
      kind: 'front',
      id: 'front',
      year,
      issuers,
      title,
      addressee,
      preambleHeading,
      blocks: preamble,
    },
    ...report.parts.flatMap((part): Piece[] => [
      {
        kind: 'part',
        id: part.id,
        source: part.source,
        part: part.kind,
        heading: part.heading,
        blocks: part.blocks,
      },
      ...part.sections.map((section): Piece => ({ kind: 'section', ...section })),
    ]),
    { kind: 'closing', id: 'closing', closing: report.closing },
  ];
}

/** Why a list of pieces is no report. */
export type PiecesFault =
  | 'front-missing'
  | 'closing-missing'
  | 'section-without-part'
  | 'repeated-id';

/** Names what keeps `pieces` from being a report, or null when they are one. */
export function findPiecesFault(pieces: readonly Piece[]): PiecesFault | null {
  if (pieces[0]?.kind !== 'front') return 'front-missing';
  if (pieces.at(-1)?.kind !== 'closing') return 'closing-missing';
  if (pieces[1]?.kind === 'section') return 'section-without-part';
  if (new Set(pieces.map((piece) => piece.id)).size !== pieces.length) return 'repeated-id';
  return null;
}

type MutablePart = { -readonly [K in keyof Report['parts'][number]]: Report['parts'][number][K] };

/**
 * The report that `pieces` are: the inverse of {@link splitReport}.
 * Throws when {@link findPiecesFault} names a fault: ask it first where pieces come from outside.
 */
export function joinPieces(pieces: readonly Piece[]): Report {
  const fault = findPiecesFault(pieces);
  const [front] = pieces;
  const closing = pieces.at(-1);
  if (fault || front?.kind !== 'front' || closing?.kind !== 'closing') {
    throw new Error(`not a report: ${fault}`);
  }
  const parts: MutablePart[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'part') {
      const { id, source, part: kind, heading, blocks } = piece;
      parts.push({ id, source, kind, heading, blocks, sections: [] });
    } else if (piece.kind === 'section') {
      const { kind: _, ...section } = piece;
      const part = parts.at(-1);
      if (part) part.sections = [...part.sections, section];
    }
  }
  const { year, issuers, title, addressee, preambleHeading, blocks: preamble } = front;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    year,
    issuers,
    title,
    addressee,
    preambleHeading,
    preamble,
    parts,
    closing: closing.closing,
  };
}
