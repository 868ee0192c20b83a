import type { LineKind } from '../layout/index.ts';
import type { PrintedParagraph, PrintedRun } from '../printed/index.ts';
import { largest } from './largest.ts';

/** What a paragraph is on the page. `cell` stands in a table, `annex` behind the label of an attachment, `boxed` in a text box. */
export type Role = LineKind | 'signers' | 'cell' | 'annex' | 'boxed';

/** A paragraph with what it is and where it stands. */
export interface Piece {
  readonly role: Role;
  readonly paragraph: PrintedParagraph;
  /** Number and words as they print, without hidden and deleted ones. */
  readonly text: string;
  /** Characters of a heading at its beginning that shares its line with text; 0 where there is none. */
  readonly runIn: number;
  readonly section: number;
  readonly block: number;
  /** Whether it stands in a text box, whatever it is there. */
  readonly isBoxed?: boolean;
  /** What an `annex` would be in the text: its pages are set as the text is. @source GB/T 9704-2012 7.3.7 */
  readonly like?: Role;
  /** From 1; null where the pages are not known. */
  readonly page: number | null;
}

/** A stretch of a paragraph in one look, with what it is. */
export interface Stretch {
  readonly role: Role;
  readonly run: PrintedRun;
}

/** Runs that print. */
export function visibleRuns({ runs }: PrintedParagraph): readonly PrintedRun[] {
  return runs.filter((run) => !run.hidden && run.revision !== 'deleted');
}

/** The size of a paragraph's largest letters, in points; 0 without any. */
export function sizeOf(paragraph: PrintedParagraph): number {
  return largest(visibleRuns(paragraph).map((run) => (run.text.trim() ? run.size : 0)));
}

/** Number and words of a paragraph as they print. */
export function printedText(paragraph: PrintedParagraph): string {
  return (
    paragraph.label +
    visibleRuns(paragraph)
      .map((run) => run.text)
      .join('')
  );
}

/** What stands before the names of signers: 签发人, or on further lines of them a number and a tab, or nothing. */
const NAMES = /^(?:.*签发人[：:]|[^\t]*\t|(?!.*[\d〔]))/u;

/** Characters at the beginning of a piece that have the role of the piece; those after are `rest`. */
function splitAt(piece: Piece): { readonly length: number; readonly rest: Role } | null {
  if (piece.runIn > 0) return { length: piece.runIn, rest: 'text' };
  const names = piece.role === 'number' || piece.role === 'signers' ? NAMES.exec(piece.text) : null;
  return names ? { length: names[0].length, rest: 'signers' } : null;
}

/**
 * The stretches of a piece: a run-in heading and its text apart, and the names behind 签发人. Blank
 * stretches are left out.
 */
export function stretchesOf(piece: Piece): readonly Stretch[] {
  const split = splitAt(piece);
  const own: Role = piece.role === 'signers' ? 'number' : (piece.like ?? piece.role);
  let at = piece.paragraph.label.length;
  return visibleRuns(piece.paragraph).flatMap((run): readonly Stretch[] => {
    const start = at;
    at += run.text.length;
    if (run.text.trim() === '') return [];
    if (!split || at <= split.length) return [{ role: own, run }];
    if (start >= split.length) return [{ role: split.rest, run }];
    const cut = split.length - start;
    return [
      { role: own, run: { ...run, text: run.text.slice(0, cut) } },
      { role: split.rest, run: { ...run, text: run.text.slice(cut) } },
    ];
  });
}
