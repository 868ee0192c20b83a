import { type Twip, twip } from '../../../core/layout/index.ts';
import type {
  PrintedCell,
  PrintedParagraph,
  PrintedRow,
  PrintedTable,
} from '../../../core/printed/index.ts';
import { chosen } from '../read/docx/inline.ts';
import { attributeOf, childOf, childrenOf, childValue, type XmlElement } from '../read/xml.ts';
import { flattenBlocks, readBlocks } from './blocks.ts';
import { isOn, lengthOf, numberOf } from './lengths.ts';
import type { Around } from './paragraph.ts';
import type { Story } from './story.ts';
import {
  findProperty,
  readBorders,
  readCellRules,
  readFloat,
  readMargins,
  readTableAlign,
} from './table-look.ts';

/** Columns of a row are few; a span of thousands is an attack on memory. */
const widestSpan = 63;

/** Rows or cells, also where content controls or markup wrap them. */
function unwrap(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child): readonly XmlElement[] => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    if (child.name === 'mc:AlternateContent') return unwrap(chosen(child), name);
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/u.test(child.name)
      ? unwrap(child, name)
      : [];
  });
}

/** Paragraphs of a cell; a table within it gives those of its cells. */
function readCellParagraphs(
  cell: XmlElement,
  story: Story,
  around: Around,
): readonly PrintedParagraph[] {
  return flattenBlocks(readBlocks(cell.children, story, around));
}

function spanOf(properties: XmlElement | null, name: string): number {
  const span = numberOf(childOf(properties, name), 'val') ?? 0;
  return Math.min(Math.max(span, 0), widestSpan);
}

function readVerticalAlign(value: string | null): NonNullable<PrintedCell['verticalAlign']> {
  return value === 'center' || value === 'bottom' ? value : 'top';
}

function readCell(
  cell: XmlElement,
  at: number,
  columns: readonly Twip[],
  story: Story,
  around: Around,
): PrintedCell {
  const tcPr = childOf(cell, 'w:tcPr');
  const merge = childOf(tcPr, 'w:vMerge');
  const span = Math.max(1, spanOf(tcPr, 'w:gridSpan'));
  const grid = columns.slice(at, at + span).reduce((sum, width) => sum + width, 0);
  const size = childOf(tcPr, 'w:tcW');
  const own = attributeOf(size, 'type') === 'pct' ? null : lengthOf(size, 'w');
  return {
    span,
    isContinued: merge !== null && attributeOf(merge, 'val') !== 'restart',
    width: twip(own || grid),
    verticalAlign: readVerticalAlign(attributeOf(childOf(tcPr, 'w:vAlign'), 'val')),
    ...readCellRules(tcPr),
    paragraphs: readCellParagraphs(cell, story, around),
  };
}

function readHeight(trPr: XmlElement | null): Pick<PrintedRow, 'height' | 'heightRule'> {
  const element = childOf(trPr, 'w:trHeight');
  const height = lengthOf(element, 'val') ?? twip(0);
  const rule = attributeOf(element, 'hRule');
  if (rule === 'exact' || rule === 'auto') return { height, heightRule: rule };
  return { height, heightRule: height > 0 ? 'atLeast' : 'auto' };
}

function isMarked(trPr: XmlElement | null, name: string): boolean {
  const element = childOf(trPr, name);
  return element !== null && isOn(element);
}

function readRow(
  row: XmlElement,
  columns: readonly Twip[],
  story: Story,
  outer: Around,
): PrintedRow {
  const trPr = childOf(row, 'w:trPr');
  const isDeleted = childOf(trPr, 'w:del') !== null;
  if (isDeleted || childOf(trPr, 'w:ins')) story.counts.revisions += 1;
  if (childOf(trPr, 'w:trPrChange')) story.counts.revisions += 1;
  const around: Around = isDeleted ? { ...outer, revision: 'deleted' } : outer;
  let at = spanOf(trPr, 'w:gridBefore');
  const cells = unwrap(row, 'w:tc').map((cell) => {
    const read = readCell(cell, at, columns, story, around);
    at += read.span;
    return read;
  });
  return {
    isHeader: isMarked(trPr, 'w:tblHeader'),
    cantSplit: isMarked(trPr, 'w:cantSplit'),
    ...readHeight(trPr),
    cells,
  };
}

/** Reads `w:tbl`. */
export function readTable(element: XmlElement, story: Story, around: Around): PrintedTable {
  const tblPr = childOf(element, 'w:tblPr');
  const style = story.styles.table(childValue(tblPr, 'w:tblStyle'));
  const sources = [...style.tables, tblPr];
  const columns = childrenOf(childOf(element, 'w:tblGrid'), 'w:gridCol')
    .slice(0, widestSpan)
    .map((column) => lengthOf(column, 'w') ?? twip(0));
  const frame = readFloat(tblPr) ?? around.frame;
  if (childOf(tblPr, 'w:tblPrChange')) story.counts.revisions += 1;
  const inner: Around = { ...around, frame: null, look: style.run };
  return {
    type: 'table',
    columns,
    layout:
      attributeOf(findProperty(sources, 'w:tblLayout'), 'type') === 'fixed' ? 'fixed' : 'auto',
    align: readTableAlign(sources),
    indent: lengthOf(findProperty(sources, 'w:tblInd'), 'w') ?? twip(0),
    cellMargins: readMargins(sources),
    borders: readBorders(sources),
    rows: unwrap(element, 'w:tr').map((row) => readRow(row, columns, story, inner)),
    ...(frame ? { frame } : {}),
  };
}
