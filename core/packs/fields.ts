import { z } from 'zod';

/**
 * How sure we are of a statement in a pack. `verified`: read at its source. `secondary`: read in a
 * mirror. `unconfirmed`: believed right, not re-read; it may advise and never blocks.
 */
export const confidenceSchema = z.enum(['verified', 'secondary', 'unconfirmed']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** Longest name of a pack or of a piece of one: file names and what is kept of a question hold it. */
export const longestId = 100;

/** Name of a pack or of a piece of one: small Latin letters, figures and hyphens. */
export const packId = z
  .string()
  .max(longestId)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch (error) {
    return !(error instanceof SyntaxError);
  }
}

/** Longest regular expression, in UTF-16 units: five times the app's longest. */
export const longestPattern = 2000;
const patternSource = z.string().max(longestPattern, { abort: true });

/** Words a person reads: what stands there is more than blanks, and blanks around it are dropped. */
export const words = z.string().trim().min(1);

/** A regular expression in source form; compiled with the `u` flag. */
export const pattern = patternSource.refine(compiles);

/** The same with {outline} as a place to fill in first; see `fillOutlinePattern`. */
export const outlinePattern = patternSource.refine((source) =>
  compiles(source.replaceAll('{outline}', '')),
);

/** The version of the pack format that this program reads. */
export const packFormat = 1;

/** What every pack begins with. */
export const packHead = {
  /** Version of the format the file is written in. */
  format: z.literal(packFormat),
  id: packId,
  title: words.max(200),
  /** The rule or practice this pack rests on, in words. */
  source: words,
  /** The day its content was last looked over, ISO. */
  date: z.iso.date(),
  confidence: confidenceSchema,
};

/** First and last report year something applies to; null is open. */
export const yearsSchema = z
  .strictObject({ from: z.number().int().nullable(), to: z.number().int().nullable() })
  .readonly();
export type Years = z.infer<typeof yearsSchema>;

/** True when `year` lies in `years`; every year does where none are named. */
export function isInYears(years: Years | undefined, year: number): boolean {
  return (years?.from ?? year) <= year && year <= (years?.to ?? year);
}
