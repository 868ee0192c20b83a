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
import { decide, type Judgement, type Verdict } from './judgement.ts';

/** What was assembled, with the source line of each part, section and block by id. */
export interface Assembled {
  readonly preamble: readonly Block[];
  readonly parts: readonly Part[];
  readonly lines: ReadonlyMap<string, number>;
  /** One for each part, section and block, in reading order. */
  readonly verdicts: readonly Verdict[];
}

/** Where a piece stands in the source, and how surely it is what it is taken for. */
export interface Finding {
  readonly line: number;
  readonly judgement: Judgement;
  /** True for a heading that the source does not hold. */
  readonly isAdded?: boolean;
}

/** Builds a report's tree from its pieces in reading order. */
export interface Assembler {
  openPart(kind: PartKind, heading: string, found: Finding): void;
  openSection(heading: string, runIn: boolean, found: Finding): void;
  addSubheading(level: 3 | 4, heading: string, runIn: boolean, found: Finding): void;
  /** Adds nothing for an empty text. */
  addParagraph(text: string, found: Finding): void;
  addTable(rows: readonly (readonly string[])[], found: Finding): void;
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
  const verdicts: Verdict[] = [];

  const note = (id: string, { line, judgement, isAdded }: Finding) => {
    lines.set(id, line);
    verdicts.push(decide(id, isAdded ? null : line, judgement));
  };
  const add = (block: Block, found: Finding) => {
    note(block.id, found);
    const part = parts.at(-1);
    const target = part ? (part.sections.at(-1)?.blocks ?? part.blocks) : preamble;
    target.push(block);
  };

  return {
    openPart(kind, heading, found) {
      const id = createId();
      note(id, found);
      parts.push({ id, source: null, kind, heading, blocks: [], sections: [] });
    },
    openSection(heading, runIn, found) {
      const id = createId();
      note(id, found);
      parts.at(-1)?.sections.push({ id, source: null, heading, runIn, blocks: [] });
    },
    addSubheading(level, heading, runIn, found) {
      add(buildSubheading(createId, level, heading, runIn), found);
    },
    addParagraph(text, found) {
      if (text) add(buildParagraph(createId, text), found);
    },
    addTable(rows, found) {
      add(buildTable(createId, rows), found);
    },
    finish: () => ({ preamble, parts, lines, verdicts }),
  };
}
