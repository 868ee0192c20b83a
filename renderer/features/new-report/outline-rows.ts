import type { Block, PartKind, Report } from '../../../core/model/index.ts';
import { blockText } from '../../../core/model/index.ts';
import { formatHeadingLabel } from '../../../core/numbering/index.ts';

/** What a line of the structure is. */
export type RowKind =
  | 'title'
  | 'addressee'
  | 'preambleHeading'
  | 'preamble'
  | 'part'
  | 'section'
  | 'subheading'
  | 'paragraph'
  | 'table'
  | 'signature'
  | 'date'
  | 'attachment'
  | 'note';

/** A line of the structure that was read, in reading order. */
export interface OutlineRow {
  readonly key: string;
  readonly kind: RowKind;
  /** The printed number of a heading; empty for everything else. */
  readonly label: string;
  readonly text: string;
  /** Of a part only. */
  readonly part: { readonly id: string; readonly kind: PartKind } | null;
}

function row(key: string, kind: RowKind, text: string, label = ''): OutlineRow {
  return { key, kind, label, text, part: null };
}

function listBlockRows(blocks: readonly Block[], paragraphKind: RowKind): OutlineRow[] {
  const last = { third: 0, fourth: 0 };
  return blocks.map((block) => {
    const text = blockText(block);
    if (block.type === 'table') return row(block.id, 'table', text);
    if (block.type === 'paragraph') return row(block.id, paragraphKind, text);
    if (block.level === 3) {
      last.third += 1;
      last.fourth = 0;
      return row(block.id, 'subheading', text, formatHeadingLabel(3, last.third));
    }
    last.fourth += 1;
    return row(block.id, 'subheading', text, formatHeadingLabel(4, last.fourth));
  });
}

function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function filled(rows: readonly OutlineRow[]): OutlineRow[] {
  return rows.filter(({ text }) => text !== '');
}

/** A report as lines: title, preamble, parts with their sections and blocks, closing. */
export function listOutlineRows(report: Report): readonly OutlineRow[] {
  const { closing } = report;
  return [
    row('title', 'title', report.title),
    ...filled([
      row('addressee', 'addressee', report.addressee),
      row('preambleHeading', 'preambleHeading', report.preambleHeading),
    ]),
    ...listBlockRows(report.preamble, 'preamble'),
    ...report.parts.flatMap((part, index) => [
      {
        ...row(part.id, 'part', part.heading, formatHeadingLabel(1, index + 1)),
        part: { id: part.id, kind: part.kind },
      },
      ...listBlockRows(part.blocks, 'paragraph'),
      ...part.sections.flatMap((section, place) => [
        row(section.id, 'section', section.heading, formatHeadingLabel(2, place + 1)),
        ...listBlockRows(section.blocks, 'paragraph'),
      ]),
    ]),
    ...closing.attachments.map((text, index) => row(`attachment-${index}`, 'attachment', text)),
    ...closing.signature.map((text, index) => row(`signature-${index}`, 'signature', text)),
    ...filled([
      row('date', 'date', closing.signedDate === null ? '' : formatDate(closing.signedDate)),
      row('note', 'note', closing.note),
    ]),
  ];
}
