import { z } from 'zod';
import type { figureSchema } from '../packs/checklist-pack.ts';

/** A question of a form, with the figures that go with it. */
export interface FormQuestion {
  readonly itemId: string;
  readonly question: string;
  /** 纲要（二十）. */
  readonly basis: string;
  readonly evidence: readonly string[];
  readonly figures: readonly z.infer<typeof figureSchema>[];
}

/** 征集表: what one office is asked for one year's report. */
export interface CollectionForm {
  readonly year: number;
  /** Name of the unit that asks. */
  readonly unit: string;
  readonly department: { readonly id: string; readonly name: string };
  readonly questions: readonly FormQuestion[];
}

/** Why something read from a filled form is not certain. */
export const formDoubtSchema = z
  .object({
    /**
     * `question-altered`: its words are not those that were asked. `question-unknown`: nobody asked
     * it. `question-missing`: it was asked and is not there. `figure-unreadable`: what stands in its
     * place is no number. `figure-unit`: another unit stands behind it. `year`, `department`: the
     * form does not say whose it is, or of which year.
     */
    kind: z.enum([
      'question-altered',
      'question-unknown',
      'question-missing',
      'figure-unreadable',
      'figure-unit',
      'figure-unknown',
      'year',
      'department',
    ]),
    /** What it is about, in Chinese, for a person. */
    message: z.string().max(1000),
    itemId: z.string().max(100).nullable(),
  })
  .readonly();
export type FormDoubt = z.infer<typeof formDoubtSchema>;

/** What a filled form says; the person may correct it before it is kept. */
export const filledFormSchema = z
  .object({
    year: z.number().int().min(1990).max(2199),
    department: z.string().max(100),
    answers: z
      .array(
        z
          .object({
            itemId: z.string().max(100).nullable(),
            question: z.string().max(2000),
            text: z.string().max(100_000),
          })
          .readonly(),
      )
      .max(500)
      .readonly(),
    figures: z
      .array(
        z
          .object({
            figureId: z.string().max(100),
            value: z.number(),
            note: z.string().max(1000),
          })
          .readonly(),
      )
      .max(1000)
      .readonly(),
    /** Words of the file that belong to no question: nothing is lost. */
    rest: z.array(z.string()).max(5000).readonly(),
  })
  .readonly();
export type FilledForm = z.infer<typeof filledFormSchema>;

/** A filled form with what is doubtful in it. */
export interface FormReading {
  readonly form: FilledForm;
  readonly doubts: readonly FormDoubt[];
}
