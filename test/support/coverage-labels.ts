import { z } from 'zod';

/** What a person who read the report says of one question. */
export const coverageLabelSchema = z
  .strictObject({
    state: z.enum(['answered', 'partly', 'missing']),
    /**
     * Where it says so: fragments of our own fixture's text, or ordinals of blocks in reading order
     * from 0 (`listBlocks`). Labels of published reports name ordinals only and quote nothing.
     */
    where: z.array(z.union([z.string().min(1), z.number().int().min(0)])).optional(),
    /** Why, where two people might judge otherwise. */
    note: z.string().optional(),
  })
  .readonly();
export type CoverageLabel = z.infer<typeof coverageLabelSchema>;

/** A hand-labelled report: `test/fixtures/coverage/*.json`. */
export const labelledReportSchema = z
  .strictObject({
    /**
     * `seed:000` for the published report whose file name begins so, else the path of a text file of
     * our own beside the labels.
     */
    report: z.string().min(1),
    /** Year of the report: it decides which outline and checklist it is judged by. */
    year: z.number().int(),
    /** Full name of the unit; it decides which questions are asked. */
    unit: z.string().min(1),
    /** True for one that nobody has tuned the patterns on, nor should. */
    blind: z.boolean().default(false),
    /** By the id of the question. Questions without a label are left out of the count. */
    labels: z.record(z.string(), coverageLabelSchema).readonly(),
  })
  .readonly();
export type LabelledReport = z.infer<typeof labelledReportSchema>;
