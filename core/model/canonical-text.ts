import type { Block, Report } from './report.ts';

/** Tells texts of this form from those of a later one. */
const form = 'nianbao-report-1';

function blockContent(block: Block): readonly unknown[] {
  switch (block.type) {
    case 'paragraph':
      return ['p', block.text];
    case 'subheading':
      return ['h', block.level, block.runIn, block.text];
    case 'table':
      return ['t', block.rows];
  }
}

const blocksContent = (blocks: readonly Block[]) => blocks.map(blockContent);

/**
 * A report's words and structure as one text, for telling by a hash whether two reports say the
 * same. It is JSON of arrays in a fixed order, without blanks:
 *
 *     ["nianbao-report-1", year, issuers, title, addressee, preambleHeading, BLOCKS,
 *       [[kind, heading, BLOCKS, [[heading, runIn, BLOCKS], …]], …],
 *       [signature, signedDate, attachments, note]]
 *
 * where BLOCKS holds ["p", text], ["h", level, runIn, text] and ["t", rows]. Ids and provenance are
 * left out: the same words give the same text wherever they came from. Nothing is folded: a letter,
 * a blank, a line break, a heading's level, or a paragraph cut in two gives another text. What the
 * writer answered beside the report is no part of it.
 */
export function canonicalText(report: Report): string {
  const { year, issuers, title, addressee, preambleHeading, preamble, parts, closing } = report;
  return JSON.stringify([
    form,
    year,
    issuers,
    title,
    addressee,
    preambleHeading,
    blocksContent(preamble),
    parts.map((part) => [
      part.kind,
      part.heading,
      blocksContent(part.blocks),
      part.sections.map(({ heading, runIn, blocks }) => [heading, runIn, blocksContent(blocks)]),
    ]),
    [closing.signature, closing.signedDate, closing.attachments, closing.note],
  ]);
}
