import { z } from 'zod';
import { type FormReading, filledFormSchema } from '../forms/form.ts';
import {
  type LedgerEntry,
  type Material,
  materialChangeSchema,
  materialFactsSchema,
} from '../materials/material.ts';
import { idSchema, pieceSchema, reportSchema, yearSchema } from '../model/index.ts';
import type { AppliedPacks, PackNotice } from '../packs/index.ts';
import type { PlaceList } from '../places/place-list.ts';
import { type Outcome, outcomeSchema } from '../promises/promise.ts';
import { blankFormSchema } from '../roll-forward/blank-form.ts';
import { type ExportOutputs, exportInputs } from './export-contract.ts';
import { fileField, importString } from './fields.ts';
import type { Notice } from './notice.ts';
import {
  type AddedMaterial,
  type AppInfo,
  answerSchema,
  type CheckResult,
  type Delivery,
  type FileDelivery,
  type ImportReading,
  type OpenedReport,
  type PackSummary,
  type ReadingProgress,
  type ReadMaterial,
  type ReportSummary,
  type RollPreview,
  reportStatusSchema,
  type Settings,
  type StampedSelfCheck,
  settingsSchema,
} from './shapes.ts';

/**
 * A file's bytes as base64, or text from the clipboard. `html` is the clipboard's page of the same words,
 * for what it says of lists and headings; `text` is what is kept, and read where the page says less.
 */
const importContentSchema = z.discriminatedUnion('kind', [
  // the length is asked before the letters are: a pattern run over a gigabyte would hold the program
  z.object({ kind: z.literal('file'), base64: importString.pipe(z.base64()) }).readonly(),
  z.object({ kind: z.literal('text'), text: importString }).readonly(),
  z.object({ kind: z.literal('html'), html: importString, text: importString }).readonly(),
]);
export type ImportContent = z.infer<typeof importContentSchema>;

/** How many planned changes a choice can be made of: more than the longest report has words to change. */
export const mostChoices = 20_000;
const choicesSchema = z
  .record(z.string().max(200), z.boolean())
  .refine((choices) => Object.keys(choices).length <= mostChoices, `最多 ${mostChoices} 处`);

const outcomePatchSchema = outcomeSchema.unwrap().partial().readonly();
/** What changes in an answer to a promise. */
export type OutcomePatch = z.infer<typeof outcomePatchSchema>;

const nothing = z.object({}).readonly();
const byPack = z.object({ kind: z.string().max(40), packId: z.string().max(200) }).readonly();
const byYear = z.object({ year: yearSchema }).readonly();
const byMaterial = z.object({ materialId: idSchema }).readonly();
const byReport = z.object({ reportId: idSchema }).readonly();
const byReading = z.object({ readingId: idSchema }).readonly();
const issuersField = z.array(z.string().min(1).max(100)).min(1).max(4).readonly();

/**
 * Input of every method. Both carriers parse with these before a service runs.
 * An input that does not fit gives `input/invalid`.
 */
export const inputs = {
  'app.info': nothing,
  'settings.get': nothing,
  'settings.set': z.object({ change: settingsSchema.unwrap().partial() }).readonly(),
  /** `issuers` tell the kind of unit; those of the settings when absent. */
  'packs.forYear': z.object({ year: yearSchema, issuers: issuersField.optional() }).readonly(),
  /** Every pack in use, the app's and one's own, with where it comes from. */
  'packs.list': nothing,
  /** Takes a pack file up. One that is no pack gives `pack/refused` with every fault, and nothing changes. */
  'packs.import': fileField,
  /** Gives a pack as a file, to pass on or to change. */
  'packs.export': byPack,
  /** Puts an own pack aside; the app's pack of that name counts again. `pack/not-own` for one of the app's. */
  'packs.remove': byPack,
  /** The list of the country's places, for telling foreign names. */
  'places.get': nothing,
  'library.list': nothing,
  /** What was removed, the latest removed first. */
  'library.listRemoved': nothing,
  /** Hides a report; `library.restore` brings it back. */
  'library.remove': byReport,
  'library.restore': byReport,
  /** Adds the worked sample. */
  'library.addSample': nothing,
  /**
   * Reads a foreign file into a report without storing anything. A `readingId` of the caller's
   * makes its progress known and lets it be cancelled.
   */
  'import.read': z
    .object({
      name: z.string().min(1).max(260),
      content: importContentSchema,
      readingId: idSchema.optional(),
    })
    .readonly(),
  'import.progress': byReading,
  /** Ends a reading: its `import.read` answers `import/cancelled`. Does nothing for one that is not under way. */
  'import.cancel': byReading,
  /** Keeps what was read, as the person left it, in the library with the untouched original. */
  'import.keep': z
    .object({
      name: z.string().min(1).max(260),
      content: importContentSchema,
      report: reportSchema,
    })
    .readonly(),
  'report.create': z
    .object({
      year: yearSchema,
      issuers: issuersField,
      templateId: z.string().optional(),
      start: z.discriminatedUnion('kind', [
        z
          .object({
            kind: z.literal('blank'),
            /** What the writer chose of what the template offers. */
            form: blankFormSchema.optional(),
          })
          .readonly(),
        z
          .object({
            kind: z.literal('report'),
            reportId: idSchema,
            /** Of the `report.planRoll` that the choices were made in; another one gives `roll/base-changed`. */
            baseRevision: z.number().int().nonnegative().optional(),
            /** By key of a planned change: whether to make it, where the writer chose otherwise than planned. */
            choices: choicesSchema.readonly().optional(),
          })
          .readonly(),
      ]),
    })
    .readonly(),
  /** What `report.create` would change in a report of the library, for the writer to look over. */
  'report.planRoll': z
    .object({
      reportId: idSchema,
      year: yearSchema,
      issuers: issuersField,
      templateId: z.string().optional(),
    })
    .readonly(),
  'report.open': byReport,
  /**
   * Saves the pieces that changed. `order` lists every piece of the draft, front first and closing
   * last: a piece not listed is removed. A stale `baseRevision` gives `report/conflict`. With
   * `overwrite` the stored state is kept as a snapshot first: what another window saved gives way
   * to this, and can be got back.
   */
  'report.save': z
    .object({
      reportId: idSchema,
      baseRevision: z.number().int().nonnegative(),
      changed: z.array(pieceSchema).readonly(),
      order: z.array(idSchema).readonly(),
      overwrite: z.literal(true).optional(),
    })
    .readonly(),
  'report.answer': z
    .object({
      reportId: idSchema,
      itemId: z.string().min(1).max(100),
      answer: answerSchema.nullable(),
    })
    .readonly(),
  /** Confirms 待更新 chips as they stand, or takes that back. */
  'report.confirm': z
    .object({
      reportId: idSchema,
      keys: z.array(z.string().min(1).max(300)).max(5000).readonly(),
      confirmed: z.boolean(),
    })
    .readonly(),
  /**
   * Says what has come of one of last year's promises: what `outcome` names is kept, the rest stays as
   * it is, the first answer must name a `state`; null takes the answer back.
   */
  'report.answerPromise': z
    .object({
      reportId: idSchema,
      promiseId: z.string().min(1).max(200),
      outcome: outcomePatchSchema.nullable(),
    })
    .readonly(),
  'report.setStatus': z.object({ reportId: idSchema, status: reportStatusSchema }).readonly(),
  'report.check': byReport,
  /** Gives the untouched file back that a report, or the one it was rolled forward from, was imported from. */
  'report.original': byReport,
  /**
   * Writes the .docx: where the person chose (Electron), or as a download (browser). `countOpen` is
   * false for a caller who knows what is still open in the report: it is then not counted again.
   */
  'report.export': z
    .object({
      reportId: idSchema,
      copy: z.enum(['filing', 'public']),
      countOpen: z.boolean().optional(),
    })
    .readonly(),
  /** The self-check sheet of a report as it is stored. */
  'report.selfCheck': byReport,
  /** The same as a .docx. */
  'report.exportSelfCheck': byReport,
  /**
   * The materials of a report year, the latest first, each with the beginning of its text; with
   * `search`, those that hold these words anywhere.
   */
  'materials.list': z
    .object({ year: yearSchema, search: z.string().max(100).optional() })
    .readonly(),
  /** The whole of one material, with its picture where it is one. */
  'materials.read': byMaterial,
  /**
   * Keeps a note, or a file as it is with the words that can be read from it; a file that cannot be
   * read is kept all the same. `import/too-large` or `import/empty` for one that is not kept.
   */
  'materials.add': z.object({ facts: materialFactsSchema, file: fileField.optional() }).readonly(),
  'materials.change': z.object({ materialId: idSchema, change: materialChangeSchema }).readonly(),
  /** Hides a material; `materials.restore` brings it back. */
  'materials.remove': byMaterial,
  'materials.restore': byMaterial,
  /** Gives the file of a material back as it came. */
  'materials.file': byMaterial,
  /** Says that a material was used in a report, or was not after all. */
  'materials.use': z
    .object({ materialId: idSchema, reportId: idSchema, used: z.boolean() })
    .readonly(),
  'ledger.list': byYear,
  /** Keeps the value an office gave for a figure; null takes it back. */
  'ledger.set': z
    .object({
      year: yearSchema,
      figureId: z.string().min(1).max(100),
      department: z.string().max(100),
      value: z.number().nullable(),
      note: z.string().max(1000),
    })
    .readonly(),
  /** One .docx for each office with what it is asked for the report of a year, in one go. */
  'forms.export': z
    .object({
      year: yearSchema,
      /** The day by which they are wanted back, and whom they go to; left out where absent. */
      returnBy: z.iso.date().optional(),
      contact: z.string().max(100).optional(),
    })
    .readonly(),
  /** Reads a filled form; nothing is stored. `form/not-a-form` for any other file. */
  'forms.read': fileField,
  /** Keeps what was read, as the person left it, as material and figures, with the file itself. */
  'forms.keep': z.object({ form: filledFormSchema, file: fileField }).readonly(),
  /** The deadlines of a report year as a calendar file. */
  'deadlines.calendar': byYear,
  ...exportInputs,
} as const;

/** Every method's name. */
export type MethodName = keyof typeof inputs;
export const methodNames = Object.keys(inputs) as readonly MethodName[];

/** What a method takes. */
export type Input<Name extends MethodName> = z.infer<(typeof inputs)[Name]>;

/** What each method gives when it succeeds. */
export interface Outputs extends ExportOutputs {
  'app.info': AppInfo;
  'settings.get': Settings;
  'settings.set': Settings;
  'packs.forYear': AppliedPacks;
  'places.get': PlaceList;
  'library.list': readonly ReportSummary[];
  'library.listRemoved': readonly ReportSummary[];
  'library.remove': null;
  'library.restore': null;
  'library.addSample': { readonly reportId: string };
  'import.read': ImportReading;
  'import.progress': ReadingProgress;
  'import.cancel': null;
  'import.keep': { readonly reportId: string };
  'report.create': { readonly reportId: string; readonly notices: readonly Notice[] };
  'report.planRoll': RollPreview;
  'report.open': OpenedReport;
  /** `savedAt` is the ISO instant at which the data was durable. */
  'report.save': { readonly revision: number; readonly savedAt: string };
  'report.answer': { readonly savedAt: string };
  'report.confirm': { readonly savedAt: string };
  /** `outcome` as it is now kept, with what other windows said; null when it was taken back. */
  'report.answerPromise': { readonly savedAt: string; readonly outcome: Outcome | null };
  'report.setStatus': null;
  'report.check': CheckResult;
  'report.original': FileDelivery;
  'report.export': Delivery;
  'packs.list': readonly PackSummary[];
  'packs.import': {
    readonly pack: PackSummary;
    /** An own pack of that name was in use before. */
    readonly replaced: boolean;
    /** Where its file is kept, below the folder of own packs; null where there was none. */
    readonly keptAside: string | null;
    readonly notices: readonly PackNotice[];
  };
  'packs.export': FileDelivery;
  'packs.remove': null;
  'report.selfCheck': StampedSelfCheck;
  'report.exportSelfCheck': FileDelivery;
  'materials.list': readonly Material[];
  'materials.read': ReadMaterial;
  'materials.add': AddedMaterial;
  'materials.change': Material;
  'materials.remove': null;
  'materials.restore': null;
  'materials.file': FileDelivery;
  'materials.use': Material;
  'ledger.list': readonly LedgerEntry[];
  'ledger.set': { readonly savedAt: string };
  'forms.export': FileDelivery;
  'forms.read': FormReading;
  'forms.keep': { readonly materialIds: readonly string[]; readonly figures: number };
  'deadlines.calendar': FileDelivery;
}
export type Output<Name extends MethodName> = Outputs[Name];
