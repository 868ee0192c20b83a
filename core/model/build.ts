import type {
  Block,
  BlockSource,
  Closing,
  Paragraph,
  Part,
  PartKind,
  Report,
  Section,
  Subheading,
  Table,
} from './report.ts';

/** Gives a new identifier at each call; injected, since core has no randomness. */
export type CreateId = () => string;

/** Identifiers `prefix1`, `prefix2`, …: for tests and for reports that never meet a store. */
export function createCountingIds(prefix = 'b'): CreateId {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}

/** A paragraph with no provenance unless `source` is given. */
export function buildParagraph(
  createId: CreateId,
  text: string,
  source: BlockSource | null = null,
): Paragraph {
  return { type: 'paragraph', id: createId(), source, text };
}

/** A heading of level 3 (1.) or 4 (（1）). */
export function buildSubheading(
  createId: CreateId,
  level: 3 | 4,
  text: string,
  runIn = false,
): Subheading {
  return { type: 'subheading', id: createId(), source: null, level, runIn, text };
}

/** A table; short rows are filled with empty cells. */
export function buildTable(createId: CreateId, rows: readonly (readonly string[])[]): Table {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return { type: 'table', id: createId(), source: null, rows: even };
}

/** A section with its blocks. */
export function buildSection(
  createId: CreateId,
  heading: string,
  blocks: readonly Block[] = [],
  runIn = false,
): Section {
  return { id: createId(), source: null, heading, runIn, blocks };
}

/** A part with what stands before its first section, and its sections. */
export function buildPart(
  createId: CreateId,
  kind: PartKind,
  heading: string,
  content: { readonly blocks?: readonly Block[]; readonly sections?: readonly Section[] } = {},
): Part {
  return {
    id: createId(),
    source: null,
    kind,
    heading,
    blocks: content.blocks ?? [],
    sections: content.sections ?? [],
  };
}

/** A closing with nothing in it. */
export const emptyClosing: Closing = {
  signature: [],
  signedDate: null,
  attachments: [],
  note: '',
};

/** A report of `year`; whatever `content` leaves out is empty. */
export function buildReport(
  year: number,
  content: Partial<Omit<Report, 'schemaVersion' | 'year'>> = {},
): Report {
  return {
    schemaVersion: 1,
    year,
    issuers: [],
    title: '',
    addressee: '',
    preambleHeading: '',
    preamble: [],
    parts: [],
    closing: emptyClosing,
    ...content,
  };
}
