import { z } from 'zod';
import { partKindSchema } from '../model/index.ts';
import { documentsPackSchema } from './documents-pack.ts';
import { confidenceSchema, outlinePattern, packHead, packId, pattern } from './fields.ts';
import { rulesPackSchema } from './rules-pack.ts';

/** Whom an outline item addresses: `named` 乡镇（街道） by name, `all` every level, `county` and above only. */
export const townshipLevelSchema = z.enum(['named', 'all', 'county']);
export type TownshipLevel = z.infer<typeof townshipLevelSchema>;

/** First and last report year a pack applies to; null is open. */
const yearsSchema = z
  .object({ from: z.number().int().nullable(), to: z.number().int().nullable() })
  .readonly();

/** An item of an outline, `（十三）`. */
export const outlineItemSchema = z
  .object({
    /** `2021-13`: the outline's first year and the item's ordinal. */
    id: z.string().regex(/^\d{4}-\d{1,2}$/u),
    ordinal: z.number().int().positive(),
    title: z.string().min(1),
    summary: z.string().min(1),
    level: townshipLevelSchema,
    confidence: confidenceSchema,
    /** Words that show that a text speaks of this item. */
    keywords: z.array(z.string().min(1)).readonly(),
  })
  .readonly();
export type OutlineItem = z.infer<typeof outlineItemSchema>;

/** A dated outline with its chapters and items. */
export const outlinePackSchema = z
  .object({
    kind: z.literal('outline'),
    ...packHead,
    /** Full title as a report must cite it, without 《》. */
    citation: z.string().min(1),
    documentNumber: z.string(),
    years: yearsSchema,
    chapters: z
      .array(
        z
          .object({
            ordinal: z.number().int().positive(),
            title: z.string().min(1),
            items: z.array(outlineItemSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type OutlinePack = z.infer<typeof outlinePackSchema>;

/** One question a report must answer. */
export const checkItemSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/u),
    question: z.string().min(1),
    /** Outline item it is drawn from; null for one that rests on another rule. */
    outlineItem: z.string().nullable(),
    /** The article or item in words, as the panel shows it: 纲要（十三）. */
    basis: z.string().min(1),
    confidence: confidenceSchema,
    /** Parts in which the answer may stand. */
    parts: z.array(partKindSchema).min(1).readonly(),
    /** Words of a section heading this question belongs under. */
    topics: z.array(z.string().min(1)).readonly(),
    /**
     * A sentence that matches any of these answers the question. {outline} stands for the title of
     * the outline that applies, however its marks are written; see `fitChecklist`.
     */
    answered: z.array(outlinePattern).readonly(),
    /** A sentence that matches any of these touches the question without answering it. */
    touched: z.array(outlinePattern).readonly(),
    /** Sentences the writer may insert, with 〔…〕 where a fact of the unit's goes; {outline} is filled in. */
    phrases: z.array(z.string().min(1)).readonly(),
    /** False for what a unit of this kind may have nothing to say of. */
    required: z.boolean(),
  })
  .readonly();
export type CheckItem = z.infer<typeof checkItemSchema>;

/** Check items that go with one outline. */
export const checklistPackSchema = z
  .object({
    kind: z.literal('checklist'),
    ...packHead,
    outline: packId,
    items: z.array(checkItemSchema).readonly(),
  })
  .readonly();
export type ChecklistPack = z.infer<typeof checklistPackSchema>;

/** How one kind of part is headed. */
export const templatePartSchema = z
  .object({
    kind: partKindSchema,
    required: z.boolean(),
    /** Heading of a new report; {year} and {nextYear} are filled in. */
    heading: z.string().min(1),
    /**
     * Other wordings in use. The tests hold `patterns` to them: each must be recognised as this
     * kind. Nothing offers them to the writer yet.
     */
    variants: z.array(z.string().min(1)).readonly(),
    /** What belongs here, in one or two sentences. */
    guidance: z.string().min(1),
    /** Section headings a blank report starts with. */
    sections: z
      .array(z.object({ heading: z.string().min(1), guidance: z.string() }).readonly())
      .readonly(),
    /** A heading that matches any of these is of this kind; see `recognition` for the order. */
    patterns: z.array(pattern).readonly(),
  })
  .readonly();
export type TemplatePart = z.infer<typeof templatePartSchema>;

/** The form of a report: parts, headings, deadlines. */
export const templatePackSchema = z
  .object({
    kind: z.literal('template'),
    ...packHead,
    /** Title of a new report; {unit}, {year} are filled in. */
    titlePattern: z.string().min(1),
    /** Other titles in use. A record of practice: nothing offers them to the writer yet. */
    titleVariants: z.array(z.string().min(1)).readonly(),
    /** Whom such reports are sent to. A record of practice: nothing offers them to the writer yet. */
    addressees: z.array(z.string().min(1)).readonly(),
    /** Opening of a new report; {unit}, {year}, {nextYear}, {outline} are filled in. */
    preamble: z.array(z.string()).readonly(),
    /** In the order of the rule. */
    parts: z.array(templatePartSchema).min(4).readonly(),
    /** Orders of parts seen in practice. A record: any order of the parts is accepted. */
    orders: z
      .array(
        z
          .object({ title: z.string().min(1), parts: z.array(partKindSchema).readonly() })
          .readonly(),
      )
      .readonly(),
    /** The order in which kinds are tried against a heading; the first that matches wins. */
    recognition: z.array(partKindSchema).readonly(),
    /** Yearly deadlines, before the day named. */
    deadlines: z
      .array(
        z
          .object({
            id: packId,
            title: z.string().min(1),
            month: z.number().int().min(1).max(12),
            day: z.number().int().min(1).max(31),
            source: z.string().min(1),
            confidence: confidenceSchema,
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type TemplatePack = z.infer<typeof templatePackSchema>;

export const packSchema = z.discriminatedUnion('kind', [
  templatePackSchema,
  outlinePackSchema,
  checklistPackSchema,
  rulesPackSchema,
  documentsPackSchema,
]);
export type Pack = z.infer<typeof packSchema>;
