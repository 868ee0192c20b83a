import type { FlowLine } from '../../../core/layout/index.ts';
import { writeLine } from './line.ts';
import { IMPRINT_ANCHOR_STYLE, IMPRINT_TABLE_STYLE } from './style-names.ts';
import type { Writing } from './writing.ts';
import { emptyElement } from './xml.ts';

/**
 * At the foot of the text block of the page that holds the paragraph behind it. Its left edge is counted
 * from that of the paper: LibreOffice lets no table float that is as wide as the text it is
 * counted from.
 */
function writePlace({ metrics }: Writing): string {
  const place = emptyElement('w:tblpPr', {
    'w:leftFromText': 0,
    'w:rightFromText': 0,
    'w:vertAnchor': 'margin',
    'w:horzAnchor': 'page',
    'w:tblpX': metrics.left,
    'w:tblpYSpec': 'bottom',
  });
  return place + emptyElement('w:tblOverlap', { 'w:val': 'never' });
}

/** A point high, so that it fits wherever the imprint does. */
const ANCHOR = `<w:p><w:pPr>${emptyElement('w:pStyle', { 'w:val': IMPRINT_ANCHOR_STYLE })}</w:pPr></w:p>`;

function writeRow(line: FlowLine, writing: Writing): string {
  const width = emptyElement('w:tcW', { 'w:w': writing.metrics.textWidth, 'w:type': 'dxa' });
  const cell = `<w:tc><w:tcPr>${width}</w:tcPr>${writeLine(line, writing)}</w:tc>`;
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell}</w:tr>`;
}

/**
 * 版记: a table at the foot of the last page's text block, and the paragraph it hangs on; where the page
 * has no room for it, both go to the next. Empty without lines. A floating table is what offices
 * make by hand, and the one thing that all programs set at the foot: LibreOffice drops a frame
 * whose paragraphs have rules.
 * @source GB/T 9704-2012 7.4
 */
export function writeImprint(lines: readonly FlowLine[], writing: Writing): string {
  if (lines.length === 0) return '';
  const { textWidth } = writing.metrics;
  return [
    '<w:tbl><w:tblPr>',
    emptyElement('w:tblStyle', { 'w:val': IMPRINT_TABLE_STYLE }),
    writePlace(writing),
    emptyElement('w:tblW', { 'w:w': textWidth, 'w:type': 'dxa' }),
    emptyElement('w:tblLayout', { 'w:type': 'fixed' }),
    `</w:tblPr><w:tblGrid>${emptyElement('w:gridCol', { 'w:w': textWidth })}</w:tblGrid>`,
    ...lines.map((line) => writeRow(line, writing)),
    `</w:tbl>${ANCHOR}`,
  ].join('');
}
