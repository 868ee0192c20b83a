import { z } from 'zod';
import { partKindSchema } from '../model/index.ts';

/** What the writer chooses for a blank draft where the template or the county offers several. */
export const blankFormSchema = z
  .object({
    /** {unit} and {year} are filled in. */
    titlePattern: z.string().min(1).max(200).optional(),
    /** Empty for none. */
    addressee: z.string().max(200).optional(),
    order: z.array(partKindSchema).max(5).readonly().optional(),
  })
  .readonly();
export type BlankForm = z.infer<typeof blankFormSchema>;
