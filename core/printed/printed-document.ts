import type { Pt, Twip } from '../layout/units.ts';

/** A stretch of text as a program will set it: every property resolved through styles and defaults. */
export interface PrintedRun {
  /** May hold `\t`, `\n` (a line break) and `\f` (a page break). */
  readonly text: string;
  /** Face of hanzi and, by the hint, of Chinese marks. */
  readonly face: string;
  /** Face of digits and Latin letters. */
  readonly latinFace: string;
  /** Whether the run says that its marks (“ ” — …) are Chinese. */
  readonly hintsChinese: boolean;
  readonly size: Pt;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  /** Six hex digits; `auto` where nothing is said. */
  readonly color: string;
  readonly spacing: Twip;
  readonly hidden: boolean;
  readonly revision: 'inserted' | 'deleted' | null;
  /** The field whose result it is, `PAGE`; null for plain text. */
  readonly field: string | null;
}

/** A border of a paragraph or cell; `width` in points. */
export interface PrintedBorder {
  readonly style: string;
  readonly width: Pt;
  readonly color: string;
  /** From the text; 1 pt where a paragraph says nothing. */
  readonly space?: Pt;
}

/** Where a tab of a paragraph leads, measured from the left edge of the text block. */
export interface PrintedTab {
  readonly at: Twip;
  readonly align: 'left' | 'center' | 'right' | 'decimal';
}

/** A place of the page apart from the flow, of a framed paragraph, a floating table or a text box. */
export interface PrintedFrame {
  readonly vertical: { readonly anchor: string; readonly align: string; readonly offset: Twip };
  readonly horizontal: { readonly anchor: string; readonly align: string; readonly offset: Twip };
  readonly width: Twip;
  /** Least or exact height; absent or 0 for that of its text. */
  readonly height?: Twip;
}

export interface PrintedParagraph {
  readonly type: 'paragraph';
  readonly styleId: string;
  /** Name of the style, lower case for Word's own: `heading 1`. */
  readonly styleName: string;
  /** 1 to 9; null for text. */
  readonly outlineLevel: number | null;
  /** Automatic number, `一、`; empty where there is none. */
  readonly label: string;
  /** What stands between the number and the text; a tab where nothing is said. */
  readonly labelEnd?: 'tab' | 'space' | 'nothing';
  /** Stops that the paragraph and its style set, from left to right. */
  readonly tabs?: readonly PrintedTab[];
  readonly runs: readonly PrintedRun[];
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** `first` is measured from `left`; negative for a hanging indent. */
  readonly indent: { readonly left: Twip; readonly right: Twip; readonly first: Twip };
  /** `auto`: `value` in 240ths of a line; else twips. */
  readonly pitch: { readonly rule: 'auto' | 'exact' | 'atLeast'; readonly value: number };
  readonly spaceBefore: Twip;
  readonly spaceAfter: Twip;
  readonly snapsToGrid: boolean;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
  /** Whether no line begins or ends with a mark that must not. */
  readonly kinsoku: boolean;
  /** Whether one closing mark may hang into the margin (`overflowPunct`); true where nothing is said. */
  readonly hangsMarks?: boolean;
  /**
   * Whether space is put between hanzi and Latin letters (`autoSpaceDE`), and between hanzi and
   * digits (`autoSpaceDN`). Word does so unless it is told not to.
   */
  readonly autoSpace?: { readonly letters: boolean; readonly digits: boolean };
  readonly borders: {
    readonly top: PrintedBorder | null;
    readonly bottom: PrintedBorder | null;
    readonly between: PrintedBorder | null;
  };
  /** Set apart from the text flow at a place of the page; null for the flow. */
  readonly frame: PrintedFrame | null;
  /** Words of the text boxes that hang on it, in their order; absent where there are none. */
  readonly boxed?: readonly PrintedParagraph[];
  /** Size of its mark, which gives an empty paragraph its height; absent where nothing is said. */
  readonly markSize?: Pt;
}

export interface PrintedCell {
  /** Columns it spans. */
  readonly span: number;
  /** True for the continuation of a cell above. */
  readonly isContinued: boolean;
  readonly width: Twip;
  /** `top` where nothing is said. */
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
  /** Rules that it has of its own; a side that says nothing is absent, null one without a rule. */
  readonly rules?: { readonly top?: PrintedBorder | null; readonly bottom?: PrintedBorder | null };
  readonly paragraphs: readonly PrintedParagraph[];
}

export interface PrintedRow {
  readonly isHeader: boolean;
  readonly cantSplit: boolean;
  readonly height: Twip;
  readonly heightRule: 'auto' | 'atLeast' | 'exact';
  readonly cells: readonly PrintedCell[];
}

export interface PrintedTable {
  readonly type: 'table';
  readonly columns: readonly Twip[];
  readonly layout: 'fixed' | 'auto';
  readonly align: 'left' | 'center' | 'right';
  /** From the left edge of the text block, where it stands at the left. */
  readonly indent?: Twip;
  /** From the edges of a cell to its text; 108 at the sides and 0 above and below where nothing is said. */
  readonly cellMargins?: {
    readonly top: Twip;
    readonly bottom: Twip;
    readonly left: Twip;
    readonly right: Twip;
  };
  readonly borders: {
    readonly outer: PrintedBorder | null;
    readonly inner: PrintedBorder | null;
    /** Those above its first and below its last row. */
    readonly ends?: {
      readonly top: PrintedBorder | null;
      readonly bottom: PrintedBorder | null;
    };
    /** Those at its sides and between its columns; absent where they are as those across. */
    readonly upright?: {
      readonly outer: PrintedBorder | null;
      readonly inner: PrintedBorder | null;
    };
  };
  readonly rows: readonly PrintedRow[];
  /** Where a floating table stands; absent or null in the flow. */
  readonly frame?: PrintedFrame | null;
}

export type PrintedBlock = PrintedParagraph | PrintedTable;

/** Paragraphs at the head or foot of a kind of page; null where the section has none. */
export interface PrintedEdges {
  readonly default: readonly PrintedParagraph[] | null;
  readonly even: readonly PrintedParagraph[] | null;
  readonly first: readonly PrintedParagraph[] | null;
}

export interface PrintedSection {
  /** How it begins. */
  readonly begins: 'nextPage' | 'continuous' | 'evenPage' | 'oddPage';
  readonly paper: { readonly width: Twip; readonly height: Twip };
  readonly margins: {
    readonly top: Twip;
    readonly bottom: Twip;
    readonly left: Twip;
    readonly right: Twip;
    readonly header: Twip;
    readonly footer: Twip;
  };
  readonly grid: {
    readonly type: 'none' | 'lines' | 'linesAndChars' | 'snapToChars';
    readonly linePitch: Twip;
    readonly charSpace: number;
  };
  readonly hasFirstPage: boolean;
  /** Number of its first page; null or absent where the count goes on. */
  readonly firstNumber?: number | null;
  readonly headers: PrintedEdges;
  readonly footers: PrintedEdges;
  readonly blocks: readonly PrintedBlock[];
}

/** A fault of the package or its XML, with its part: `word/document.xml`. */
export interface XmlFault {
  readonly part: string;
  readonly what: string;
}

/** A line drawn as a shape. */
export interface PrintedLine {
  readonly color: string;
  readonly width: Pt;
  /** How far it reaches across the page; absent where it is not said. */
  readonly length?: Twip;
}

/** What a .docx says of its pages, whoever wrote it. */
export interface PrintedDocument {
  readonly sections: readonly PrintedSection[];
  readonly evenAndOdd: boolean;
  /** Distance of the stops where a paragraph sets none; 720 where nothing is said. */
  readonly defaultTab?: Twip;
  readonly metadata: {
    readonly title: string;
    readonly creator: string;
    readonly lastModifiedBy: string;
    readonly company: string;
    readonly manager: string;
    readonly application: string;
    readonly identifier: string;
    /** Names of custom properties. */
    readonly custom: readonly string[];
  };
  readonly comments: number;
  readonly revisions: number;
  readonly hiddenRuns: number;
  /** Text boxes of the body; their words are `boxed` in the paragraphs they hang on. */
  readonly textBoxes?: number;
  /** Lines drawn as shapes. Six hex digits, or `auto`. */
  readonly drawnLines?: readonly PrintedLine[];
  readonly bookmarks: readonly string[];
  readonly themeFaces: readonly string[];
  /** Language of Chinese text, `zh-CN`; empty where nothing is said. */
  readonly language: string;
  readonly hasMacros: boolean;
  readonly faults: readonly XmlFault[];
}
