import { z } from 'zod';
import { pattern } from './fields.ts';

const patterns = z.array(pattern).readonly();

/**
 * Words of a sentence that speaks of something else than what the unit did this year: it touches a
 * question and does not answer it. Those of several packs add up.
 */
export const untoldWordsSchema = z
  .strictObject({
    /** How the year before is called, besides its number: 去年. */
    lastYear: patterns,
    /** Words that set last year's figure beside this year's: 比, 增长. */
    compared: patterns,
    /** A stretch that tells what others ask for: 上级要求……不少于. */
    demands: patterns,
    /** A stretch that tells what is aimed at; it answers nothing where the part tells what was done. */
    goals: patterns,
    /** A stretch that tells what would be done if something happened: 如有……应当. */
    conditions: patterns,
    /** A stretch that tells what has run out or is yet to come: 已过期, 尚待. */
    pending: patterns,
    /** Bodies that are not the unit, as the subject of a clause: 县政府. */
    others: patterns,
    /** Words by which the unit speaks of itself, and that end what is told of others: 我镇. */
    own: patterns,
  })
  .readonly();
export type UntoldWords = z.infer<typeof untoldWordsSchema>;
