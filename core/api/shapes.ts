import { z } from 'zod';
import type { Certificate } from '../conformity/certificate.ts';
import type { Material } from '../materials/material.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks, Confidence } from '../packs/index.ts';
import { unitKindSchema } from '../packs/units-pack.ts';
import type { Outcome, PromiseReview } from '../promises/promise.ts';
import type { ReportReview } from '../review/review.ts';
import type { RollPlan } from '../roll-forward/plan.ts';
import type { Decision } from '../segment/decision.ts';
import type { SourceBlock } from '../segment/source.ts';
import type { SelfCheck } from '../self-check/self-check.ts';
import type { StaleChip } from '../stale/chip.ts';
import type { ApiError } from './error.ts';
import type { Notice } from './notice.ts';

/** Where a report stands: being written, filed upward, or kept as history. */
export const reportStatusSchema = z.enum(['writing', 'filed', 'archived']);
export type ReportStatus = z.infer<typeof reportStatusSchema>;

/** How a question stands; `notApplicable` is said by the writer, never found in a text. */
export const itemStateSchema = z.enum(['answered', 'partly', 'missing', 'notApplicable']);
export type ItemState = z.infer<typeof itemStateSchema>;

/** What the writer says of a check item, over what was found in the text; absent means that the text alone decides. */
export const answerSchema = z
  .object({
    state: itemStateSchema,
    /** Why; empty where none was given. */
    reason: z.string().max(500),
  })
  .readonly();
export type Answer = z.infer<typeof answerSchema>;

/** A report as the library lists it. */
export interface ReportSummary {
  readonly id: string;
  readonly year: number;
  readonly issuers: readonly string[];
  readonly title: string;
  readonly status: ReportStatus;
  /** What it was rolled forward from; `originalName` as below. */
  readonly base: {
    readonly id: string;
    readonly year: number;
    readonly originalName: string | null;
  } | null;
  /** Name of the file it was imported from; null for a draft begun here. */
  readonly originalName: string | null;
  /** ISO instants in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly characters: number;
  /** Check items answered, of those required; null until the report was opened or checked once. */
  readonly progress: { readonly answered: number; readonly total: number } | null;
}

/** A report opened for writing. */
export interface OpenedReport {
  readonly summary: ReportSummary;
  readonly revision: number;
  readonly report: Report;
  /**
   * Last year's report as it was when this was rolled forward from it, and what rolling forward then
   * made of it: two fixed states, whatever becomes of the base.
   */
  readonly base: {
    readonly year: number;
    readonly report: Report;
    readonly rolled: Report;
    /** What its writer has said of its check items; empty where it is no longer in the library. */
    readonly answers: Readonly<Record<string, Answer>>;
  } | null;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Keys of 待更新 chips that the writer confirmed as they stand. */
  readonly confirmed: readonly string[];
  /** What the writer says has come of last year's promises, by promise id. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly packs: AppliedPacks;
}

/** A source line that did not go into the report. */
export interface Discarded {
  readonly line: number;
  readonly text: string;
}

/** What reading a foreign file gave; nothing is stored yet. */
export interface ImportReading {
  /** The report; `year` is 0-safe: the current year's predecessor when the source names none. */
  readonly report: Report;
  readonly discarded: readonly Discarded[];
  readonly notices: readonly Notice[];
  readonly source: readonly SourceBlock[];
  /** What each line of the report was taken for, and how surely. */
  readonly decisions: readonly Decision[];
}

/** Where a long reading is. */
export interface ReadingProgress {
  /** `waiting` before it began and for a reading nobody knows, `done` when it ended either way. */
  readonly stage: 'waiting' | 'opening' | 'reading' | 'segmenting' | 'done';
  /** Milliseconds since it began. */
  readonly elapsedMs: number;
}

/** What rolling a report forward would change, before anything is made. */
export interface RollPreview {
  readonly plan: RollPlan;
  /** The revision of last year's report that was planned with; `report.create` takes it back. */
  readonly baseRevision: number;
  readonly notices: readonly Notice[];
}

/** Settings of this PC. */
export const settingsSchema = z
  .object({
    /** Issuing organs of a new report. */
    issuers: z.array(z.string().min(1).max(100)).max(4).readonly(),
    theme: z.enum(['system', 'light', 'dark']),
    /** Faces written into a .docx: `gb2312` 仿宋_GB2312 and kin, or `system` 仿宋 and kin. */
    faces: z.enum(['gb2312', 'system']),
    showProvenance: z.boolean(),
    /** Page zoom in percent. */
    zoom: z.number().int().min(50).max(200),
    /** The county's own deadlines, `MM-DD`, by the pack's deadline id. */
    deadlines: z.record(z.string(), z.string().regex(/^\d{2}-\d{2}$/u)).readonly(),
    /** The unit's own chain of places from the province down: 某省, 某市, 某县, 青石镇; empty when not told. */
    chain: z.array(z.string().min(1).max(40)).max(6).readonly(),
    /** What kind of unit writes here; `auto`: its name tells. */
    unitKind: z.enum(['auto', ...unitKindSchema.options]),
    /** Whether the three-step tour was seen or left: it comes by itself but once. */
    tourSeen: z.boolean(),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = {
  issuers: [],
  theme: 'system',
  faces: 'gb2312',
  showProvenance: true,
  zoom: 100,
  deadlines: {},
  chain: [],
  unitKind: 'auto',
  tourSeen: false,
};

/** What runs where. */
export interface AppInfo {
  readonly version: string;
  readonly edition: 'electron' | 'browser';
  readonly dataFolder: string;
  /** Local calendar date, ISO. */
  readonly today: string;
  /** Pack files in the data folder that could not be read, by name. */
  readonly packFaults: readonly { readonly name: string; readonly reason: string }[];
}

/** Where a file that was handed over went. */
export type FileDelivery =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'download'; readonly fileName: string; readonly base64: string }
  | { readonly kind: 'cancelled' };

/** What is told of every file that was exported. */
interface Exported {
  /** What was measured in the written file. */
  readonly certificate: Certificate;
  readonly notices: readonly Notice[];
}

/** Where an export went. */
export type Delivery =
  | (Exclude<FileDelivery, { readonly kind: 'cancelled' }> & Exported)
  | { readonly kind: 'cancelled' };

/** What a text alone says to a question. */
export type CoverageState = Exclude<ItemState, 'notApplicable'>;

/** A place in a report, for jumping to; `quote` is the sentence. */
export interface Place {
  readonly partId: string | null;
  readonly sectionId: string | null;
  readonly blockId: string | null;
  readonly quote: string;
}

/** A check item as the text answers it. */
export interface CheckItemResult {
  readonly itemId: string;
  /** What the writer says of it, else `found`. */
  readonly state: ItemState;
  /** What the text alone says. */
  readonly found: CoverageState;
  /** Why the writer says otherwise than the text; empty where nothing was said. */
  readonly reason: string;
  readonly where: readonly Place[];
  /** The section, the part, or `front` (the preamble) this question belongs under; null when the report has no fitting one. */
  readonly homeId: string | null;
}

/** An outline item as its check items answer it. */
export interface OutlineItemResult {
  readonly itemId: string;
  readonly title: string;
  /** `notApplicable` when that is said of every question it has. */
  readonly state: ItemState;
  readonly where: readonly Place[];
}

/** How grave a finding is: `error` is wrong, `warning` likely wrong, `advice` worth a look. */
export type Severity = 'error' | 'warning' | 'advice';

/** One result of proofreading. `suggestion` replaces `text`; empty when there is none. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The words concerned. */
  readonly text: string;
  /** Why, in Chinese, for a person. */
  readonly message: string;
  readonly place: Place;
  readonly suggestion: string;
}

/** A named number in the text. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly place: Place;
}

/** A pack in use. */
export interface PackSummary {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** The rule or practice it rests on. */
  readonly source: string;
  /** ISO day its content was last looked over. */
  readonly date: string;
  readonly confidence: Confidence;
  /** `own`: a file of the data folder, which stands in place of the app's pack of that name if there is one. */
  readonly origin: 'app' | 'own';
  /** Name of an own pack's file; null for the app's. */
  readonly fileName: string | null;
  /** True for an own pack that stands in place of the app's. */
  readonly replacesApps: boolean;
  /** Report years it applies to; null for any. */
  readonly years: { readonly from: number | null; readonly to: number | null } | null;
  /** How many items, questions, documents or words it holds. */
  readonly size: number;
}

/** The self-check sheet with the mark of the very text it is of. */
export interface StampedSelfCheck {
  readonly sheet: SelfCheck;
  /** SHA-256 of the draft's words and structure, in hex; the same for the same words, whatever their ids. */
  readonly hash: string;
  /** Mark of the published text that the files of its pack share; absent on a sheet alone. */
  readonly packMark?: string;
  /** Local calendar date, ISO. */
  readonly date: string;
}

/** A material as it was just kept. */
export interface AddedMaterial {
  readonly material: Material;
  /** Why no words could be read from its file, which is kept all the same; null where there was nothing to read. */
  readonly unread: ApiError | null;
}

/** One material, whole. */
export interface ReadMaterial {
  /** With the whole of its text. */
  readonly material: Material;
  /** The picture it is; null for anything else. */
  readonly picture: { readonly mediaType: string; readonly base64: string } | null;
}

/** Everything the check page shows. */
export interface CheckResult {
  readonly coverage: readonly OutlineItemResult[];
  readonly items: readonly CheckItemResult[];
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
  /** 待更新 chips not yet confirmed; empty for a report that was not rolled forward. */
  readonly stale: readonly StaleChip[];
  /** Last year's promises with what has come of them; empty for a report that was not rolled forward. */
  readonly promises: readonly PromiseReview[];
  /** Sizes and progress piece by piece, and advice on the whole. */
  readonly review: ReportReview;
  /** How last year's report answers this year's questions, by its text and its writer's word; null for a report begun blank. */
  readonly lastYearItems: readonly CheckItemResult[] | null;
}
