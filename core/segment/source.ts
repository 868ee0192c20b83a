/** What a reader knows of a paragraph besides its words. Absent hints are null. */
export interface SourceHints {
  /** Outline level of the paragraph's style, 1–9. */
  readonly outlineLevel: number | null;
  readonly bold: boolean;
  /** Number of leading characters in a heading's face (bold, 黑体, 楷体) before plain text; 0 when none. */
  readonly boldLead: number;
  readonly align: 'left' | 'center' | 'right' | null;
  readonly sizePt: number | null;
  /** East Asian face of the first run. */
  readonly face: string | null;
}

/** Letters of a paragraph that look alike. Offsets are UTF-16 units of its text. */
export interface SourceRun {
  readonly start: number;
  readonly end: number;
  readonly bold: boolean;
  readonly sizePt: number | null;
  /** East Asian face. */
  readonly face: string | null;
  /** `#rrggbb`; null for the usual black. */
  readonly colour: string | null;
}

/** How a paragraph looked in its file, for showing it again. Nothing is judged by it. */
export interface SourceLook {
  readonly runs: readonly SourceRun[];
  /** First-line indent in characters; negative hangs. */
  readonly indent: number;
}

/** A paragraph of a foreign file, as it stood. */
export interface SourceParagraph {
  readonly kind: 'paragraph';
  /** 0-based line of a text file, or ordinal of the paragraph in the document. */
  readonly line: number;
  /** The words, without an automatic number; soft returns are `\n`. */
  readonly text: string;
  /** The automatic number as it printed, `（一）`; empty when the number was typed or there is none. */
  readonly label: string;
  readonly hints: SourceHints;
  /** Null or absent where the file has no look: a text file, pasted words. */
  readonly look?: SourceLook | null;
}

/** A table of a foreign file as rows of cell texts. */
export interface SourceTable {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly (readonly string[])[];
}

export type SourceBlock = SourceParagraph | SourceTable;

/** Hints of a reader that knows words only. */
export const noHints: SourceHints = {
  outlineLevel: null,
  bold: false,
  boldLead: 0,
  align: null,
  sizePt: null,
  face: null,
};

/** A paragraph known by its words only, as from a text file. */
export function plainParagraph(line: number, text: string): SourceParagraph {
  return { kind: 'paragraph', line, text, label: '', hints: noHints };
}
