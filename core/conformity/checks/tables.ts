import { countCells } from '../../layout/index.ts';
import type { PrintedCell, PrintedTable } from '../../printed/index.ts';
import { createItem, type Found } from '../item.ts';
import { type Piece, visibleRuns } from '../piece.ts';
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

const DEFAULT_MARGIN = 108;
/** A number wider than its cell by this, in twips, is not sure to be broken. */
const BREAK_SLACK = 20;

/** Whether a number of a cell is wider than the cell; one longer than any figure is none. */
function breaksNumber({ paragraphs, isContinued }: PrintedCell, room: number): boolean {
  if (isContinued) return false;
  return paragraphs.some((paragraph) =>
    visibleRuns(paragraph).some(({ text, size }) =>
      (text.match(/\d[\d.,]{0,11}/gu) ?? []).some(
        (figure) => countCells(figure) * size * 20 > room + BREAK_SLACK,
      ),
    ),
  );
}

/** How many cells of columns that keep their width break a number. */
function countBroken({ rows, columns, cellMargins, layout }: PrintedTable): number {
  if (layout !== 'fixed' || columns.length < 2) return 0;
  const margins = (cellMargins?.left ?? DEFAULT_MARGIN) + (cellMargins?.right ?? DEFAULT_MARGIN);
  return rows.reduce((count, { cells }) => {
    let at = 0;
    const broken = cells.filter((cell) => {
      const from = at;
      at += cell.span;
      const width = columns.slice(from, at).reduce((sum, column) => sum + column, 0);
      return width > 0 && breaksNumber(cell, width - margins);
    });
    return count + broken.length;
  }, 0);
}

function judgeTable({ table, room }: PlacedTable): readonly Omit<Found, 'piece'>[] {
  const { layout, rows, columns, frame } = table;
  const width = columns.reduce((sum, column) => sum + column, 0);
  // a table of one cell only frames text
  const isData = rows.length > 1 && columns.length > 1;
  const isLong = rows.length > 5;
  const broken = countBroken(table);
  return [
    ...(layout === 'fixed' || !isData ? [] : [{ measured: '列宽没有固定，WPS 里可能变形' }]),
    ...(!isData || frame || rows[0]?.isHeader
      ? []
      : [{ measured: '表头没有设为在各页重复', ...(isLong ? {} : { isRemark: true }) }]),
    ...(broken > 0
      ? [{ measured: `列太窄，有 ${broken} 格的数字会拆成两行`, isRemark: true }]
      : []),
    ...(width > room + OVERHANG ? [{ measured: '超出了版心的宽度' }] : []),
  ];
}

/** Fixed columns, a header row on every page, inside the text block, no number broken. */
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
