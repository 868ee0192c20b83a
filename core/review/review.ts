import type { Progress } from '../coverage/progress.ts';
import type { PartKind } from '../model/index.ts';

/** What a remark is about; see {@link Remark}. */
export type RemarkKind =
  /** A required part is not there. */
  | 'part-missing'
  /** A part, or a section, has a heading and no words. */
  | 'empty'
  /** Shortcomings without a word on why. */
  | 'no-causes'
  /** Shortcomings in a few lines. */
  | 'thin-shortcomings'
  /** The plan answers none of the shortcomings. */
  | 'plan-answers-none'
  /** A shortcoming that the plan does not answer. */
  | 'plan-leaves-open'
  /** The leaders' part tells of the unit's work, not of what the leaders did. */
  | 'no-own-acts'
  /** Only the secretary, or only the head of government, is spoken of. */
  | 'one-leader'
  /** A part takes far less, or far more, of the whole than such a part usually does. */
  | 'share-low'
  | 'share-high'
  /** Far shorter than the same piece of last year's report. */
  | 'shorter'
  /** A section of what was done without one figure. */
  | 'no-figures';

/** Soft advice on a report, said in plain words. It never keeps a report from being filed. */
export interface Remark {
  readonly kind: RemarkKind;
  /** The kind of part it is about; of use where the part is missing. */
  readonly part: PartKind;
  /** Null when the part is missing. */
  readonly partId: string | null;
  readonly sectionId: string | null;
  /** Words of the report it is about, letter by letter: the shortcoming left open. Empty for a whole piece. */
  readonly quote: string;
  /** The block `quote` stands in; null for a whole piece. */
  readonly blockId: string | null;
  /** For a person, in one or two sentences. */
  readonly text: string;
}

/** A share of the whole text, 0 to 1. */
export interface ShareRange {
  readonly from: number;
  readonly to: number;
}

/** The size and the state of one piece: the preamble, a part with its sections, or a section. */
export interface PieceReview {
  /** The section's id, the part's, or `front`. */
  readonly id: string;
  /** 引言, 一, 一（三）. */
  readonly label: string;
  readonly heading: string;
  /** Null for the preamble. */
  readonly kind: PartKind | null;
  readonly partId: string | null;
  readonly sectionId: string | null;
  /** Without white space, headings counted; a part's sections are counted in it. */
  readonly characters: number;
  /** Of all pieces' characters, 0 to 1; 0 in an empty report. */
  readonly share: number;
  /** What such a part usually takes, as the template says; null for a section and where it says nothing. */
  readonly usual: ShareRange | null;
  /** Characters of the same piece of last year's report; null where there is no such piece, or no last year. */
  readonly lastYear: number | null;
  /** Required questions settled, of those that belong under it; a part's sections are counted in it. */
  readonly progress: Progress;
}

/** How a report is built, piece by piece, and what may be said of it. */
export interface ReportReview {
  readonly characters: number;
  readonly lastYear: number | null;
  /** The preamble, and each part followed by its sections, in reading order. */
  readonly pieces: readonly PieceReview[];
  /** In reading order; those of missing parts stand first. */
  readonly remarks: readonly Remark[];
}
