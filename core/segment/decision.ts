/** How surely something was taken for what it is. Every `doubtful` decision has a notice with its place. */
export type DecisionConfidence = 'certain' | 'likely' | 'doubtful';

/**
 * What a decision rests on: a printed or automatic number, the words of a heading, the look of the
 * paragraph (style, bold, size, alignment), the lines around it, its position alone, or nothing but
 * that something had to be assumed.
 */
export type DecisionGround = 'label' | 'words' | 'look' | 'context' | 'position' | 'assumed';

/** One decision of reading: what a line of the source became. A title over three lines has three. */
export interface Decision {
  /**
   * Id of the part, section or block it made; `title`, `issuer`, `addressee`, `preamble-heading`,
   * `signature`, `date`, `attachment`, `note`; null for a discarded line.
   */
  readonly target: string | null;
  /** Source line, 0-based; null for what the source does not hold, such as an added heading. */
  readonly line: number | null;
  readonly confidence: DecisionConfidence;
  readonly ground: DecisionGround;
}
