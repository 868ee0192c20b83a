import {
  type Block,
  buildParagraph,
  buildSubheading,
  buildTable,
  type CreateId,
  type Part,
  type PartKind,
  type Section,
} from '../model/index.ts';

/** What was assembled, with the source line of each part, section and block by id. */
export interface Assembled {
  readonly preamble: readonly Block[];
  readonly parts: readonly Part[];
  readonly lines: ReadonlyMap<string, number>;
}

/** Builds a report's tree from its pieces in reading order. */
export interface Assembler {
  openPart(kind: PartKind, heading: string, line: number): void;
  openSection(heading: string, runIn: boolean, line: number): void;
  addSubheading(level: 3 | 4, heading: string, runIn: boolean, line: number): void;
  addParagraph(text: string, line: number): void;
  addTable(rows: readonly (readonly string[])[], line: number): void;
  finish(): Assembled;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type DraftPart = Omit<Draft<Part>, 'blocks' | 'sections'> & {
  blocks: Block[];
  sections: (Omit<Draft<Section>, 'blocks'> & { blocks: Block[] })[];
};

/** An assembler that takes identifiers from `createId`. */
export function createAssembler(createId: CreateId): Assembler {
  const preamble: Block[] = [];
  const parts: DraftPart[] = [];
  const lines = new Map<string, number>();

  const add = (block: Block, line: number) => {
    lines.set(block.id, line);
    const part = parts.at(-1);
    const target = part ? (part.sections.at(-1)?.blocks ?? part.blocks) : preamble;
    target.push(block);
  };

  return {
    openPart(kind, heading, line) {
      const id = createId();
      lines.set(id, line);
      parts.push({ id, source: null, kind, heading, blocks: [], sections: [] });
    },
    openSection(heading, runIn, line) {
      const id = createId();
      lines.set(id, line);
      parts.at(-1)?.sections.push({ id, source: null, heading, runIn, blocks: [] });
    },
    addSubheading(level, heading, runIn, line) {
      add(buildSubheading(createId, level, heading, runIn), line);
    },
    addParagraph(text, line) {
      if (text) add(buildParagraph(createId, text), line);
    },
    addTable(rows, line) {
      add(buildTable(createId, rows), line);
    },
    finish: () => ({ preamble, parts, lines }),
  };
}
