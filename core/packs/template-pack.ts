import { z } from 'zod';
import { partKindSchema } from '../model/index.ts';
import { confidenceSchema, packHead, packId, pattern, words } from './fields.ts';

/** A day of the year after the report's, before which something must be done. */
export const deadlineSchema = z
  .strictObject({
    id: packId,
    title: words,
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    source: words,
    confidence: confidenceSchema,
  })
  .readonly();
export type PackDeadline = z.infer<typeof deadlineSchema>;

/** How one kind of part is headed. */
export const templatePartSchema = z
  .strictObject({
    kind: partKindSchema,
    required: z.boolean(),
    /** Heading of a new report; {year} and {nextYear} are filled in. */
    heading: z.string().min(1),
    /** Other wordings in use, offered to the writer. The tests hold `patterns` to them. */
    variants: z.array(z.string().min(1)).readonly(),
    /** Share of the whole text such a part usually has, 0 to 1. */
    usualShare: z
      .strictObject({ from: z.number().min(0), to: z.number().max(1) })
      .readonly()
      .optional(),
    /** What belongs here, in one or two sentences. */
    guidance: z.string().min(1),
    /** Section headings a blank report starts with. */
    sections: z
      .array(z.strictObject({ heading: z.string().min(1), guidance: z.string() }).readonly())
      .readonly(),
    /** A heading that matches any of these is of this kind; see `recognition` for the order. */
    patterns: z.array(pattern).readonly(),
  })
  .readonly();
export type TemplatePart = z.infer<typeof templatePartSchema>;

/** The form of a report: parts, headings, deadlines. */
export const templatePackSchema = z
  .strictObject({
    kind: z.literal('template'),
    ...packHead,
    /** Title of a new report; {unit}, {year} are filled in. */
    titlePattern: z.string().min(1),
    /** Other titles in use, offered to the writer. */
    titleVariants: z.array(z.string().min(1)).readonly(),
    /** Whom such reports are sent to, offered to the writer. */
    addressees: z.array(z.string().min(1)).readonly(),
    /** What names of organs end with that sign such reports beside the governments: 主席团, 派出所. */
    signers: z.array(words.max(20)).max(200).readonly().optional(),
    /** Opening of a new report; {unit}, {year}, {nextYear}, {outline} are filled in. */
    preamble: z.array(z.string()).readonly(),
    /** In the order of the rule. */
    parts: z.array(templatePartSchema).min(4).readonly(),
    /** Orders of parts seen in practice. A record: any order of the parts is accepted. */
    orders: z
      .array(
        z
          .strictObject({ title: z.string().min(1), parts: z.array(partKindSchema).readonly() })
          .readonly(),
      )
      .readonly(),
    /** The order in which kinds are tried against a heading; the first that matches wins. */
    recognition: z.array(partKindSchema).readonly(),
    /** Yearly deadlines, before the day named. */
    deadlines: z.array(deadlineSchema).readonly(),
  })
  .readonly();
export type TemplatePack = z.infer<typeof templatePackSchema>;
