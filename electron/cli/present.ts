import { type Discarded, describeNotice, type Notice } from '../../core/api/index.ts';
import type { Block, Part, Report } from '../../core/model/index.ts';
import { formatHeadingLabel } from '../../core/numbering/index.ts';

/** A report as the command line prints it. */
export interface PrintedReport {
  readonly title: string;
  /** Issuing organs, joint ones parted by 、. */
  readonly issuer: string;
  readonly year: number;
  readonly addressee: string;
  /** ISO date of signature; null when there is none. */
  readonly date: string | null;
  readonly preamble: readonly string[];
  readonly parts: readonly {
    readonly kind: Part['kind'];
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly sections: readonly {
      readonly heading: string;
      readonly paragraphs: readonly string[];
    }[];
  }[];
  readonly attachments: readonly string[];
  /** Signing organs, one a line. */
  readonly signature: string;
  readonly note: string;
  readonly discarded: readonly string[];
  readonly notices: readonly { readonly code: string; readonly text: string }[];
}

/**
 * Blocks as paragraphs: headings of levels 3 and 4 with their number, a run-in one in front of the
 * text it stands before, table rows with tabs between the cells.
 */
function printBlocks(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  const last = { 3: 0, 4: 0 };
  let lead = '';
  for (const block of blocks) {
    if (block.type === 'subheading') {
      last[block.level] += 1;
      if (block.level === 3) last[4] = 0;
      const label = formatHeadingLabel(block.level, last[block.level]);
      if (lead) lines.push(lead);
      lead = block.runIn ? `${label}${block.text}。` : '';
      if (!block.runIn) lines.push(`${label}${block.text}`);
    } else {
      const [first = '', ...rest] =
        block.type === 'table' ? block.rows.map((row) => row.join('\t')) : [block.text];
      lines.push(`${lead}${first}`, ...rest);
      lead = '';
    }
  }
  return lead ? [...lines, lead] : lines;
}

/** A report in the shape that scripts rely on. */
export function printReport(
  report: Report,
  discarded: readonly Discarded[],
  notices: readonly Notice[],
): PrintedReport {
  const { title, issuers, year, addressee, preambleHeading, closing } = report;
  return {
    title,
    issuer: issuers.join('、'),
    year,
    addressee,
    date: closing.signedDate,
    preamble: [...(preambleHeading ? [preambleHeading] : []), ...printBlocks(report.preamble)],
    parts: report.parts.map((part) => ({
      kind: part.kind,
      heading: part.heading,
      paragraphs: printBlocks(part.blocks),
      sections: part.sections.map((section) => ({
        heading: section.heading,
        paragraphs: printBlocks(section.blocks),
      })),
    })),
    attachments: closing.attachments,
    signature: closing.signature.join('\n'),
    note: closing.note,
    discarded: discarded.map(({ text }) => text),
    notices: notices.map((notice) => ({ code: notice.code, text: describeNotice(notice) })),
  };
}

/** A report as an outline for reading at a terminal. */
export function printOutline(report: Report): string {
  const label = (level: 1 | 2, index: number) => formatHeadingLabel(level, index + 1);
  return [
    report.title || '（无标题）',
    `${report.issuers.join('、') || '（未见单位）'}  ${report.year} 年`,
    ...report.parts.flatMap((part, p) => [
      `${label(1, p)}${part.heading}`,
      ...part.sections.map((section, s) => `  ${label(2, s)}${section.heading}`),
    ]),
  ].join('\n');
}
