import {
  countCells,
  type FlowTable,
  isHighRow,
  type Pt,
  ptToHalfPoint,
  sizes,
  type Twip,
  twip,
} from '../../../core/layout/index.ts';
import { plainLook, type RunLook, writeRuns } from './runs.ts';
import { MARK_TABLE_STYLE, styleOfLine, TABLE_STYLE, tableStyles } from './style-names.ts';
import type { Writing } from './writing.ts';
import { emptyElement } from './xml.ts';

/** Texts up to this many characters stand in the middle of their cell. */
const CENTRED_CELLS = 8;

/** Rows are a little higher than their text. */
const ROW_HEIGHT = emptyElement('w:trHeight', { 'w:val': 480, 'w:hRule': 'atLeast' });

interface CellLook {
  readonly width: Twip;
  readonly style: string;
  readonly keepWithNext: boolean;
  readonly run: RunLook;
}

function writeCell(
  text: string,
  { width, style, keepWithNext, run }: CellLook,
  writing: Writing,
): string {
  const paragraphs = text.split('\n').map((line) => {
    const properties = [
      emptyElement('w:pStyle', { 'w:val': style }),
      keepWithNext ? emptyElement('w:keepNext') : '',
      countCells(line) <= CENTRED_CELLS ? emptyElement('w:jc', { 'w:val': 'center' }) : '',
    ];
    const kind = style === tableStyles.head ? 'part' : 'text';
    const runs = writeRuns([{ text: line.trim() }], kind, writing, run);
    return `<w:p><w:pPr>${properties.join('')}</w:pPr>${runs}</w:p>`;
  });
  const size = emptyElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' });
  return `<w:tc><w:tcPr>${size}<w:vAlign w:val="center"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
}

function writeSize(size: Pt): string {
  const half = { 'w:val': ptToHalfPoint(size) };
  return emptyElement('w:sz', half) + emptyElement('w:szCs', half);
}

/** Widths that never reach beyond the text block. */
function fitColumns(columns: readonly Twip[], { metrics }: Writing): readonly Twip[] {
  const total = columns.reduce((sum, width) => sum + width, 0);
  if (total <= metrics.textWidth) return columns;
  return columns.map((width) => twip(Math.floor((width / total) * metrics.textWidth)));
}

function sumOf(columns: readonly Twip[]): number {
  return columns.reduce((sum, width) => sum + width, 0);
}

function writeGrid(columns: readonly Twip[]): string {
  const grid = columns.map((width) => emptyElement('w:gridCol', { 'w:w': width }));
  return `<w:tblGrid>${grid.join('')}</w:tblGrid>`;
}

/** A fixed layout with widths everywhere: WPS folds a table up that lacks them. */
function writeProperties(style: string, columns: readonly Twip[], margin: number | null): string {
  const side = (name: string) => emptyElement(name, { 'w:w': margin ?? 0, 'w:type': 'dxa' });
  return [
    '<w:tblPr>',
    emptyElement('w:tblStyle', { 'w:val': style }),
    emptyElement('w:tblW', { 'w:w': sumOf(columns), 'w:type': 'dxa' }),
    emptyElement('w:jc', { 'w:val': 'center' }),
    emptyElement('w:tblLayout', { 'w:type': 'fixed' }),
    margin === null ? '' : `<w:tblCellMar>${side('w:left')}${side('w:right')}</w:tblCellMar>`,
    '</w:tblPr>',
  ].join('');
}

/** Type of another size than the style's. */
function lookOf({ look }: FlowTable): RunLook {
  if (!look || look.size === sizes.table) return plainLook;
  return { spacing: null, more: writeSize(look.size) };
}

function writeTextTable(table: FlowTable, writing: Writing): string {
  const { rows, keepWithNext = false } = table;
  const columns = fitColumns(table.columns, writing);
  const run = lookOf(table);
  const written = rows.map((row, index) => {
    const isHead = index === 0 && rows.length > 1;
    const style = isHead ? tableStyles.head : tableStyles.text;
    const keep = keepWithNext && index === rows.length - 1;
    const cells = columns.map((width, column) =>
      writeCell(row[column] ?? '', { width, style, keepWithNext: keep, run }, writing),
    );
    const head = isHead ? emptyElement('w:tblHeader') : '';
    const whole = isHighRow(row, table, writing.metrics) ? '' : emptyElement('w:cantSplit');
    return `<w:tr><w:trPr>${whole}${ROW_HEIGHT}${head}</w:trPr>${cells.join('')}</w:tr>`;
  });
  const margin = table.look?.cellMargin ?? null;
  return `<w:tbl>${writeProperties(TABLE_STYLE, columns, margin)}${writeGrid(columns)}${written.join('')}</w:tbl>`;
}

/** The mark of joint issuers: names spread over one width, 文件 in the middle of their right. */
function writeMarkTable(
  { rows, columns }: FlowTable,
  mark: NonNullable<FlowTable['mark']>,
  writing: Writing,
): string {
  const more = writeSize(mark.size);
  const style = emptyElement('w:pStyle', { 'w:val': styleOfLine.mark });
  const pitch = emptyElement('w:spacing', { 'w:line': mark.height, 'w:lineRule': 'exact' });
  const height = emptyElement('w:trHeight', { 'w:val': mark.height, 'w:hRule': 'exact' });
  const written = rows.map((row, index) => {
    const cells = columns.map((width, column) => {
      const isBeside = column > 0;
      const size = emptyElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' });
      const merge = isBeside
        ? emptyElement('w:vMerge', { 'w:val': index === 0 ? 'restart' : 'continue' })
        : '';
      const align = emptyElement('w:jc', { 'w:val': isBeside ? 'right' : 'distribute' });
      const look = { spacing: null, more };
      const runs = writeRuns([{ text: (row[column] ?? '').trim() }], 'mark', writing, look);
      return `<w:tc><w:tcPr>${size}${merge}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>${style}<w:keepNext/>${pitch}${align}</w:pPr>${runs}</w:p></w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${writeProperties(MARK_TABLE_STYLE, columns, null)}${writeGrid(columns)}${written.join('')}</w:tbl>`;
}

/** A table of the text, or the red head of joint issuers. */
export function writeTable(table: FlowTable, writing: Writing): string {
  return table.mark ? writeMarkTable(table, table.mark, writing) : writeTextTable(table, writing);
}
