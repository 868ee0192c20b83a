import {
  countCells,
  type FlowTable,
  isHighRow,
  measureLayout,
  type Pt,
  ptToHalfPoint,
  sizes,
} from '../../../core/layout/index.ts';
import { emptyElement } from '../write/xml.ts';
import type { ItemSetting } from './item-setting.ts';
import { writeFaces } from './new-style.ts';
import { changeProperties, type Properties, writeParagraphProperties } from './properties.ts';
import { centred, flush, writeText } from './write-text.ts';

/** Texts up to this many characters stand in the middle of their cell. */
const centredCells = 8;

interface CellLook {
  readonly width: number;
  readonly isHead: boolean;
  readonly size: Pt;
}

function writeCell(
  text: string,
  { width, isHead, size }: CellLook,
  { model, layout }: ItemSetting,
): string {
  const half = emptyElement('w:sz', { 'w:val': ptToHalfPoint(size) });
  const face = isHead ? { 'w:rFonts': writeFaces(layout.faces.part) } : {};
  const look = changeProperties(model.run, {
    ...face,
    'w:sz': half,
    'w:szCs': half.replace('w:sz', 'w:szCs'),
  });
  const paragraphs = text.split('\n').map((line) => {
    const words = line.trim();
    const properties: Properties = new Map([
      ['w:snapToGrid', emptyElement('w:snapToGrid', { 'w:val': 0 })],
      [
        'w:spacing',
        emptyElement('w:spacing', {
          'w:before': 0,
          'w:after': 0,
          'w:line': 400,
          'w:lineRule': 'exact',
        }),
      ],
      ['w:ind', flush],
      ...(countCells(words) <= centredCells ? [['w:jc', centred] as const] : []),
    ]);
    return `<w:p>${writeParagraphProperties(properties)}${writeText(words, look)}</w:p>`;
  });
  const wide = emptyElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' });
  return `<w:tc><w:tcPr>${wide}<w:vAlign w:val="center"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
}

function writeMargins(width: number): string {
  const side = (name: string) => emptyElement(name, { 'w:w': width, 'w:type': 'dxa' });
  return `<w:tblCellMar>${side('w:left')}${side('w:right')}</w:tblCellMar>`;
}

/** A fixed layout with widths everywhere: WPS folds a table up that lacks them. */
export function writeTable(table: FlowTable, setting: ItemSetting): string {
  const { rows, columns, look } = table;
  const metrics = measureLayout(setting.layout);
  const size = look?.size ?? sizes.table;
  const width = columns.reduce((sum, column) => sum + column, 0);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) =>
    emptyElement(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }),
  );
  const properties = [
    emptyElement('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    centred,
    `<w:tblBorders>${edges.join('')}</w:tblBorders>`,
    emptyElement('w:tblLayout', { 'w:type': 'fixed' }),
    look?.cellMargin ? writeMargins(look.cellMargin) : '',
  ].join('');
  const grid = columns.map((column) => emptyElement('w:gridCol', { 'w:w': column })).join('');
  const written = rows.map((row, index) => {
    const isHead = index === 0 && rows.length > 1;
    const cells = columns.map((one, at) =>
      writeCell(row[at] ?? '', { width: one, isHead, size }, setting),
    );
    const head = isHead ? emptyElement('w:tblHeader') : '';
    const whole = isHighRow(row, table, metrics) ? '' : emptyElement('w:cantSplit');
    return `<w:tr><w:trPr>${whole}${head}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`;
}
