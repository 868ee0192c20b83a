import { sizes } from '../../layout/index.ts';
import type { PageLine } from '../../paginate/index.ts';
import { type Found, formatNumber } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';

const CELL = sizes.pageNumber * 20;
/** In characters of 4号. */
const TOLERANCE = 0.5;

const bare = (text: string): string => text.replaceAll(/\s/gu, '');
const wordsOf = ({ spans }: PageLine): string => bare(spans.map(({ text }) => text).join(''));

/** The printed lines of a piece, from top to bottom. */
function linesOf(piece: Piece, { pages }: Subject): readonly PageLine[] {
  const page = pages.find(({ number }) => number === piece.page);
  const text = bare(piece.text);
  return (page?.lines ?? []).filter(
    (line) =>
      line.source?.section === piece.section &&
      line.source.block === piece.block &&
      wordsOf(line) !== '' &&
      text.includes(wordsOf(line)),
  );
}

function judge(name: string, measured: number | null): readonly string[] {
  if (measured === null || Math.abs(measured - 1) <= TOLERANCE) return [];
  return [`${name}空 ${formatNumber(measured)} 字，应空 1 字`];
}

/** Where a piece begins and ends, from the edges of the text block in characters. */
function measureEdges(piece: Piece, subject: Subject) {
  const section = subject.document.sections[piece.section];
  const lines = linesOf(piece, subject);
  const [first] = lines;
  if (!section || !first) return null;
  const left = Math.min(...first.spans.map(({ x }) => x)) - section.margins.left;
  const end = Math.max(...lines.flatMap(({ spans }) => spans.map(({ x, width }) => x + width)));
  const block = section.paper.width - section.margins.right;
  return { left: left / CELL, right: (block - end) / CELL };
}

function judgeCopies(piece: Piece, subject: Subject): readonly string[] {
  const edges = measureEdges(piece, subject);
  if (!edges || !/^(?:主送|抄送)/u.test(piece.text.trim())) return [];
  const { indent } = piece.paragraph;
  // a line that does not reach the edge tells nothing of its right
  const seen = edges.right < 1 ? edges.right : null;
  const right = subject.facts === null ? seen : Math.min(edges.right, indent.right / CELL);
  return [...judge('抄送左', edges.left), ...judge('抄送右', right)];
}

function judgePrinted(piece: Piece, subject: Subject): readonly string[] {
  const edges = measureEdges(piece, subject);
  if (!edges) return [];
  const isDated = piece.text.trim().endsWith('印发');
  const isNamed = !/^\d/u.test(piece.text.trim());
  return [
    ...judge('印发机关左', isNamed ? edges.left : null),
    ...judge('印发日期右', isDated ? edges.right : null),
  ];
}

/** One character at both sides. @source GB/T 9704-2012 7.4.2, 7.4.3 */
export function judgeIndents(lines: readonly Piece[], subject: Subject): readonly Found[] {
  return lines.flatMap((piece) => {
    const words =
      piece.role === 'copies' ? judgeCopies(piece, subject) : judgePrinted(piece, subject);
    return words.map((measured) => ({ piece, measured }));
  });
}
