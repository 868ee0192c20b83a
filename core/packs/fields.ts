import { z } from 'zod';

/**
 * How sure we are of a statement in a pack. `verified`: read at its source. `secondary`: read in a
 * mirror. `unconfirmed`: believed right, not re-read; it may advise and never blocks.
 */
export const confidenceSchema = z.enum(['verified', 'secondary', 'unconfirmed']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** Name of a pack or of a piece of one: small Latin letters, figures and hyphens. */
export const packId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
/**
 * A regular expression in source form; compiled with the `u` flag. {outline} is a place to fill in
 * before that, see `fillOutlinePattern`.
 */
export const pattern = z.string().refine(
  (source) => {
    try {
      return new RegExp(source.replaceAll('{outline}', ''), 'u') instanceof RegExp;
    } catch (error) {
      return !(error instanceof SyntaxError);
    }
  },
  { error: '这条匹配用的写法（正则表达式）不对' },
);
/** What every pack begins with. */
export const packHead = {
  id: packId,
  title: z.string().min(1),
  /** The rule or practice this pack rests on, in words. */
  source: z.string().min(1),
  confidence: confidenceSchema,
};
