import { readingLimits } from '../limits.ts';
import { damaged, suspicious } from '../refusal.ts';
import type { ByteMarks } from './formatting.ts';

/** A stretch of text as the piece table places it. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
  /** Byte in the main stream. */
  readonly offset: number;
  /** One byte a letter (Windows-1252), else two (UTF-16). */
  readonly narrow: boolean;
}

/** Text of a .doc, with marks a letter. */
export interface MarkedText {
  readonly text: string;
  readonly marks: Uint8Array;
  /** Key of the paragraph each letter stands in. */
  readonly paragraphs: Uint16Array;
}

/** Skips the property blocks before the piece table. @source MS-DOC 2.9.38 */
function findPieceTable(view: DataView, offset: number, bytes: number): readonly [number, number] {
  let at = offset;
  const end = offset + bytes;
  while (at + 5 <= end && at + 5 <= view.byteLength) {
    const kind = view.getUint8(at);
    if (kind === 2) return [at + 5, view.getUint32(at + 1, true)];
    if (kind !== 1) break;
    at += 3 + view.getUint16(at + 1, true);
  }
  throw damaged('旧版 Word 文件的正文目录读不出来');
}

/** Reads the piece table. @source MS-DOC 2.8.35, 2.9.177 */
export function readPieces(table: Uint8Array, offset: number, bytes: number): readonly TextPiece[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const [at, length] = findPieceTable(view, offset, bytes);
  const count = Math.floor((length - 4) / 12);
  if (count < 1 || count > readingLimits.docPieces || at + length > view.byteLength) {
    throw damaged('旧版 Word 文件的正文目录读不出来');
  }
  return Array.from({ length: count }, (_, index) => {
    const place = view.getUint32(at + (count + 1) * 4 + index * 8 + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const byte = place & 0x3fffffff;
    return {
      start: view.getUint32(at + index * 4, true),
      end: view.getUint32(at + index * 4 + 4, true),
      offset: narrow ? byte >> 1 : byte,
      narrow,
    };
  });
}

const narrowDecoder = new TextDecoder('windows-1252');
const wideDecoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Puts the pieces together; `marks` are those of the stream's bytes. */
export function joinPieces(
  pieces: readonly TextPiece[],
  main: Uint8Array,
  marks: ByteMarks,
): MarkedText {
  const total = pieces.reduce((sum, piece) => sum + Math.max(0, piece.end - piece.start), 0);
  if (total > readingLimits.docCharacters) throw suspicious('旧版 Word 文件的正文过长');
  const letterMarks = new Uint8Array(total);
  const paragraphs = new Uint16Array(total);
  const texts: string[] = [];
  let at = 0;
  for (const { start, end, offset, narrow } of pieces) {
    const width = narrow ? 1 : 2;
    const bytes = main.subarray(offset, offset + Math.max(0, end - start) * width);
    if (bytes.length < (end - start) * width) throw damaged('旧版 Word 文件的正文不完整');
    texts.push((narrow ? narrowDecoder : wideDecoder).decode(bytes));
    for (let letter = start; letter < end; letter += 1) {
      const byte = offset + (letter - start) * width;
      letterMarks[at] = marks.bits[byte] ?? 0;
      paragraphs[at] = marks.paragraphs[byte] ?? 0;
      at += 1;
    }
  }
  return { text: texts.join(''), marks: letterMarks, paragraphs };
}
