import { innerOf, type PlacedElement, unescapeXml, walk } from './xml-tree.ts';

/** A stretch of a paragraph's words: `node` is its w:t, null for a tab or a break. */
export interface TextPiece {
  readonly node: PlacedElement | null;
  readonly text: string;
  /** Where it begins in the whole. */
  readonly at: number;
}

/** The words of one paragraph, however many runs they are split into; those of text boxes in it are not its own. */
export interface ParagraphText {
  readonly pieces: readonly TextPiece[];
  readonly text: string;
}

const breaks: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' };

/** Elements whose inside is not a paragraph's own words. */
function isApart({ name }: PlacedElement): boolean {
  return name === 'w:p' || name === 'w:pPr' || name === 'w:rPr' || name === 'mc:AlternateContent';
}

/** The words of a paragraph with their places. */
export function readParagraph(xml: string, paragraph: PlacedElement): ParagraphText {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const node of walk(paragraph, isApart)) {
    const isText = node.name === 'w:t';
    const text = isText ? unescapeXml(innerOf(xml, node)) : breaks[node.name];
    if (text === undefined) continue;
    pieces.push({ node: isText ? node : null, text, at });
    at += text.length;
  }
  return { pieces, text: pieces.map((piece) => piece.text).join('') };
}
