import { z } from 'zod';

/**
 * The longest string that content of an import may be, in UTF-16 units: 40 Mi. A file of 30 MB, the
 * largest that is read, is just as long as base64; what is a little larger is told in its own words.
 */
export const IMPORT_STRING_LIMIT = 40 * 1024 * 1024;
export const importString = z.string().max(IMPORT_STRING_LIMIT);

/** A file by its name and its bytes as base64. */
export const fileField = z
  .object({
    name: z.string().min(1).max(260),
    // the length is asked before the letters are: a pattern run over a gigabyte would hold the program
    base64: importString.pipe(z.base64()),
  })
  .readonly();
