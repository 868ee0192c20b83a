import { z } from 'zod';
import { checklistPackSchema } from './checklist-pack.ts';
import { disclosurePackSchema } from './disclosure-pack.ts';
import { documentsPackSchema } from './documents-pack.ts';
import { layoutPackSchema } from './layout-pack.ts';
import { officePackSchema } from './office-pack.ts';
import { outlinePackSchema } from './outline-pack.ts';
import { rulesPackSchema } from './rules-pack.ts';
import { templatePackSchema } from './template-pack.ts';
import { unitsPackSchema } from './units-pack.ts';

/** Any pack, told by its `kind`. */
export const packSchema = z.discriminatedUnion('kind', [
  templatePackSchema,
  outlinePackSchema,
  checklistPackSchema,
  rulesPackSchema,
  documentsPackSchema,
  unitsPackSchema,
  officePackSchema,
  disclosurePackSchema,
  layoutPackSchema,
]);
export type Pack = z.infer<typeof packSchema>;
