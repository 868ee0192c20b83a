import type { Block, Report } from '../model/index.ts';
import type { RollTarget } from '../roll-forward/plan.ts';

/** A text of a draft with where it stands and what it was carried from. */
export interface DraftText {
  readonly target: RollTarget;
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly blockId: string | null;
  /** True in the part that speaks of the next year. */
  readonly isPlan: boolean;
  readonly text: string;
  /** The text of its source as rolling forward made it; null where it has none. */
  readonly source: string | null;
}

/** Last year's texts by the id of what they were rolled forward from. */
interface Sources {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly headings: ReadonlyMap<string, string>;
  readonly rolled: Report | null;
}

type Sourced = Pick<Block, 'source'>;

function collectSources(rolled: Report | null): Sources {
  const blocks = new Map<string, Block>();
  const headings = new Map<string, string>();
  const addBlocks = (list: readonly Block[]) => {
    for (const block of list) if (block.source) blocks.set(block.source.blockId, block);
  };
  const addHeading = ({ source, heading }: Sourced & { readonly heading: string }) => {
    if (source) headings.set(source.blockId, heading);
  };
  addBlocks(rolled?.preamble ?? []);
  for (const part of rolled?.parts ?? []) {
    addHeading(part);
    addBlocks(part.blocks);
    for (const section of part.sections) {
      addHeading(section);
      addBlocks(section.blocks);
    }
  }
  return { blocks, headings, rolled };
}

type Seat = Pick<DraftText, 'partId' | 'sectionId' | 'isPlan'>;

/** The cell a cell was carried from: the one at its place, or one of the same words where rows were moved. */
function sourceOfCell(source: Block | undefined, text: string, r: number, c: number) {
  if (source?.type !== 'table') return null;
  const cells = source.rows.flat();
  return cells.includes(text) ? text : (source.rows[r]?.[c] ?? null);
}

function textsOfBlock(block: Block, seat: Seat, sources: Sources): readonly DraftText[] {
  const source = block.source ? sources.blocks.get(block.source.blockId) : undefined;
  const place = { ...seat, blockId: block.id };
  if (block.type !== 'table') {
    const from = source && source.type !== 'table' ? source.text : null;
    const target = { id: block.id, field: 'text' } as const;
    return [{ target, ...place, text: block.text, source: from }];
  }
  return block.rows.flatMap((row, r) =>
    row.map(
      (text, c): DraftText => ({
        target: { id: block.id, field: `cell-${r}-${c}` },
        ...place,
        text,
        source: sourceOfCell(source, text, r, c),
      }),
    ),
  );
}

function headingText(
  piece: Sourced & { readonly id: string; readonly heading: string },
  seat: Seat,
  sources: Sources,
): DraftText {
  return {
    target: { id: piece.id, field: 'heading' },
    ...seat,
    blockId: null,
    text: piece.heading,
    source: piece.source ? (sources.headings.get(piece.source.blockId) ?? null) : null,
  };
}

function frontTexts(report: Report, { rolled }: Sources): readonly DraftText[] {
  const nowhere = { partId: null, sectionId: null, blockId: null, isPlan: false };
  const fields = ['title', 'addressee'] as const;
  return fields.map((field) => ({
    target: { id: 'front', field },
    ...nowhere,
    text: report[field],
    source: rolled?.[field] ?? null,
  }));
}

/** Every text of a draft that may hold what is stale, in reading order. */
export function listDraftTexts(report: Report, rolled: Report | null): readonly DraftText[] {
  const sources = collectSources(rolled);
  const nowhere = { partId: null, sectionId: null, isPlan: false };
  const texts: readonly DraftText[] = [
    ...frontTexts(report, sources),
    ...report.preamble.flatMap((block) => textsOfBlock(block, nowhere, sources)),
    ...report.parts.flatMap((part) => {
      const isPlan = part.kind === 'plan';
      const seat = { partId: part.id, sectionId: null, isPlan };
      return [
        headingText(part, seat, sources),
        ...part.blocks.flatMap((block) => textsOfBlock(block, seat, sources)),
        ...part.sections.flatMap((section) => {
          const inner = { partId: part.id, sectionId: section.id, isPlan };
          return [
            headingText(section, inner, sources),
            ...section.blocks.flatMap((block) => textsOfBlock(block, inner, sources)),
          ];
        }),
      ];
    }),
    ...report.closing.attachments.map(
      (text, index): DraftText => ({
        target: { id: 'closing', field: `attachment-${index}` },
        ...nowhere,
        blockId: null,
        text,
        source: rolled?.closing.attachments[index] ?? null,
      }),
    ),
  ];
  return texts.filter(({ text }) => text !== '');
}

/** All of a report's text, a line a piece. */
export function joinTexts(report: Report): string {
  return listDraftTexts(report, null)
    .map(({ text }) => text)
    .join('\n');
}
