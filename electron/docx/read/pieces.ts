import type { SourceHints } from '../../../core/segment/index.ts';

/** Words that look alike. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly sizePt: number | null;
  readonly face: string | null;
  /** `#rrggbb`; null for the usual black. */
  readonly colour: string | null;
}

/** Whether letters look alike. */
export function isAlike(one: Omit<Piece, 'text'>, other: Omit<Piece, 'text'>): boolean {
  return (
    one.bold === other.bold &&
    one.sizePt === other.sizePt &&
    one.face === other.face &&
    one.colour === other.colour
  );
}

/** A piece of which only the words are known. */
export function plainPiece(text: string): Piece {
  return { text, bold: false, sizePt: null, face: null, colour: null };
}

const headingFace = /黑体|楷体|SimHei|KaiTi|Heiti|STKaiti/iu;

function isBlank(piece: Piece): boolean {
  return piece.text.trim() === '';
}

/** How many leading characters stand out before plain ones; 0 when all or none do. */
function boldLead(pieces: readonly Piece[]): number {
  const standsOut = (piece: Piece) => piece.bold || headingFace.test(piece.face ?? '');
  let length = 0;
  let marked = false;
  for (const piece of pieces) {
    if (isBlank(piece)) {
      length += piece.text.length;
      continue;
    }
    if (!standsOut(piece)) return marked ? length : 0;
    marked = true;
    length += piece.text.length;
  }
  return 0;
}

/** Hints of a paragraph from its pieces and its place. */
export function hintsOf(
  pieces: readonly Piece[],
  align: SourceHints['align'],
  outlineLevel: number | null,
): SourceHints {
  const visible = pieces.filter((piece) => !isBlank(piece));
  return {
    outlineLevel,
    bold: visible.length > 0 && visible.every((piece) => piece.bold),
    boldLead: boldLead(pieces),
    align,
    sizePt: visible[0]?.sizePt ?? null,
    face: visible[0]?.face ?? null,
  };
}
