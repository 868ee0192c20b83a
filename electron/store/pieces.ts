import { hash } from 'node:crypto';
import { blockText, type Piece, pieceSchema } from '../../core/model/index.ts';
import { parseStoredJson, StoredValueError } from './errors.ts';
import type { Store } from './open.ts';

/** A piece as it is stored. */
export interface StoredPiece {
  readonly id: string;
  readonly kind: Piece['kind'];
  readonly characters: number;
  /** SHA-256 of `content`, hexadecimal. */
  readonly hash: string;
  /** The piece as JSON. */
  readonly content: string;
}

function listTexts(piece: Piece): readonly string[] {
  if (piece.kind === 'closing') return piece.closing.signature;
  const texts = piece.blocks.map(blockText);
  if (piece.kind !== 'front') return [piece.heading, ...texts];
  return [piece.title, piece.addressee, piece.preambleHeading, ...texts];
}

/** A piece's share of its report's characters, counted as core's `countCharacters` does. */
export function countPieceCharacters(piece: Piece): number {
  let count = 0;
  for (const text of listTexts(piece)) {
    for (const _ of text.replace(/\s+/gu, '')) count += 1;
  }
  return count;
}

/** A piece as it goes into the file. */
export function encodePiece(piece: Piece): StoredPiece {
  const content = JSON.stringify(piece);
  return {
    id: piece.id,
    kind: piece.kind,
    characters: countPieceCharacters(piece),
    hash: hash('sha256', content, 'hex'),
    content,
  };
}

/** The piece in stored JSON. Throws `StoredValueError` when it is none. */
export function decodePiece(content: string): Piece {
  const words = '有一段内容读不出来';
  const parsed = pieceSchema.safeParse(parseStoredJson(content, words));
  if (parsed.success) return parsed.data;
  throw new StoredValueError(words);
}

/** The pieces of a report in order; none when there is no such report. */
export function readPieces(store: Store, reportId: string): readonly Piece[] {
  return store
    .prepare<[string], { readonly content: string }>(
      'SELECT content FROM sections WHERE report_id = ? ORDER BY position',
    )
    .all(reportId)
    .map(({ content }) => decodePiece(content));
}

/** Adds a piece that the report does not have yet. */
export function insertPiece(
  store: Store,
  reportId: string,
  position: number,
  piece: StoredPiece,
): void {
  store
    .prepare<[string, string, number, string, number, string, string]>(
      `INSERT INTO sections (report_id, id, position, kind, characters, hash, content)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(reportId, piece.id, position, piece.kind, piece.characters, piece.hash, piece.content);
}
