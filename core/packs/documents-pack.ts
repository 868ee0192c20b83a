import { z } from 'zod';
import { confidenceSchema, packHead } from './fields.ts';

/** How a document ceased to be the one to cite. */
export const documentEndSchema = z
  .strictObject({
    /** Revised under its own title, replaced by another, repealed, or run out. */
    how: z.enum(['revised', 'superseded', 'repealed', 'expired']),
    /** First day on which it was no longer the one in force. */
    on: z.iso.date(),
    /** Title of what stands in its place, without 《》; null where there is none or none is known. */
    successor: z.string().min(1).nullable(),
  })
  .readonly();
export type DocumentEnd = z.infer<typeof documentEndSchema>;

/** A law, rule, plan or other paper that reports cite by its title. */
export const namedDocumentSchema = z
  .strictObject({
    /** Without 《》 and without 中华人民共和国. */
    title: z.string().min(2),
    /** Other wordings of the title. */
    aliases: z.array(z.string().min(2)).readonly().default([]),
    /** Document number; empty where it has none or it is not known. */
    number: z.string().default(''),
    /** The year of a wording that is meant only where that year is named with the title; null: the title alone is enough. */
    edition: z.number().int().nullable().default(null),
    /** Day from which it is in force; null where not known. */
    from: z.iso.date().nullable(),
    end: documentEndSchema.nullable(),
    /** What a person should know besides; may be empty. */
    note: z.string().default(''),
    confidence: confidenceSchema,
  })
  .readonly();
export type NamedDocument = z.infer<typeof namedDocumentSchema>;

/** Titles of documents with the time in which they may be cited. Several such packs add up. */
export const documentsPackSchema = z
  .strictObject({
    kind: z.literal('documents'),
    ...packHead,
    documents: z.array(namedDocumentSchema).readonly(),
  })
  .readonly();
export type DocumentsPack = z.infer<typeof documentsPackSchema>;
