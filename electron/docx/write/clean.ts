import type { Block, Report } from '../../../core/model/index.ts';

/** What XML 1.0 forbids: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text without what XML 1.0 has no place for. */
export function cleanText(text: string): string {
  return text.replaceAll(forbidden, '');
}

/** A report fit for XML, and how many characters had to go. */
export interface CleanReport {
  readonly report: Report;
  readonly removed: number;
}

/**
 * Takes out of a report's text what XML 1.0 has no place for, and makes `\r\n` and `\r` a `\n`.
 * @source XML 1.0, production 2 (Char)
 */
export function cleanReport(report: Report): CleanReport {
  let removed = 0;
  const clean = (text: string): string => {
    const kept = text.replaceAll(forbidden, () => {
      removed += 1;
      return '';
    });
    return kept.replaceAll(/\r\n?/gu, '\n');
  };
  const cleaned = mapTexts(report, clean);
  return { report: cleaned, removed };
}

function mapBlock(block: Block, change: (text: string) => string): Block {
  return block.type === 'table'
    ? { ...block, rows: block.rows.map((row) => row.map(change)) }
    : { ...block, text: change(block.text) };
}

function mapTexts(report: Report, change: (text: string) => string): Report {
  const blocks = (list: readonly Block[]) => list.map((block) => mapBlock(block, change));
  const { closing } = report;
  return {
    ...report,
    issuers: report.issuers.map(change),
    title: change(report.title),
    addressee: change(report.addressee),
    preambleHeading: change(report.preambleHeading),
    preamble: blocks(report.preamble),
    parts: report.parts.map((part) => ({
      ...part,
      heading: change(part.heading),
      blocks: blocks(part.blocks),
      sections: part.sections.map((section) => ({
        ...section,
        heading: change(section.heading),
        blocks: blocks(section.blocks),
      })),
    })),
    closing: {
      ...closing,
      signature: closing.signature.map(change),
      attachments: closing.attachments.map(change),
      note: change(closing.note),
    },
  };
}
