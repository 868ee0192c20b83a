import { z } from 'zod';
import { pattern } from './fields.ts';

const patterns = z.array(pattern).readonly();
const words = z.array(z.string().min(1)).readonly();

/** The words by which a report's parts are judged as a whole. Those of several packs add up. */
export const reviewWordsSchema = z
  .strictObject({
    /** Words that tell why: 原因, 由于. */
    causes: patterns,
    /** A sentence that tells the cause of all shortcomings together: 以上问题的主要原因是. */
    causesAll: patterns.default([]),
    /** A sentence of the plan that takes up all shortcomings together: 针对以上不足逐项整改. */
    answersAll: patterns.default([]),
    /** Words of a sentence that names a fault: 不足, 有待. */
    faults: patterns,
    /** How the leaders are called. */
    leaders: z.strictObject({ secretary: patterns, head: patterns, both: patterns }).readonly(),
    /** What a leader does in person, looked for behind the leader in a sentence: 主持, 听取. */
    acts: patterns,
    /** What stands right behind a leader who is only named: 为组长. */
    notActs: patterns,
    /** Words that any fault and any measure share, and that tell nothing of which is meant. */
    common: words,
    /** Groups of words for one matter: 普法 and 法治宣传. */
    kin: z.array(words).readonly(),
  })
  .readonly();
export type ReviewWords = z.infer<typeof reviewWordsSchema>;
