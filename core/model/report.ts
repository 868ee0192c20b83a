import { z } from 'zod';

/** Version of the JSON shape below. A reader upgrades older shapes and refuses newer ones. */
export const REPORT_SCHEMA_VERSION = 1;

/**
 * The kinds of a part. The first four are required of every report; their order and
 * the wording of their headings are the unit's own.
 * @source regulations.md 1, required contents (督察工作规定 第二十五条)
 */
export const partKinds = ['achievements', 'shortcomings', 'leadership', 'plan', 'other'] as const;
export const partKindSchema = z.enum(partKinds);
export type PartKind = z.infer<typeof partKindSchema>;

/** The kinds that no report may lack. */
export const requiredPartKinds = ['achievements', 'shortcomings', 'leadership', 'plan'] as const;

/** Calendar year of a report. */
export const yearSchema = z.number().int().min(1978).max(2200);

/** ISO calendar date, `2026-02-05`. */
export const isoDateSchema = z.iso.date();

/** Stable identifier of a report, part, section or block; unique within one report. */
export const idSchema = z.string().min(1).max(64);

/** Where a carried block came from: a block of the report this one was rolled forward from. */
export const blockSourceSchema = z.object({ reportId: idSchema, blockId: idSchema }).readonly();
export type BlockSource = z.infer<typeof blockSourceSchema>;

const sourceField = blockSourceSchema.nullable();

export const paragraphSchema = z
  .object({ type: z.literal('paragraph'), id: idSchema, source: sourceField, text: z.string() })
  .readonly();

/**
 * A heading inside a section. Level 3 prints as 1. and level 4 as （1）; the number is
 * computed. A run-in heading ends with 。 and shares its line with the paragraph after it.
 */
export const subheadingSchema = z
  .object({
    type: z.literal('subheading'),
    id: idSchema,
    source: sourceField,
    level: z.union([z.literal(3), z.literal(4)]),
    runIn: z.boolean(),
    text: z.string(),
  })
  .readonly();

/** A table as rows of cell texts; all rows have the same number of cells. */
export const tableSchema = z
  .object({
    type: z.literal('table'),
    id: idSchema,
    source: sourceField,
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  })
  .readonly();

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  subheadingSchema,
  tableSchema,
]);
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Subheading = z.infer<typeof subheadingSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Block = z.infer<typeof blockSchema>;

const blocksField = z.array(blockSchema).readonly();

/** A （一） piece of a part. `heading` carries neither its number nor a closing 。. */
export const sectionSchema = z
  .object({
    id: idSchema,
    source: sourceField,
    heading: z.string(),
    runIn: z.boolean(),
    blocks: blocksField,
  })
  .readonly();
export type Section = z.infer<typeof sectionSchema>;

/** A 一、 part. `blocks` are what stands before its first section. */
export const partSchema = z
  .object({
    id: idSchema,
    source: sourceField,
    kind: partKindSchema,
    heading: z.string(),
    blocks: blocksField,
    sections: z.array(sectionSchema).readonly(),
  })
  .readonly();
export type Part = z.infer<typeof partSchema>;

/** What follows the last part: signature, date, attachments, closing note. */
export const closingSchema = z
  .object({
    /** Names of the issuing organs as they sign, one per line; empty when unsigned. */
    signature: z.array(z.string()).readonly(),
    signedDate: isoDateSchema.nullable(),
    /** Attachment titles without 附件： and numbers. */
    attachments: z.array(z.string()).readonly(),
    /** 附注, such as （此件公开发布）; empty when there is none. */
    note: z.string(),
  })
  .readonly();
export type Closing = z.infer<typeof closingSchema>;

/** One unit's report for one year. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(REPORT_SCHEMA_VERSION),
    year: yearSchema,
    /** Issuing organs, full names, joint issuers in their order. */
    issuers: z.array(z.string()).readonly(),
    /** Title without the issuers' own line; lines broken by `\n`; empty when the source had none. */
    title: z.string(),
    /** 主送机关 without the colon; empty when there is none. */
    addressee: z.string(),
    /** A heading over the preamble, such as 引言; empty when there is none. */
    preambleHeading: z.string(),
    preamble: blocksField,
    parts: z.array(partSchema).readonly(),
    closing: closingSchema,
  })
  .readonly();
export type Report = z.infer<typeof reportSchema>;
