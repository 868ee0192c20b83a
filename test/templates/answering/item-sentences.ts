/** Sentences of an invented town, tried against one question. */
export interface ItemSentences {
  /** Each answers the question. */
  readonly answering: readonly string[];
  /** Each speaks of the matter and leaves the question open. */
  readonly touching: readonly string[];
  /** Each looks like an answer and is none. */
  readonly unrelated: readonly string[];
}

/** By the question's id. */
export type SentencesByItem = Readonly<Record<string, ItemSentences>>;
