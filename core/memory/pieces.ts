/** How pieces of one draft after another are read. */
export interface PieceReading<Piece, Value> {
  /** Names a piece across drafts. */
  readonly keyOf: (piece: Piece) => string;
  /** True when both would be read alike. */
  readonly isSame: (a: Piece, b: Piece) => boolean;
  /** Must depend on the piece alone. */
  readonly read: (piece: Piece) => Value;
}

/**
 * Reads the pieces of one draft after another: what stayed as it was in the draft before gives the
 * very same value and is not read again. Only the latest draft is kept.
 */
export function rememberPieces<Piece, Value>({
  keyOf,
  isSame,
  read,
}: PieceReading<Piece, Value>): (pieces: readonly Piece[]) => readonly Value[] {
  interface Known {
    readonly piece: Piece;
    readonly value: Value;
  }
  let latest: ReadonlyMap<string, Known> = new Map();
  return (pieces) => {
    const now = new Map<string, Known>();
    const values = pieces.map((piece) => {
      const key = keyOf(piece);
      const known = latest.get(key);
      const kept = known && isSame(known.piece, piece);
      const value = kept ? known.value : read(piece);
      now.set(key, { piece, value });
      return value;
    });
    latest = now;
    return values;
  };
}
