import type { PrintedTable } from '../../printed/index.ts';
import { createItem, type Found } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

/** Twips by which a table may reach over the text block: the air of its outer cells. */
const OVERHANG = 240;

interface PlacedTable {
  readonly table: PrintedTable;
  readonly room: number;
  /** Its first paragraph, which names the place. */
  readonly piece: Piece | null;
}

function listTables({ document, pieces }: Subject): readonly PlacedTable[] {
  return document.sections.flatMap(({ blocks, paper, margins }, section) =>
    blocks.flatMap((table, block): readonly PlacedTable[] => {
      if (table.type !== 'table') return [];
      const own = pieces.filter((one) => one.section === section && one.block === block);
      // a table that sets a red head or an imprint is no table of the text
      if (own.some(({ role }) => role !== 'cell' && role !== 'annex')) return [];
      const piece = own.find(({ text }) => text.trim() !== '') ?? null;
      return [{ table, room: paper.width - margins.left - margins.right, piece }];
    }),
  );
}

function judgeTable({ table, room }: PlacedTable): readonly Omit<Found, 'piece'>[] {
  const { layout, rows, columns, frame } = table;
  const width = columns.reduce((sum, column) => sum + column, 0);
  // a table of one cell only frames text
  const isData = rows.length > 1 && columns.length > 1;
  const isLong = rows.length > 5;
  return [
    ...(layout === 'fixed' || !isData ? [] : [{ measured: '列宽没有固定，WPS 里可能变形' }]),
    ...(!isData || frame || rows[0]?.isHeader
      ? []
      : [{ measured: '表头没有设为在各页重复', ...(isLong ? {} : { isRemark: true }) }]),
    ...(width > room + OVERHANG ? [{ measured: '超出了版心的宽度' }] : []),
  ];
}

/** Fixed columns, a header row on every page, inside the text block. */
export const checkTables: Check = (subject) => {
  const tables = listTables(subject);
  if (tables.length === 0) return null;
  const found = tables.flatMap((placed) =>
    judgeTable(placed).map((one) => ({ ...one, piece: placed.piece })),
  );
  const head = {
    id: 'tables',
    title: '表格',
    clause: 'GB/T 9704-2012 8',
    wanted: '列宽固定，表头重复，在版心之内',
  };
  return createItem(head, found, head.wanted);
};
