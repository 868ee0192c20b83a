import { type Block, blockText, type Part, type Report } from '../model/index.ts';
import { type ClaimLine, plainLine } from './line.ts';

function blockLine(block: Block): ClaimLine {
  const line = { ...plainLine(block.id, 'paragraph', blockText(block)), source: block.source };
  if (block.type === 'paragraph') return line;
  if (block.type === 'table') return { ...line, role: 'table', rows: block.rows };
  return { ...line, role: block.level === 3 ? 'level3' : 'level4', runIn: block.runIn };
}

function partLines(part: Part): readonly ClaimLine[] {
  const { id, heading, source, kind, blocks, sections } = part;
  return [
    { ...plainLine(id, 'part', heading), source, kind },
    ...blocks.map(blockLine),
    ...sections.flatMap((section) => [
      {
        ...plainLine(section.id, 'section', section.heading),
        source: section.source,
        runIn: section.runIn,
      },
      ...section.blocks.map(blockLine),
    ]),
  ];
}

/** 2026-02-05 → 2026年2月5日. */
function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function named(
  name: string,
  role: ClaimLine['role'],
  texts: readonly string[],
): readonly ClaimLine[] {
  return texts.map((text, index) => plainLine(index === 0 ? name : `${name}-${index}`, role, text));
}

const filled = (text: string) => (text === '' ? [] : [text]);

/** A report as lines in the order it is printed in; the title has its line even when it is empty. */
export function listReportLines(report: Report): readonly ClaimLine[] {
  const { attachments, signature, signedDate, note } = report.closing;
  return [
    ...named('title', 'title', report.title.split('\n')),
    ...named('addressee', 'addressee', filled(report.addressee)),
    ...named('preambleHeading', 'preambleHeading', filled(report.preambleHeading)),
    ...report.preamble.map(blockLine),
    ...report.parts.flatMap(partLines),
    ...named('attachment', 'attachment', attachments),
    ...named('signature', 'signature', signature),
    ...named('date', 'date', signedDate === null ? [] : [formatDate(signedDate)]),
    ...named('note', 'note', filled(note)),
  ];
}
