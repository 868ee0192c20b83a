import type { SourceHints, SourceParagraph } from '../../../../core/segment/index.ts';
import { lookOf } from '../look.ts';
import { hintsOf, type Piece } from '../pieces.ts';
import type { SortedPage } from './furniture.ts';
import { commonest, type PageLine } from './line.ts';

/** Where the text of a document stands on its pages, in points. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly sizePt: number;
}

type Align = SourceHints['align'];

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The leftmost place where not only single lines begin. */
function leftEdge(lines: readonly PageLine[]): number {
  const lefts = lines.map((line) => line.left).toSorted((one, other) => one - other);
  const enough = Math.max(2, Math.ceil(lines.length / 12));
  return (
    lefts.find((left) => lefts.filter((other) => Math.abs(other - left) < 3).length >= enough) ??
    lefts[0] ??
    0
  );
}

function frameOf(lines: readonly PageLine[]): Frame {
  const sizePt = commonest(lines.map((line) => [line.sizePt, line.text.length]));
  const body = lines.filter((line) => Math.abs(line.sizePt - sizePt) < 1);
  return {
    left: leftEdge(body),
    right: percentile(
      body.map((line) => line.right),
      0.9,
    ),
    sizePt,
  };
}

/** Books have other margins on the left than on the right page. */
function framesOf(lines: readonly PageLine[]): (page: number) => Frame {
  const whole = frameOf(lines);
  const sides = [0, 1].map((side) => {
    const own = lines.filter((line) => line.page % 2 === side);
    const frame = own.length >= 12 ? frameOf(own) : whole;
    return { ...frame, sizePt: whole.sizePt };
  });
  return (page) => sides[page % 2] ?? whole;
}

function alignOf(line: PageLine, frame: Frame): Align {
  const before = line.left - frame.left;
  const after = frame.right - line.right;
  const { sizePt } = line;
  // A first-line indent and a short line are not yet a middle.
  if (before > 2.6 * sizePt && Math.abs(before - after) < 1.2 * sizePt) return 'center';
  const isFarRight = before > (frame.right - frame.left) * 0.4;
  if (isFarRight && after < 6 * sizePt) return 'right';
  // A long title fills its line from side to side.
  const isLarge = line.sizePt > frame.sizePt * 1.2;
  return isLarge && Math.abs(before - after) < sizePt ? 'center' : 'left';
}

/** Width of what cannot be parted from the first letter of a line, in points. */
function firstChunk(line: PageLine): number {
  const chunk =
    /^\s*(?:[“‘（《【〔]*(?:[\w.,%/:-]+|.)[，。、；：？！”’）》】〕…]*)/u.exec(line.text)?.[0] ??
    '';
  const letters = Array.from(chunk.trim());
  return letters.reduce((sum, letter) => sum + (letter < '\u0100' ? 0.55 : 1), 0) * line.sizePt;
}

interface Shaped {
  readonly line: PageLine;
  readonly frame: Frame;
  readonly align: Align;
}

/** Whether a line goes on with the paragraph of the line before. */
function continues(before: Shaped, { line, frame, align }: Shaped, pitch: number): boolean {
  const { sizePt } = line;
  if (Math.abs(before.line.sizePt - sizePt) > sizePt * 0.12) return false;
  const samePage = before.line.page === line.page;
  if (samePage && before.line.y - line.y > Math.max(pitch, sizePt) * 1.7) return false;
  if (before.align !== 'left' || align !== 'left') return false;
  if (line.left - frame.left > 0.8 * sizePt) return false;
  const room = before.frame.right - before.line.right;
  return room < firstChunk(line) + 1.1 * sizePt;
}

function usualPitch(lines: readonly PageLine[]): number {
  const pitches = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && next.page === line.page ? [line.y - next.y] : [];
  });
  return percentile(pitches, 0.5);
}

function endsInLatin(pieces: readonly Piece[]): boolean {
  return /[A-Za-z]$/u.test(pieces.at(-1)?.text ?? '');
}

function joinLines(shaped: readonly Shaped[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { line } of shaped) {
    const last = pieces.at(-1);
    // The end of a line stands for the blank between two Latin words.
    if (last && endsInLatin(pieces) && /^[A-Za-z]/u.test(line.text))
      pieces.push({ ...last, text: ' ' });
    for (const piece of line.pieces) pieces.push(piece);
  }
  return pieces;
}

function paragraphOf(shaped: readonly Shaped[]): readonly SourceParagraph[] {
  const [first] = shaped;
  if (!first) return [];
  const pieces = joinLines(shaped);
  const isPlaced = first.align !== 'left';
  const indent = isPlaced ? 0 : (first.line.left - first.frame.left) / first.line.sizePt;
  const text = pieces.map((piece) => piece.text).join('');
  const hints = hintsOf(pieces, first.align, null);
  return [{ kind: 'paragraph', line: 0, text, label: '', hints, look: lookOf(pieces, indent) }];
}

function plainLine(line: PageLine): SourceParagraph {
  const hints = hintsOf(line.pieces, null, null);
  return {
    kind: 'paragraph',
    line: 0,
    text: line.text,
    label: '',
    hints,
    look: lookOf(line.pieces, 0),
  };
}

/** Notes stand below the text in small letters. */
function splitNotes(
  page: SortedPage,
  bodySizePt: number,
): readonly [readonly PageLine[], readonly PageLine[]] {
  const last = page.lines.findLastIndex((line) => line.sizePt > bodySizePt * 0.85);
  return [page.lines.slice(0, last + 1), page.lines.slice(last + 1)];
}

/**
 * Joins the lines of pages to paragraphs: a line goes on where it begins at the edge and the one before was full.
 * Page numbers and notes follow the paragraph in which their page ends.
 */
export function joinParagraphs(pages: readonly SortedPage[]): readonly SourceParagraph[] {
  const all = pages.flatMap((page) => page.lines);
  const frames = framesOf(all);
  const pitch = usualPitch(all);
  const bodySizePt = frames(0).sizePt;
  const paragraphs: SourceParagraph[] = [];
  let open: Shaped[] = [];
  let asides: PageLine[] = [];
  const end = (): void => {
    paragraphs.push(...paragraphOf(open), ...asides.map(plainLine));
    open = [];
    asides = [];
  };
  for (const page of pages) {
    const [lines, notes] = splitNotes(page, bodySizePt);
    for (const line of lines) {
      const frame = frames(line.page);
      const shaped: Shaped = { line, frame, align: alignOf(line, frame) };
      const before = open.at(-1);
      if (before && !continues(before, shaped, pitch)) end();
      open.push(shaped);
    }
    asides.push(...notes, ...page.numbers);
  }
  end();
  return paragraphs.map((paragraph, line) => ({ ...paragraph, line }));
}
