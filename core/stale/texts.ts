import type { Block, Report, Table } from '../model/index.ts';
import type { RollTarget } from '../roll-forward/plan.ts';
import type { SourceText } from './base-texts.ts';
import { matchColumns, matchRows, type RowSource } from './rows.ts';

/** A text of a draft with where it stands and what it was carried from. */
export interface DraftText {
  readonly target: RollTarget;
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly blockId: string | null;
  /** True in the part that speaks of the next year. */
  readonly isPlan: boolean;
  readonly text: string;
  /** Its source as rolling forward made it; null where it has none. */
  readonly source: SourceText | null;
}

/** Last year's texts by the id of what they were rolled forward from. */
export interface Sources {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly headings: ReadonlyMap<string, string>;
  readonly rolled: Report | null;
}

type Sourced = Pick<Block, 'source'>;

/** Collects last year's texts. @param rolled what rolling forward made of last year's report; null where there is none */
export function collectSources(rolled: Report | null): Sources {
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
type Place = Seat & Pick<DraftText, 'blockId'>;

function cellSource(
  { rows, source }: Table,
  row: RowSource | undefined,
  column: RowSource | undefined,
): SourceText | null {
  if (!row || !column || !source) return null;
  const text = rows[row.index]?.[column.index];
  const mark = row.isSure && column.isSure ? '' : '?';
  const place = `${source.blockId}/cell-${row.index}-${column.index}${mark}`;
  return text === undefined ? null : { place, text };
}

function textsOfTable(table: Table, place: Place, from: Block | undefined): readonly DraftText[] {
  const source = from?.type === 'table' ? from : null;
  const sourceRows = source ? matchRows(table.rows, source.rows) : [];
  const sourceColumns = source ? matchColumns(table.rows, source.rows) : [];
  return table.rows.flatMap((row, r) =>
    row.map(
      (text, c): DraftText => ({
        target: { id: table.id, field: `cell-${r}-${c}` },
        ...place,
        text,
        source: source && cellSource(source, sourceRows[r], sourceColumns[c]),
      }),
    ),
  );
}

function textsOfBlock(block: Block, seat: Seat, sources: Sources): readonly DraftText[] {
  const from = block.source ? sources.blocks.get(block.source.blockId) : undefined;
  const place = { ...seat, blockId: block.id };
  if (block.type === 'table') return textsOfTable(block, place, from);
  const source =
    from?.source && from.type !== 'table'
      ? { place: `${from.source.blockId}/text`, text: from.text }
      : null;
  return [{ target: { id: block.id, field: 'text' }, ...place, text: block.text, source }];
}

function sourceHeading({ source }: Sourced, { headings }: Sources): SourceText | null {
  const text = source && headings.get(source.blockId);
  return source && text ? { place: `${source.blockId}/heading`, text } : null;
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
    source: sourceHeading(piece, sources),
  };
}

function frontTexts(report: Report, { rolled }: Sources): readonly DraftText[] {
  const nowhere = { partId: null, sectionId: null, blockId: null, isPlan: false };
  const fields = ['title', 'addressee'] as const;
  return fields.map((field) => ({
    target: { id: 'front', field },
    ...nowhere,
    text: report[field],
    source: rolled ? { place: `front/${field}`, text: rolled[field] } : null,
  }));
}

function attachmentTexts(report: Report, { rolled }: Sources): readonly DraftText[] {
  const rows = (of: Report | null) => (of?.closing.attachments ?? []).map((text) => [text]);
  const sources = matchRows(rows(report), rows(rolled));
  return report.closing.attachments.map((text, at): DraftText => {
    const { index, isSure } = sources[at] ?? { index: -1, isSure: true };
    const from = rolled?.closing.attachments[index];
    const place = `closing/attachment-${index}${isSure ? '' : '?'}`;
    return {
      target: { id: 'closing', field: `attachment-${at}` },
      partId: null,
      sectionId: null,
      blockId: null,
      isPlan: false,
      text,
      source: from === undefined ? null : { place, text: from },
    };
  });
}

/** Every text of a draft that may hold what is stale, in reading order. */
export function listDraftTexts(report: Report, sources: Sources): readonly DraftText[] {
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
    ...attachmentTexts(report, sources),
  ];
  return texts.filter(({ text }) => text !== '');
}

/** Last year's texts with their places, in reading order. */
export function listSourceTexts(sources: Sources): readonly SourceText[] {
  if (!sources.rolled) return [];
  return listDraftTexts(sources.rolled, sources).map(
    ({ target, text, source }) => source ?? { place: `${target.id}/${target.field}`, text },
  );
}
