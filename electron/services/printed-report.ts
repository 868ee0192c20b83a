import { type Discarded, describeNotice, type Notice } from '../../core/api/index.ts';
import { numberHeadings } from '../../core/layout/index.ts';
import type { Block, Part, Report } from '../../core/model/index.ts';

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

type Labels = ReadonlyMap<string, string>;

/**
 * Blocks as paragraphs: headings of levels 3 and 4 with their number, a run-in one in front of the
 * text it stands before, table rows with tabs between the cells.
 */
function printBlocks(blocks: readonly Block[], labels: Labels): readonly string[] {
  const lines: string[] = [];
  let lead = '';
  for (const block of blocks) {
    if (block.type === 'subheading') {
      const heading = `${labels.get(block.id) ?? ''}${block.text}`;
      if (lead) lines.push(lead);
      lead = block.runIn ? `${heading}。` : '';
      if (!block.runIn) lines.push(heading);
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
  const labels = numberHeadings(report);
  return {
    title,
    issuer: issuers.join('、'),
    year,
    addressee,
    date: closing.signedDate,
    preamble: [
      ...(preambleHeading ? [preambleHeading] : []),
      ...printBlocks(report.preamble, labels),
    ],
    parts: report.parts.map((part) => ({
      kind: part.kind,
      heading: part.heading,
      paragraphs: printBlocks(part.blocks, labels),
      sections: part.sections.map((section) => ({
        heading: section.heading,
        paragraphs: printBlocks(section.blocks, labels),
      })),
    })),
    attachments: closing.attachments,
    signature: closing.signature.join('\n'),
    note: closing.note,
    discarded: discarded.map(({ text }) => text),
    notices: notices.map((notice) => ({ code: notice.code, text: describeNotice(notice) })),
  };
}

/** A heading of level 1 or 2 as it is printed, `（一）强化组织保障`. */
export interface PrintedHeading {
  /** Of the part or section. */
  readonly id: string;
  readonly level: 1 | 2;
  readonly text: string;
}

/** The headings of parts and sections with their numbers, in order. */
export function listHeadings(report: Report): readonly PrintedHeading[] {
  const labels = numberHeadings(report);
  const print = (
    level: 1 | 2,
    { id, heading }: { readonly id: string; readonly heading: string },
  ) => ({ id, level, text: `${labels.get(id) ?? ''}${heading}` }) as const;
  return report.parts.flatMap((part) => [
    print(1, part),
    ...part.sections.map((section) => print(2, section)),
  ]);
}
