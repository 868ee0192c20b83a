import type { TableLayout } from './columns.ts';
import type { Pt, Twip } from './units.ts';

/** What a line of the page is; each kind has its own face, size and indent. */
export type LineKind =
  /** 份号, 密级和保密期限, 紧急程度: flush left, one a line. @source GB/T 9704-2012 7.2.1–7.2.3 */
  | 'copyNumber'
  | 'secrecy'
  | 'urgency'
  /**
   * 发文机关标志, red, centred, in the size and line height it states; one line, or two or more where a
   * name is longer than the page is wide. Joint issuers have a {@link FlowTable} instead.
   * @source GB/T 9704-2012 7.2.4
   */
  | 'mark'
  /**
   * 发文字号: centred; flush left where it states an `indent`, with 签发人 at its tab stops. Several
   * signers make several such lines, of which the last holds the number.
   * @source GB/T 9704-2012 7.2.5, 7.2.6
   */
  | 'number'
  | 'title'
  | 'addressee'
  | 'preambleHeading'
  | 'part'
  | 'section'
  | 'level3'
  | 'level4'
  | 'text'
  | 'attachment'
  | 'signature'
  | 'date'
  | 'note'
  /** 附件 and number; its title; both on the attachment's own page. @source GB/T 9704-2012 7.3.7 */
  | 'annexLabel'
  | 'annexTitle'
  /**
   * 抄送 and 印发机关 in the imprint, 4号 仿宋 without character spacing; the date of `printed` follows
   * a tab. @source GB/T 9704-2012 7.4.2, 7.4.3
   */
  | 'copies'
  | 'printed'
  | 'blank';

/** A stretch of text; `heading` is set where a run-in heading shares the line of its text. */
export interface Run {
  readonly text: string;
  readonly heading?: 2 | 3 | 4;
  /** Name of a 签发人, which is in 楷体. @source GB/T 9704-2012 7.2.6 */
  readonly isName?: true;
}

/** Where a tab of a line leads, from the left edge of the text block. */
export interface TabStop {
  readonly at: Twip;
  readonly align: 'left' | 'right';
}

/** A paragraph as it is printed. */
export interface FlowLine {
  readonly type: 'line';
  readonly kind: LineKind;
  readonly runs: readonly Run[];
  /** Id of the part, section or block it prints; absent for what the layout adds. */
  readonly id?: string;
  /** Must not be parted from what follows by a page break. */
  readonly keepWithNext?: boolean;
  /** Where its lines begin, and where its first begins, from the left edge; the kind's own if absent. */
  readonly indent?: { readonly rest: Twip; readonly first: Twip };
  /** Where its right edge lies from that of the text block; 0 if absent. Who is placed by it alone {@link isPlacedByEnd} says. */
  readonly indentRight?: Twip;
  /** Where the `\t` of its runs lead. */
  readonly tabs?: readonly TabStop[];
  /** Size of its type; the kind's own if absent. Only a mark states it. */
  readonly size?: Pt;
  /**
   * Exact height of each of its lines; the kind's own if absent. A mark and the blank above it state it.
   * At 1.2 times the size programs agree on the baseline (four fifths of an exact line, or type in its
   * middle), and letters that reach 0.80 of the size above it, between the measured faces' 0.76 and
   * 0.84, begin 0.16 of the size below the line's top.
   */
  readonly height?: Twip;
  /** Begins a page. */
  readonly pageBreakBefore?: true;
  /**
   * The red line under it, 4 mm below, as wide as the text block. Both together take one line of the page,
   * two where lines are closer than 28 pt. @source GB/T 9704-2012 7.2.7
   */
  readonly redRuleBelow?: true;
  /** Characters are set closer (negative) or wider by this, to save a page from holding only the signature. @source GB/T 9704-2012 7.3.5.5 */
  readonly extraSpacing?: Twip;
}

/**
 * How the 发文机关标志 of joint issuers is set: red, without edges, centred on the page, each row of
 * exactly this height. The names stand in the first column one under another, spread over its
 * width; the last column has 文件 in its first row and is one cell from top to bottom, its text in
 * the middle. With one column there is no 文件.
 * @source GB/T 9704-2012 7.2.4
 */
export interface MarkTable {
  readonly size: Pt;
  readonly height: Twip;
}

/** Whether a line ends where its right indent says and begins where it may: a date does that states no `indent`. */
export function isPlacedByEnd({ kind, indent, indentRight }: FlowLine): boolean {
  return kind === 'date' && !indent && indentRight !== undefined;
}

/** A table as it is printed; its widths fill the text block, but for those of a mark. */
export interface FlowTable {
  readonly type: 'table';
  readonly id: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly Twip[];
  readonly keepWithNext?: boolean;
  /** How the letters of a table of the text stand in its cells; 小四 with Word's own margins if absent. */
  readonly look?: Omit<TableLayout, 'columns'>;
  /** Set where it is the 发文机关标志 of joint issuers and no table of the text. */
  readonly mark?: MarkTable;
}

/** One piece of the page from top to bottom. */
export type FlowItem = FlowLine | FlowTable;

/** Everything a document prints. */
export interface ComposedPage {
  readonly items: readonly FlowItem[];
  /**
   * 版记 at the foot of the last page: its lines stand between rules as wide as the text block, the
   * first and the last 0.35 mm, those between 0.25 mm. Empty where a copy has none.
   * @source GB/T 9704-2012 7.4
   */
  readonly imprint: readonly FlowLine[];
}

/** A line that the layout puts between others. */
export const blankLine: FlowLine = { type: 'line', kind: 'blank', runs: [] };

/** A line of one run. */
export function createLine(kind: LineKind, text: string, id?: string): FlowLine {
  return { type: 'line', kind, runs: [{ text }], ...(id === undefined ? {} : { id }) };
}
