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
  readonly partKind: PartKind | null;
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly blockId: string | null;
}

const filler = '\uE000';

/** Blanks the words inside 《》, so that a rule does not judge the wording of somebody's title. */
function maskTitles(text: string): string {
  if (!text.includes('《')) return text;
  return text.replace(/《[^《》]{0,120}》/gu, (title) => `《${filler.repeat(title.length - 2)}》`);
}

interface Home {
  readonly part: Part | null;
  readonly section: Section | null;
}

function passage(role: PassageRole, text: string, home: Home, blockId: string | null): Passage {
  return {
    role,
    text,
    plain: maskTitles(text),
    partKind: home.part?.kind ?? null,
    partId: home.part?.id ?? null,
    sectionId: home.section?.id ?? null,
    blockId,
  };
}

function passagesOfBlock(block: Block, home: Home): readonly Passage[] {
  if (block.type === 'table') {
    return block.rows.flat().map((cell) => passage('cell', cell, home, block.id));
  }
  return [passage(block.type, block.text, home, block.id)];
}

function passagesOfPart(part: Part): readonly Passage[] {
  const home = { part, section: null };
  return [
    passage('part-heading', part.heading, home, null),
    ...part.blocks.flatMap((block) => passagesOfBlock(block, home)),
    ...part.sections.flatMap((section) => {
      const inner = { part, section };
      return [
        passage('section-heading', section.heading, inner, null),
        ...section.blocks.flatMap((block) => passagesOfBlock(block, inner)),
      ];
    }),
  ];
}

/** Every passage of a report with words in it, in reading order. */
export function listPassages(report: Report): readonly Passage[] {
  const nowhere = { part: null, section: null };
  const outside = (role: PassageRole, texts: readonly string[]) =>
    texts.map((text) => passage(role, text, nowhere, null));
  const { closing } = report;
  return [
    ...outside('title', [report.title]),
    ...outside('addressee', [report.addressee]),
    ...outside('preamble-heading', [report.preambleHeading]),
    ...report.preamble.flatMap((block) => passagesOfBlock(block, nowhere)),
    ...report.parts.flatMap(passagesOfPart),
    ...outside('attachment', closing.attachments),
    ...outside('signature', closing.signature),
    ...outside('note', [closing.note]),
  ].filter(({ text }) => text.trim() !== '');
}

const headingRoles = new Set<PassageRole>(['part-heading', 'section-heading', 'subheading']);

/** True for a heading of any level. */
export function isHeading({ role }: Passage): boolean {
  return headingRoles.has(role);
}
