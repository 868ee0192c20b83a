import type { Annex } from '../layout/filing.ts';
import type { Block, Closing, Report } from '../model/index.ts';

/** One text of a report: whose it is, and which of its texts. See `DisclosureHit.target`. */
export interface PlacedText {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** Gives the text that stands in the place of one. */
export type ChangeText = (placed: PlacedText) => string;

const numbered = (
  texts: readonly string[],
  id: string,
  name: string,
  change: ChangeText,
): readonly string[] => texts.map((text, index) => change({ id, field: `${name}.${index}`, text }));

function mapBlock(block: Block, prefix: string, change: ChangeText): Block {
  const id = prefix + block.id;
  if (block.type !== 'table') {
    return { ...block, text: change({ id, field: 'text', text: block.text }) };
  }
  const rows = block.rows.map((row, at) => numbered(row, id, `cell.${at}`, change));
  return { ...block, rows };
}

function mapClosing(closing: Closing, change: ChangeText): Closing {
  return {
    ...closing,
    attachments: numbered(closing.attachments, 'closing', 'attachments', change),
    signature: numbered(closing.signature, 'closing', 'signature', change),
    note: change({ id: 'closing', field: 'note', text: closing.note }),
  };
}

/** A report with each of its texts changed, in reading order; ids, year and date stay. */
export function mapTexts(report: Report, change: ChangeText): Report {
  const ofFront = (field: 'title' | 'addressee' | 'preambleHeading') =>
    change({ id: 'front', field, text: report[field] });
  const mapBlocks = (blocks: readonly Block[]) =>
    blocks.map((block) => mapBlock(block, '', change));
  const heading = (id: string, text: string) => change({ id, field: 'heading', text });
  return {
    ...report,
    issuers: numbered(report.issuers, 'front', 'issuers', change),
    title: ofFront('title'),
    addressee: ofFront('addressee'),
    preambleHeading: ofFront('preambleHeading'),
    preamble: mapBlocks(report.preamble),
    parts: report.parts.map((part) => ({
      ...part,
      heading: heading(part.id, part.heading),
      blocks: mapBlocks(part.blocks),
      sections: part.sections.map((section) => ({
        ...section,
        heading: heading(section.id, section.heading),
        blocks: mapBlocks(section.blocks),
      })),
    })),
    closing: mapClosing(report.closing, change),
  };
}

/** The id a published annex goes by, from its place in the list. */
export const nameAnnex = (index: number) => `annex${index + 1}`;

/** Annexes with each of their texts changed; one whose title is taken out is left out. */
export function mapAnnexTexts(annexes: readonly Annex[], change: ChangeText): readonly Annex[] {
  return annexes
    .map((annex, index) => {
      const id = nameAnnex(index);
      const title = change({ id, field: 'title', text: annex.title });
      return {
        ...annex,
        title,
        blocks: annex.blocks.map((one) => mapBlock(one, `${id}/`, change)),
      };
    })
    .filter(({ title }) => title.trim() !== '');
}

/** Every text of a report and of its annexes that has words in it, in reading order. */
export function listTexts(report: Report, annexes: readonly Annex[]): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  const note: ChangeText = (placed) => {
    if (placed.text.trim() !== '') texts.push(placed);
    return placed.text;
  };
  mapTexts(report, note);
  mapAnnexTexts(annexes, note);
  return texts;
}
