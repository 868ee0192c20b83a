import { z } from 'zod';
import { partKindSchema } from '../model/index.ts';
import { checkItemSchema } from './checklist-pack.ts';
import { packHead, words, yearsSchema } from './fields.ts';
import { deadlineSchema } from './template-pack.ts';
import { unitKindSchema } from './units-pack.ts';

/** What a county office asks of its units' reports, as one file: laid over the template and the checklist. */
export const officePackSchema = z
  .strictObject({
    kind: z.literal('office'),
    ...packHead,
    /** Report years it applies to; every year when absent. */
    years: yearsSchema.optional(),
    unitKinds: z.array(unitKindSchema).min(1).readonly().optional(),
    /** Title of a new report; {unit} and {year} are filled in, and must stand there. */
    titlePattern: words.optional(),
    /** The first one is written into a new report. */
    addressees: z.array(words).readonly().default([]),
    /** One with an id of the template stands in its place; others are added. */
    deadlines: z.array(deadlineSchema).readonly().default([]),
    /** Headings of a new report, by kind of part; {year} and {nextYear} are filled in. */
    headings: z
      .array(z.strictObject({ part: partKindSchema, heading: words }).readonly())
      .readonly()
      .default([]),
    /** Questions of its own. */
    items: z.array(checkItemSchema).readonly().default([]),
    /** Ids of items of other packs that every report must answer here. */
    required: z.array(z.string().min(1)).readonly().default([]),
  })
  .readonly();
export type OfficePack = z.infer<typeof officePackSchema>;
