import type { Finding, Place, Severity } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import type { OutlinePack } from '../packs/index.ts';
import type { Passage } from './passage.ts';

/** What proofreading must know besides the report. */
export interface ProofreadContext {
  readonly outline: OutlinePack;
  /** The report's year. */
  readonly year: number;
}

/** A report laid out for the rules. */
export interface Draft extends ProofreadContext {
  readonly report: Report;
  readonly passages: readonly Passage[];
}

/** One rule of proofreading. `id` stands in each of its findings. */
export interface Rule {
  readonly id: string;
  readonly check: (draft: Draft) => readonly Finding[];
}

/** A finding that concerns the report or a part as a whole and quotes at most its heading. */
export function wholeFinding(
  rule: string,
  severity: Severity,
  message: string,
  where: {
    readonly partId: string | null;
    readonly sectionId: string | null;
    readonly text: string;
  },
): Finding {
  const { partId, sectionId, text } = where;
  const place: Place = { partId, sectionId, blockId: null, quote: text };
  return { rule, severity, text, message, place, suggestion: '' };
}
