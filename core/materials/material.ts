import { z } from 'zod';

/** What is kept of a material besides its content. */
export const materialFactsSchema = z
  .object({
    /** The report year it belongs to. */
    year: z.number().int().min(1990).max(2199),
    title: z.string().max(200),
    /** The words of a note, or those read from a file; empty where a file has none that can be read. */
    text: z.string().max(300_000),
    /** The day it is of, ISO; null where not told. */
    happenedOn: z.iso.date().nullable(),
    /** Name of the office it came from; may be empty. */
    department: z.string().max(100),
    /** Check items it is for. */
    itemIds: z.array(z.string().min(1).max(100)).max(100).readonly(),
  })
  .readonly();
export type MaterialFacts = z.infer<typeof materialFactsSchema>;

/** What changes in the facts of a material; what is absent stays. */
export const materialChangeSchema = materialFactsSchema.unwrap().partial().readonly();
export type MaterialChange = z.infer<typeof materialChangeSchema>;

/** The most of a text that a list of materials holds: all of a note, and the beginning of a long file. */
export const LISTED_TEXT_CHARACTERS = 4000;

/** 素材: a note, a file or a filled form kept through the year. */
export interface Material extends MaterialFacts {
  readonly id: string;
  readonly kind: 'note' | 'file' | 'form';
  /** Name of the file that is kept as it came; null for a note. */
  readonly fileName: string | null;
  /** Bytes of that file; null for a note. */
  readonly fileSize: number | null;
  /**
   * Characters of the whole text. A list holds no more than {@link LISTED_TEXT_CHARACTERS} of it in
   * `text`; `materials.read` gives the rest.
   */
  readonly textLength: number;
  /** ISO instants in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Reports it was used in. */
  readonly usedIn: readonly string[];
}

/** 台账: a value of one figure in one year, as an office gave it. */
export interface LedgerEntry {
  readonly year: number;
  readonly figureId: string;
  /** Name of the office; empty for the unit as a whole. */
  readonly department: string;
  readonly value: number;
  readonly note: string;
  /** The filled form it came from; null where it was typed. */
  readonly materialId: string | null;
  /** ISO instant in UTC. */
  readonly recordedAt: string;
}
