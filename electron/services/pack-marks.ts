/** The content marks of a pack, 64 hex digits each; equal where nothing was replaced before publishing. */
export interface PackMarks {
  /** Of the text as it is published: every file of the pack carries it. */
  readonly common: string;
  /**
   * Of the draft. No published file may carry it: the rest of the text being known, whoever tries out
   * words against it would find the one that was replaced.
   */
  readonly draft: string;
}

/** How many hex digits of the common mark a file's name carries. */
export const MARK_DIGITS = 8;

/** What a file that is not published carries as its identifier: the common mark, and the draft's where it is another. */
export function joinMarks({ common, draft }: PackMarks): string {
  return common === draft ? common : `${common} ${draft}`;
}
