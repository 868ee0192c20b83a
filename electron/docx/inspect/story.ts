import type { PrintedLine } from '../../../core/printed/index.ts';
import type { NumberPrinter } from '../read/docx/numbering.ts';
import type { XmlElement } from '../read/xml.ts';
import type { FindListPlace, StyleSheet } from './styles.ts';
import type { FindThemeFace } from './theme.ts';

/** What is counted while a document is read. */
export interface Counts {
  comments: number;
  revisions: number;
  hiddenRuns: number;
  textBoxes: number;
  readonly bookmarks: string[];
  /** Faces that letters have by way of the theme. */
  readonly themeFaces: Set<string>;
  readonly drawnLines: PrintedLine[];
}

/** A field that is open. */
export interface OpenField {
  code: string;
  inCode: boolean;
  hasResult: boolean;
}

/** What is known while one document is read; numbers and fields go on from paragraph to paragraph. */
export interface Story {
  readonly styles: StyleSheet;
  readonly theme: FindThemeFace;
  readonly numbers: NumberPrinter;
  readonly placeOf: FindListPlace;
  /** What stands between a number and its text. */
  readonly suffixOf: (
    numberId: string,
    level: number | null,
    styleId: string,
  ) => 'tab' | 'space' | 'nothing';
  readonly counts: Counts;
  readonly fields: OpenField[];
  /** Distance of two grid lines, for spaces said in lines. */
  gridPitch: number;
  /** Text boxes met in the paragraph being read. */
  readonly boxes: XmlElement[];
}

/** Counts of nothing. */
export function createCounts(): Counts {
  return {
    comments: 0,
    revisions: 0,
    hiddenRuns: 0,
    textBoxes: 0,
    bookmarks: [],
    themeFaces: new Set(),
    drawnLines: [],
  };
}
