import type { XmlElement, XmlNode } from '../xml.ts';
import { chosen } from './inline.ts';
import { readParagraph } from './paragraph.ts';
import type { DocxReading, Sink } from './reading.ts';
import { readTable } from './table.ts';

/** Elements that only wrap blocks. */
const wrappers = new Set(['w:ins', 'w:moveTo', 'w:sdt', 'w:sdtContent', 'w:customXml']);

/** Reads paragraphs and tables, one by one, into the sink. */
export function readBlocks(nodes: readonly XmlNode[], reading: DocxReading, sink: Sink): void {
  for (const node of nodes) if (typeof node !== 'string') readBlock(node, reading, sink);
}

/** Reads one child of a body, cell, box or note into the sink. */
export function readBlock(element: XmlElement, reading: DocxReading, sink: Sink): void {
  switch (element.name) {
    case 'w:p':
      readParagraph(element, reading, sink);
      return;
    case 'w:tbl':
      readTable(element, reading, sink);
      return;
    case 'mc:AlternateContent':
      readBlocks(chosen(element).children, reading, sink);
      return;
    case 'w:del':
    case 'w:moveFrom':
      reading.tally.deletions += 1;
      return;
    case 'm:oMathPara':
      reading.tally.formulas += 1;
      return;
    case 'w:altChunk':
      reading.tally.embedded += 1;
      return;
    default:
      if (wrappers.has(element.name)) readBlocks(element.children, reading, sink);
  }
}
