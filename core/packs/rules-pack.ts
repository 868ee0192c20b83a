import { z } from 'zod';
import { confidenceSchema, packHead, packId, pattern } from './fields.ts';
import { reviewWordsSchema } from './review-words.ts';
import { untoldWordsSchema } from './untold-words.ts';

/** Passages a word list looks at: every one, running text and headings, or running text and the note. */
const reachSchema = z.enum(['everywhere', 'body', 'text']);

/** Words a report should not hold, and what should stand instead. */
export const wordEntrySchema = z
  .strictObject({
    /** The words; a pattern, so that one entry may stand for a family. */
    find: pattern,
    /** What stands instead, with $1 for the first group; null where no machine can tell. */
    replace: z.string().nullable(),
    /** Longer wordings around it that are right: 法制宣传日. */
    except: z.array(z.string().min(1)).readonly().default([]),
  })
  .readonly();
export type WordEntry = z.infer<typeof wordEntrySchema>;

/** A list of words with one reason to object to them. `id` is the rule its findings name. */
export const wordListSchema = z
  .strictObject({
    id: packId,
    severity: z.enum(['error', 'warning', 'advice']),
    /** What people are told; {words} is what was found first, {instead} what should stand there. */
    message: z.string().min(1),
    where: reachSchema,
    source: z.string().min(1),
    confidence: confidenceSchema,
    entries: z.array(wordEntrySchema).readonly(),
  })
  .readonly();
export type WordList = z.infer<typeof wordListSchema>;

/** A plan or programme with an end, spoken of by name. */
export const cycleSchema = z
  .strictObject({
    find: pattern,
    /** What cycles that follow one another share: `five-year-plan`; absent where nothing follows. */
    family: packId.optional(),
    /** What stands between the marks: 十四五. Needed for naming the one that follows. */
    name: z.string().min(1).optional(),
    /** What stands behind the marks in a sentence: 规划, 普法规划. */
    noun: z.string().optional(),
    /** Its first year. */
    from: z.number().int().optional(),
    /** Its last year. */
    to: z.number().int(),
    confidence: confidenceSchema,
  })
  .readonly();
export type Cycle = z.infer<typeof cycleSchema>;

/** How a year of a cycle is spoken of; {name}, {noun} and, in `other`, {ordinal} (第三 without 第) are filled in. */
export const cycleYearsSchema = z
  .strictObject({ first: z.string().min(1), last: z.string().min(1), other: z.string().min(1) })
  .readonly();
export type CycleYears = z.infer<typeof cycleYearsSchema>;

/** A party congress with the plenary sessions of the committee it elected. */
export const congressSchema = z
  .strictObject({
    ordinal: z.number().int().positive(),
    year: z.number().int(),
    /** Years of the first, second … plenary session, as far as they are known. */
    plenums: z.array(z.number().int()).readonly(),
    confidence: confidenceSchema,
  })
  .readonly();
export type Congress = z.infer<typeof congressSchema>;

/** Words that look like names of places and are none, and names that need their suffix to be one. */
export const placeWordsSchema = z
  .strictObject({
    /** Longer wordings in which a name of a place means none: 北京冬奥会, 沿海城市. */
    except: z.array(z.string().min(1)).readonly(),
    /** Words before 镇, 乡, 区 and the like that make no name: 城, 各, 全. */
    common: z.array(z.string().min(1)).readonly(),
    /** What stands behind the name of a unit, its organs, beside those of every county: 人民政府, 司法所. */
    organs: z.array(z.string().min(1)).readonly().default([]),
    /** What ends the name of a firm or school that begins with a place: 大学, 事务所. */
    firms: z.array(z.string().min(1)).readonly().default([]),
    /** Words no name holds: a name guessed by its shape begins behind them. */
    before: z.array(z.string().min(1)).readonly(),
  })
  .readonly();
export type PlaceWords = z.infer<typeof placeWordsSchema>;

/** What proofreading knows of words, plans and meetings. Several such packs add up. */
export const rulesPackSchema = z
  .strictObject({
    kind: z.literal('rules'),
    ...packHead,
    wordLists: z.array(wordListSchema).readonly(),
    cycles: z.array(cycleSchema).readonly(),
    cycleYears: cycleYearsSchema.optional(),
    /** Words that show a name without its marks to be a plan's (十四五期间), besides the cycles' own nouns. */
    cycleFollowers: z.array(z.string().min(1)).readonly().optional(),
    /** Words of a sentence that speaks of a plan, programme or outline as of something past. */
    pastWords: z.array(z.string().min(1)).readonly(),
    congresses: z.array(congressSchema).readonly(),
    /** Words that begin with 大 and follow a number behind 党的 without naming a congress, 大 left out: 事, 最. */
    congressStops: z.array(z.string().min(1)).readonly().optional(),
    /** Wordings whose numbers are no figures: 12345热线, 第一责任人, “1+2+N”. */
    setNumbers: z.array(pattern).readonly().optional(),
    placeWords: placeWordsSchema.optional(),
    /** By which the parts of a report are judged as a whole. */
    reviewWords: reviewWordsSchema.optional(),
    /** By which a sentence is told apart that speaks of others, of last year, or of what is yet to be done. */
    untoldWords: untoldWordsSchema.optional(),
  })
  .readonly();
export type RulesPack = z.infer<typeof rulesPackSchema>;
