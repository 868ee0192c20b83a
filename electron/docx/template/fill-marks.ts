import { escapeXml } from '../write/xml.ts';
import { type ParagraphText, readParagraph, type TextPiece } from './paragraph-text.ts';
import type { PlaceValues } from './place-values.ts';
import { findMarks, type Mark } from './places.ts';
import { type Edit, findAll, type PlacedElement, placeElements } from './xml-tree.ts';

/** Words of a paragraph that give way to others. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Where a mark has nothing to stand in it, its label and its mark go too: 签发人：{{签发人}}. */
function widenEmpty(text: string, { start, end }: Mark): Change {
  const label = /[\p{L}\p{N}]{1,8}[：:]\s*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const rest = /^(?:印发|[。，；])/u.exec(text.slice(end))?.[0] ?? '';
  return { start: start - label.length, end: end + rest.length, lines: [] };
}

/** Signs and words that an office typed behind a mark are not said twice. */
function dropDoubled(line: string, behind: string): string {
  const sign = ['：', '。', '印发'].find((end) => line.endsWith(end) && behind.startsWith(end));
  const isColon = line.endsWith('：') && behind.startsWith(':');
  return sign || isColon ? line.slice(0, line.length - (sign?.length ?? 1)) : line;
}

function toChange(text: string, mark: Mark, values: PlaceValues): Change | null {
  if (mark.place === null || mark.place === 'body') return null;
  const lines = values[mark.place];
  if (lines.length === 0) return widenEmpty(text, mark);
  const behind = text.slice(mark.end);
  const last = lines.length - 1;
  const written = lines.map((line, index) => (index === last ? dropDoubled(line, behind) : line));
  return { start: mark.start, end: mark.end, lines: written };
}

function writeText(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>');
}

/** One w:t with its part of the changes: what is new stands in the first that a change touches. */
function changePiece({ text, at }: TextPiece, changes: readonly Change[]): string {
  let written = '';
  let done = 0;
  for (const { start, end, lines } of changes) {
    const [from, to] = [Math.max(0, start - at), Math.min(text.length, end - at)];
    if (from >= text.length || to <= 0) continue;
    written += text.slice(done, from);
    if (start >= at) written += lines.join('\n');
    done = to;
  }
  return written + text.slice(done);
}

/** Words may start in a tab or a break, which holds none: the change begins behind it. */
function clipToText(change: Change, { pieces }: ParagraphText): Change {
  const isHeld = pieces.some(
    ({ node, at, text }) => node && change.start >= at && change.start < at + text.length,
  );
  if (isHeld) return change;
  const next = pieces.find(({ node, at }) => node && at > change.start && at < change.end);
  return next ? { ...change, start: next.at } : change;
}

function fillParagraph(
  xml: string,
  paragraph: PlacedElement,
  values: PlaceValues,
): readonly Edit[] {
  const read = readParagraph(xml, paragraph);
  const changes = findMarks(read.text)
    .map((mark) => toChange(read.text, mark, values))
    .filter((change) => change !== null)
    .map((change) => clipToText(change, read));
  return read.pieces.flatMap((piece): readonly Edit[] => {
    const { node, at, text } = piece;
    if (!node || !changes.some(({ start, end }) => start < at + text.length && end > at)) return [];
    return [{ start: node.start, end: node.end, text: writeText(changePiece(piece, changes)) }];
  });
}

/** The edits that put values into every mark of a part but that of the text, in the look of the mark's own run. */
export function listFillEdits(xml: string, values: PlaceValues): readonly Edit[] {
  return findAll(placeElements(xml), 'w:p').flatMap((paragraph) =>
    fillParagraph(xml, paragraph, values),
  );
}
