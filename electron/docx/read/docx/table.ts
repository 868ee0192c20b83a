import type { SourceBlock } from '../../../../core/segment/index.ts';
import { blockText } from '../block-text.ts';
import { attributeOf, childNumber, childOf, type XmlElement } from '../xml.ts';
import { readBlocks } from './blocks.ts';
import { chosen } from './inline.ts';
import { flushCarried } from './paragraph.ts';
import { createSink, type DocxReading, pushBlocks, type Sink } from './reading.ts';

/** Columns of a row are few; a span of thousands is an attack on memory. */
const widestSpan = 63;

interface Cell {
  readonly blocks: readonly SourceBlock[];
  /** Columns it covers; those after the first stay empty. */
  readonly span: number;
  /** Continues the cell above. */
  readonly covered: boolean;
}

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

function spanOf(properties: XmlElement | null, name: string): number {
  return Math.min(Math.max(childNumber(properties, name) ?? 0, 0), widestSpan);
}

function readCell(element: XmlElement, reading: DocxReading): Cell {
  const tcPr = childOf(element, 'w:tcPr');
  const merge = childOf(tcPr, 'w:vMerge');
  const inner = createSink();
  readBlocks(element.children, reading, inner);
  flushCarried(reading, inner);
  return {
    blocks: inner.blocks,
    span: Math.max(1, spanOf(tcPr, 'w:gridSpan')),
    covered: merge !== null && attributeOf(merge, 'val') !== 'restart',
  };
}

interface Row {
  readonly before: number;
  readonly cells: readonly Cell[];
}

function readRows(table: XmlElement, reading: DocxReading): readonly Row[] {
  return unwrap(table, 'w:tr').flatMap((row): readonly Row[] => {
    const trPr = childOf(row, 'w:trPr');
    if (childOf(trPr, 'w:del')) {
      reading.tally.deletions += 1;
      return [];
    }
    if (childOf(trPr, 'w:ins')) reading.tally.insertions += 1;
    const cells = unwrap(row, 'w:tc').map((cell) => readCell(cell, reading));
    return [{ before: spanOf(trPr, 'w:gridBefore'), cells }];
  });
}

function cellText(cell: Cell): string {
  return cell.blocks.map(blockText).join('\n');
}

function rowTexts(row: Row): readonly string[] {
  const texts: string[] = Array.from({ length: row.before }, () => '');
  for (const cell of row.cells) {
    texts.push(cellText(cell));
    for (let column = 1; column < cell.span; column += 1) texts.push('');
  }
  return texts;
}

/**
 * Reads `w:tbl`. A table of one column only frames text and gives its blocks; any other gives one table,
 * rows of cell texts, where covered cells are empty and nested tables are lines of their cell.
 */
export function readTable(element: XmlElement, reading: DocxReading, sink: Sink): void {
  const line = reading.line;
  reading.line += 1;
  const rows = readRows(element, reading);
  if (rows.every((row) => row.cells.length <= 1)) {
    for (const row of rows) for (const cell of row.cells) pushBlocks(sink, cell.blocks);
    return;
  }
  const texts = rows.map(rowTexts);
  if (texts.some((row) => row.some((text) => text.trim() !== ''))) {
    sink.blocks.push({ kind: 'table', line, rows: texts });
  }
}
