import { z } from 'zod';
import type { Certificate } from '../conformity/certificate.ts';
import {
  type DisclosureDecision,
  type DisclosureHit,
  type DisclosureReview,
  disclosureDecisionSchema,
  disclosureReviewSchema,
} from '../disclosure/hit.ts';
import { type Annex, copyKindSchema, type Filing, filingSchema } from '../layout/filing.ts';
import { type LayoutProfile, layoutProfileSchema } from '../layout/profile.ts';
import { idSchema } from '../model/index.ts';
import type { Page } from '../paginate/page.ts';
import { fileField } from './fields.ts';
import type { Notice } from './notice.ts';
import type { FileDelivery } from './shapes.ts';

const byReport = z.object({ reportId: idSchema }).readonly();
const byCopy = z.object({ reportId: idSchema, copy: copyKindSchema }).readonly();
const layoutId = z.string().min(1).max(100);
const templateId = z.string().min(1).max(100);

/** A state of a report that another can be held against. */
export const stateRefSchema = z.discriminatedUnion('kind', [
  /** Last year's report, as it was when the draft was rolled forward from it. */
  z.object({ kind: z.literal('base') }).readonly(),
  z.object({ kind: z.literal('snapshot'), snapshotId: z.number().int().positive() }).readonly(),
]);
export type StateRef = z.infer<typeof stateRefSchema>;

/** Input of the methods that lay out, look over and hand over a finished report. */
export const exportInputs = {
  /** Every layout: the standard's two, then the unit's own, then offices' own documents. */
  'layouts.list': z.object({}).readonly(),
  /** Keeps a layout as an own pack file; one of its id is replaced, and the file before is put aside. */
  'layouts.save': z.object({ profile: layoutProfileSchema }).readonly(),
  /** Takes an office's .docx up as a base. `template/refused` for one that has no place for the text. */
  'layouts.addTemplate': fileField,
  'layouts.removeTemplate': z.object({ templateId }).readonly(),
  /** Which faces of a layout this PC has. */
  'layouts.faces': z.object({ layoutId }).readonly(),
  'filing.get': byReport,
  /** Changes what `change` names; the rest stays. */
  'filing.set': z
    .object({ reportId: idSchema, change: filingSchema.unwrap().partial() })
    .readonly(),
  /** Reads a file as the pages of an attachment; nothing is stored. */
  'filing.readAnnex': fileField,
  /** The very .docx that `report.export` would write, as pages, with what was measured in it. Nothing is stored. */
  'report.preview': byCopy,
  /**
   * Prints the window's preview to a PDF and hands it over (Electron). `print/by-browser` where the
   * browser prints itself.
   */
  'report.exportPdf': byCopy,
  /** The words of a copy for a web page: `txt` or clean `html`. */
  'report.exportText': z
    .object({ reportId: idSchema, copy: copyKindSchema, format: z.enum(['txt', 'html']) })
    .readonly(),
  /** The states that the present text can be held against. */
  'report.states': byReport,
  /** What changed since a state, as a .docx with tracked changes. `report/no-state` for an unknown one. */
  'report.exportChanges': z.object({ reportId: idSchema, since: stateRefSchema }).readonly(),
  /** Filing copy, public copy, text for the web and self-check sheet in one go, with one content mark. */
  'report.exportSubmission': byReport,
  /** What must be looked at before a report is published, with what was decided. */
  'disclosure.get': byReport,
  /** Keeps a decision; null takes it back. The draft is never changed by it. */
  'disclosure.decide': z
    .object({
      reportId: idSchema,
      key: z.string().min(1).max(300),
      decision: disclosureDecisionSchema.nullable(),
    })
    .readonly(),
  /** Records the 保密审查 of the public copy as it stands; null takes the record back. */
  'disclosure.review': z
    .object({ reportId: idSchema, review: disclosureReviewSchema.nullable() })
    .readonly(),
  /** Measures any .docx against a layout. `import/*` errors for what is no .docx. */
  'format.check': z.object({ file: fileField, layoutId }).readonly(),
} as const;

/** A layout to choose, with where it comes from. */
export type LayoutChoice =
  | {
      readonly kind: 'profile';
      readonly origin: 'app' | 'own';
      readonly profile: LayoutProfile;
      /** Name of an own one's file; null for the app's. */
      readonly fileName: string | null;
    }
  | { readonly kind: 'template'; readonly template: TemplateSummary };

/** Places of an office's document that a report is written into. */
export const templatePlaces = [
  'title',
  'addressee',
  'body',
  'signature',
  'date',
  'number',
  'signers',
  'copyNumber',
  'secrecy',
  'urgency',
  'copiesTo',
  'printedBy',
  'printedOn',
  'annexes',
  'note',
] as const;
export type TemplatePlace = (typeof templatePlaces)[number];

/** An office's own .docx. */
export interface TemplateSummary {
  readonly id: string;
  readonly name: string;
  /** ISO instant. */
  readonly addedAt: string;
  readonly places: readonly TemplatePlace[];
  /** Places that a report has something for and that the document lacks: it is put with the text, or left out. */
  readonly missing: readonly TemplatePlace[];
  /** Styles of headings that the document lacks and that are added to it: `heading 2`. */
  readonly addedStyles: readonly string[];
}

/** A face of a layout on this PC. */
export interface FaceState {
  /** What it is used for: `title`, `text`, `part`, `section`, `pageNumber`, `mark`, `digits`. */
  readonly roles: readonly string[];
  readonly face: string;
  /** Null where this PC's faces cannot be listed. */
  readonly isHere: boolean | null;
  /** A face of this PC that may stand in for it; null where there is none. */
  readonly standIn: string | null;
  /** What Word and WPS will do without it, in Chinese. */
  readonly effect: string;
}

/** A copy as it will be printed. */
export interface Preview {
  readonly pages: readonly Page[];
  readonly certificate: Certificate;
  readonly notices: readonly Notice[];
  /** Of the report it was made from. */
  readonly revision: number;
}

/** A state of a report, for choosing what to compare with. */
export interface ReportState {
  readonly since: StateRef;
  /** In words: `上年报告（2025 年）`, `导出前的样子`. */
  readonly title: string;
  /** ISO instant. */
  readonly at: string;
}

/** What must be looked at before publishing. */
export interface DisclosureState {
  readonly hits: readonly {
    readonly hit: DisclosureHit;
    readonly decision: DisclosureDecision | null;
  }[];
  /** The latest record; null where there is none. */
  readonly review: DisclosureReview | null;
  /** False when the words of the public copy changed since they were reviewed. */
  readonly isReviewCurrent: boolean;
  /** Hits that block and are not decided. */
  readonly blocking: number;
}

/** What those methods give when they succeed. */
export interface ExportOutputs {
  'layouts.list': readonly LayoutChoice[];
  'layouts.save': { readonly profile: LayoutProfile; readonly keptAside: string | null };
  'layouts.addTemplate': TemplateSummary;
  'layouts.removeTemplate': null;
  'layouts.faces': readonly FaceState[];
  'filing.get': Filing;
  'filing.set': Filing;
  'filing.readAnnex': { readonly annex: Annex; readonly notices: readonly Notice[] };
  'report.preview': Preview;
  'report.exportPdf': FileDelivery;
  'report.exportText': FileDelivery;
  'report.states': readonly ReportState[];
  /** `summary`: what changed, in words. */
  'report.exportChanges': FileDelivery & { readonly summary: string };
  /** `mark` is the content mark that every file carries. */
  'report.exportSubmission': {
    readonly delivery: FileDelivery;
    readonly mark: string;
    readonly notices: readonly Notice[];
  };
  'disclosure.get': DisclosureState;
  'disclosure.decide': DisclosureState;
  'disclosure.review': DisclosureState;
  'format.check': Certificate;
}
