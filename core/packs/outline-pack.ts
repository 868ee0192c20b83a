import { z } from 'zod';
import { confidenceSchema, packHead, yearsSchema } from './fields.ts';

/** Whom an outline item addresses: `named` 乡镇（街道） by name, `all` every level, `county` and above only. */
export const townshipLevelSchema = z.enum(['named', 'all', 'county']);
export type TownshipLevel = z.infer<typeof townshipLevelSchema>;

/** An item of an outline, `（十三）`. */
export const outlineItemSchema = z
  .strictObject({
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
  .strictObject({
    kind: z.literal('outline'),
    ...packHead,
    /** Full title as a report must cite it, without 《》. */
    citation: z.string().min(1),
    documentNumber: z.string(),
    years: yearsSchema,
    chapters: z
      .array(
        z
          .strictObject({
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
