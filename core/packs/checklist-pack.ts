import { z } from 'zod';
import { partKindSchema } from '../model/index.ts';
import {
  confidenceSchema,
  longestId,
  outlinePattern,
  packHead,
  packId,
  words,
  yearsSchema,
} from './fields.ts';
import { unitKindSchema } from './units-pack.ts';

/** A named number that answers a question; one id has one name and one unit wherever it stands. */
export const figureSchema = z
  .strictObject({
    id: packId,
    /** 调解纠纷件数. A blank 〔调解纠纷件数〕 in the item's sentences takes its value. */
    name: words,
    /** 件, 人次, %. */
    unit: z.string().trim(),
  })
  .readonly();
export type AskedFigure = z.infer<typeof figureSchema>;

/** One question a report must answer. */
export const checkItemSchema = z
  .strictObject({
    id: z
      .string()
      .max(longestId)
      .regex(/^[a-z0-9-]+$/u),
    question: words.max(500),
    /** How an office is asked on a form: 今年组织了几次应急演练？; the question, turned to it, where absent. */
    ask: words.max(500).optional(),
    /** Outline item it is drawn from; null for one that rests on another rule. */
    outlineItem: z.string().nullable(),
    /** Other outline items it speaks to, of any outline: an item of a rule's checklist has no outline of its own. */
    under: z.array(z.string().min(1)).readonly().default([]),
    /** The article or item in words, as the panel shows it: 纲要（十三）. */
    basis: words,
    /** Why it is asked, in a sentence; the outline item's summary stands in where it is empty. */
    why: z.string().trim().default(''),
    confidence: confidenceSchema,
    /** Kinds of units it is asked of; every kind when absent. */
    unitKinds: z.array(unitKindSchema).min(1).readonly().optional(),
    /** Report years it is asked in; those of its pack when absent. */
    years: yearsSchema.optional(),
    /** Parts in which the answer may stand. */
    parts: z.array(partKindSchema).min(1).readonly(),
    /** Words of a section heading this question belongs under. */
    topics: z.array(words).readonly(),
    /**
     * A sentence that matches any of these answers the question. {outline} stands for the title of
     * the outline that applies, however its marks are written; see `fitChecklist`.
     */
    answered: z.array(outlinePattern).readonly(),
    /** A sentence that matches any of these touches the question without answering it. */
    touched: z.array(outlinePattern).readonly(),
    /**
     * Who decides instead of the patterns, where a report names its shortcomings: whether the plan takes
     * up each of them, or whether each has its cause. The patterns decide where none is found.
     */
    judge: z.enum(['plan-answers-shortcomings', 'shortcomings-have-causes']).optional(),
    /** Sentences the writer may insert, with 〔…〕 where a fact of the unit's goes; {outline} is filled in. */
    phrases: z.array(words).readonly(),
    /** What shows that it was done: 会议纪要, 调解台账. */
    evidence: z.array(words).readonly().default([]),
    figures: z.array(figureSchema).readonly().default([]),
    /** Ids of the offices that can answer it; the first is asked. */
    departments: z.array(packId).readonly().default([]),
    /** Reasons for which a unit may have nothing to say of it: 本镇未承接行政执法事项. */
    reasons: z.array(words).readonly().default([]),
    /** False for what a unit of this kind may have nothing to say of. */
    required: z.boolean(),
  })
  .readonly();
export type CheckItem = z.infer<typeof checkItemSchema>;

/** Check items that go with one outline, or rest on another rule and are asked beside any outline's. */
export const checklistPackSchema = z
  .strictObject({
    kind: z.literal('checklist'),
    ...packHead,
    /** Null for a rule's: its items are asked in every year of `years`, beside the outline's. */
    outline: packId.nullable(),
    years: yearsSchema.optional(),
    items: z.array(checkItemSchema).readonly(),
  })
  .readonly();
export type ChecklistPack = z.infer<typeof checklistPackSchema>;
