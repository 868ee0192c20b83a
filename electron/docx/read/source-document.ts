import type { Notice } from '../../../core/api/index.ts';
import type { SourceBlock } from '../../../core/segment/index.ts';

/** What was read of a foreign file: its words in order, and what a person should know of the reading. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  readonly notices: readonly Notice[];
}
