import type { Block, Part, PartKind, Report, Section } from '../model/index.ts';

/** What a passage is in the report. */
export type PassageRole =
  | 'title'
  | 'addressee'
  | 'preamble-heading'
  | 'part-heading'
  | 'section-heading'
  | 'subheading'
  | 'paragraph'
  | 'cell'
  | 'signature'
  | 'attachment'
  | 'note';

/** A run of text that is looked at as one: a paragraph, a heading, a table cell, the title. */
export interface Passage {
  readonly role: PassageRole;
  readonly text: string;
  /** `text` with the words inside 《》 blanked out by private-use signs, letter for letter. */
  readonly plain: string;
  /** Texts before this one that share its ids: earlier cells of the table, the title before the note. */
  readonly earlier: readonly string[];
  readonly partKind: PartKind | null;
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly blockId: string | null;
}

/** Stands for each letter of a title in {@link Passage.plain}. */
export const maskSign = '\uE000';

/** Blanks the words inside 《》, so that a rule does not judge the wording of somebody's title. */
function maskTitles(text: string): string {
  if (!text.includes('《')) return text;
  return text.replace(
    /《[^《》]{0,120}》/gu,
    (title) => `《${maskSign.repeat(title.length - 2)}》`,
  );
}

interface Home {
  readonly part: Part | null;
  readonly section: Section | null;
}

interface Seat extends Home {
  readonly blockId: string | null;
  readonly earlier: readonly string[];
}

function passage(role: PassageRole, text: string, seat: Seat): Passage {
  return {
    role,
    text,
    plain: maskTitles(text),
    earlier: seat.earlier,
    partKind: seat.part?.kind ?? null,
    partId: seat.part?.id ?? null,
    sectionId: seat.section?.id ?? null,
    blockId: seat.blockId,
  };
}

function passagesOfBlock(block: Block, home: Home): readonly Passage[] {
  const texts = block.type === 'table' ? block.rows.flat() : [block.text];
  const role = block.type === 'table' ? 'cell' : block.type;
  return texts.map((text, index) =>
    passage(role, text, { ...home, blockId: block.id, earlier: texts.slice(0, index) }),
  );
}

function heading(role: PassageRole, text: string, home: Home): Passage {
  return passage(role, text, { ...home, blockId: null, earlier: [] });
}

function passagesOfPart(part: Part): readonly Passage[] {
  const home = { part, section: null };
  return [
    heading('part-heading', part.heading, home),
    ...part.blocks.flatMap((block) => passagesOfBlock(block, home)),
    ...part.sections.flatMap((section) => {
      const inner = { part, section };
      return [
        heading('section-heading', section.heading, inner),
        ...section.blocks.flatMap((block) => passagesOfBlock(block, inner)),
      ];
    }),
  ];
}

function passagesOutside({
  title,
  addressee,
  preambleHeading,
  closing,
}: Report): readonly Passage[] {
  const all: readonly (readonly [PassageRole, string])[] = [
    ['title', title],
    ['addressee', addressee],
    ['preamble-heading', preambleHeading],
    ...closing.attachments.map((text) => ['attachment', text] as const),
    ...closing.signature.map((text) => ['signature', text] as const),
    ['note', closing.note],
  ];
  const texts = all.map(([, text]) => text);
  return all.map(([role, text], index) =>
    passage(role, text, {
      part: null,
      section: null,
      blockId: null,
      earlier: texts.slice(0, index),
    }),
  );
}

/** Every passage of a report with words in it: title and signature first, then in reading order. */
export function listPassages(report: Report): readonly Passage[] {
  const nowhere = { part: null, section: null };
  return [
    ...passagesOutside(report),
    ...report.preamble.flatMap((block) => passagesOfBlock(block, nowhere)),
    ...report.parts.flatMap(passagesOfPart),
  ].filter(({ text }) => text.trim() !== '');
}

const headingRoles = new Set<PassageRole>(['part-heading', 'section-heading', 'subheading']);

/** True for a heading of any level. */
export function isHeading({ role }: Passage): boolean {
  return headingRoles.has(role);
}
