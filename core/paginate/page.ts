import type { Pt, Twip } from '../layout/units.ts';

/** Words set in one face; `x` is measured from the left edge of the paper. */
export interface PageSpan {
  readonly text: string;
  readonly x: Twip;
  readonly width: Twip;
  readonly face: string;
  readonly size: Pt;
  readonly bold: boolean;
  /** Six hex digits. */
  readonly color: string;
}

/** One printed line; lengths are measured from the top edge of the paper. */
export interface PageLine {
  readonly top: Twip;
  readonly baseline: Twip;
  readonly height: Twip;
  readonly spans: readonly PageSpan[];
  /** Where its paragraph stands: section, block of the section; null in a foot or head. */
  readonly source: { readonly section: number; readonly block: number } | null;
  /** Style of its paragraph, as `PrintedParagraph.styleId`. */
  readonly styleId: string;
}

/** A drawn rule: edges of tables, the red line, lines of the imprint. */
export interface PageRule {
  readonly x: Twip;
  readonly y: Twip;
  readonly width: Twip;
  readonly height: Twip;
  readonly thickness: Pt;
  readonly color: string;
}

/** A page as it will be printed. */
export interface Page {
  readonly number: number;
  readonly width: Twip;
  readonly height: Twip;
  readonly lines: readonly PageLine[];
  readonly rules: readonly PageRule[];
  /** Lines of head and foot, the page number among them. */
  readonly edges: readonly PageLine[];
}
