import type { Block, Part, Report } from './report.ts';
import { REPORT_SCHEMA_VERSION, reportSchema } from './report.ts';

/** Why stored or foreign JSON is no report this version can read. */
export type ReportFault =
  | { readonly kind: 'newer'; readonly schemaVersion: number }
  | { readonly kind: 'malformed'; readonly path: string };

/** Parses a report's JSON value. A newer schema is named as such; nothing is guessed. */
export function parseReport(
  value: unknown,
):
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly fault: ReportFault } {
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value
      ? value.schemaVersion
      : undefined;
  if (typeof version === 'number' && version > REPORT_SCHEMA_VERSION) {
    return { ok: false, fault: { kind: 'newer', schemaVersion: version } };
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return { ok: true, report: parsed.data };
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return { ok: false, fault: { kind: 'malformed', path } };
}

/** A block with the place it stands in; `partId` is null in the preamble. */
export interface PlacedBlock {
  readonly block: Block;
  readonly partId: string | null;
  readonly sectionId: string | null;
}

/** Every block of a report in reading order. */
export function listBlocks(report: Report): readonly PlacedBlock[] {
  const place = (blocks: readonly Block[], partId: string | null, sectionId: string | null) =>
    blocks.map((block) => ({ block, partId, sectionId }));
  return [
    ...place(report.preamble, null, null),
    ...report.parts.flatMap((part) => [
      ...place(part.blocks, part.id, null),
      ...part.sections.flatMap((section) => place(section.blocks, part.id, section.id)),
    ]),
  ];
}

/** A block's words without its number; table cells are parted by tabs, rows by line feeds. */
export function blockText(block: Block): string {
  return block.type === 'table' ? block.rows.map((row) => row.join('\t')).join('\n') : block.text;
}

/** The part of `kind`, if the report has one. Where there are several, the first. */
export function findPart(report: Report, kind: Part['kind']): Part | undefined {
  return report.parts.find((part) => part.kind === kind);
}

/** True when two states of a block hold the same words as the same kind of text, cell by cell. */
export function hasSameWords(a: Block, b: Block): boolean {
  if (a === b) return true;
  if (a.id !== b.id || a.type !== b.type) return false;
  if (a.type !== 'table' || b.type !== 'table') return blockText(a) === blockText(b);
  return (
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => {
      const other = b.rows[index];
      return other?.length === row.length && row.every((cell, at) => cell === other[at]);
    })
  );
}

/** Characters of the report's text without white space, as Word counts them for a Chinese text. */
export function countCharacters(report: Report): number {
  const texts = [
    report.title,
    report.addressee,
    report.preambleHeading,
    ...listBlocks(report).map(({ block }) => blockText(block)),
    ...report.parts.flatMap((part) => [part.heading, ...part.sections.map((s) => s.heading)]),
    ...report.closing.signature,
  ];
  return texts.reduce((sum, text) => sum + [...text.replace(/\s+/gu, '')].length, 0);
}
