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

interface Cleaner {
  readonly clean: (text: string) => string;
  readonly count: () => number;
}

function createCleaner(): Cleaner {
  let removed = 0;
  const clean = (text: string): string => {
    const kept = text.replaceAll(forbidden, () => {
      removed += 1;
      return '';
    });
    return kept.replaceAll(/\r\n?/gu, '\n');
  };
  return { clean, count: () => removed };
}

/**
 * Takes out of every text of `value`, an array or a plain object, what XML 1.0 has no place for, and makes `\r\n`
 * and `\r` a `\n`; counts what had to go.
 * @source XML 1.0, production 2 (Char)
 */
export function cleanTexts<Value>(value: Value): {
  readonly value: Value;
  readonly removed: number;
} {
  const { clean, count } = createCleaner();
  return { value: mapStrings(value, clean), removed: count() };
}

function mapStrings<Value>(value: Value, change: (text: string) => string): Value;
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapStrings<unknown>(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapStrings<unknown>(one, change)]),
  );
}

/**
 * Takes out of a report's text what XML 1.0 has no place for, and makes `\r\n` and `\r` a `\n`.
 * @source XML 1.0, production 2 (Char)
 */
export function cleanReport(report: Report): CleanReport {
  const { clean, count } = createCleaner();
  const cleaned = mapTexts(report, clean);
  return { report: cleaned, removed: count() };
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
