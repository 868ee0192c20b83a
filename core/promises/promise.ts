import { z } from 'zod';
import type { Place } from '../api/shapes.ts';
import { idSchema } from '../model/report.ts';

/** What has come of a promise: 已完成, 部分完成, 未完成. */
export const outcomeSchema = z
  .object({
    state: z.enum(['done', 'partly', 'not']),
    /** Why, or how far; may be empty for what is done. */
    note: z.string().max(2000),
    /** The block of this year's report that tells of it; null when none was named. */
    blockId: idSchema.nullable(),
  })
  .readonly();
export type Outcome = z.infer<typeof outcomeSchema>;

/** One thing last year's plan promised to do. */
export interface PlanPromise {
  /** Stable for one base: the block it stands in and its ordinal there. */
  readonly id: string;
  /** The words, without 一是 and its like and without a number. */
  readonly text: string;
  /** Heading of the section or sub-heading it stands under; empty when there is none. */
  readonly heading: string;
  /** Where it stands in last year's report. */
  readonly place: Place;
}

/** A promise with what has come of it. */
export interface PromiseReview {
  readonly promise: PlanPromise;
  readonly outcome: Outcome | null;
  /** Places of this year's report that may tell of it, the likeliest first. */
  readonly suggestions: readonly Place[];
}
