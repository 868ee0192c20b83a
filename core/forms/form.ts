import { z } from 'zod';
import type { AskedFigure } from '../packs/index.ts';

/** A figure a form asks for, with what is known of the year before. */
export interface FormFigure extends AskedFigure {
  /** Last year's value in the ledger; null where there is none. */
  readonly lastYear: number | null;
}

/** A question of a form, with the figures that go with it. */
export interface FormQuestion {
  readonly itemId: string;
  /** As the office is asked. */
  readonly question: string;
  /** 纲要（二十）. */
  readonly basis: string;
  readonly evidence: readonly string[];
  readonly figures: readonly FormFigure[];
  /** `reference`: another office is asked first, and this one may add to it. */
  readonly role: 'asked' | 'reference';
  /** False for one that may be left open: 选填. */
  readonly required: boolean;
}

/** 征集表: what one office is asked for one year's report. */
export interface CollectionForm {
  readonly year: number;
  /** Name of the unit that asks. */
  readonly unit: string;
  readonly department: { readonly id: string; readonly name: string };
  /** Those it is asked first, then those it may add to; of either, those that must be answered stand first. */
  readonly questions: readonly FormQuestion[];
}

/** What is printed on every form besides its questions; either may be empty. */
export interface FormNote {
  /** ISO day by which the form is wanted back. */
  readonly returnBy: string;
  /** Whom to send it to. */
  readonly contact: string;
}

/** Why something read from a filled form is not certain. */
export const formDoubtSchema = z
  .object({
    /**
     * `question-altered`: its words are not those that were asked. `question-unknown`: nobody asked
     * it. `question-missing`: it was asked and is not there. `figure-unreadable`: what stands in its
     * place is no plain number. `figure-unit`: another unit stands behind it.
     * `figure-altered`: its name or the head over it is not the printed one. `year`, `department`:
     * the form does not say whose it is, or of which year, or says it twice.
     */
    kind: z.enum([
      'question-altered',
      'question-unknown',
      'question-missing',
      'figure-unreadable',
      'figure-unit',
      'figure-altered',
      'figure-unknown',
      'year',
      'department',
    ]),
    /** What it is about, in Chinese, for a person. */
    message: z.string().max(5000),
    itemId: z.string().max(100).nullable(),
    figureId: z.string().max(100).nullable(),
    /** Which of the reading's answers it is about. */
    answer: z.number().int().nonnegative().nullable(),
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
            /** Null for a question nobody asked. */
            itemId: z.string().min(1).max(100).nullable(),
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
            figureId: z.string().min(1).max(100),
            /** Null where something stands in its place that is no number: it is in `note`. */
            value: z.number().nullable(),
            note: z.string().max(1000),
          })
          .readonly(),
      )
      .max(1000)
      .readonly(),
    /** Words of the file that belong to no question: nothing is lost. */
    rest: z.array(z.string().max(100_000)).max(5000).readonly(),
  })
  .readonly();
export type FilledForm = z.infer<typeof filledFormSchema>;
export type FilledAnswer = FilledForm['answers'][number];
export type FilledFigure = FilledForm['figures'][number];

/** A filled form with what is doubtful in it. */
export interface FormReading {
  readonly form: FilledForm;
  readonly doubts: readonly FormDoubt[];
}
