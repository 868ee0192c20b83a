import type { Finding, Place, Severity } from '../api/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks } from '../packs/index.ts';
import type { ForeignPlaces, PlaceList } from '../places/index.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Passage } from './passage.ts';

/** What proofreading must know besides the report. */
export interface ProofreadContext {
  readonly packs: Pick<
    AppliedPacks,
    'template' | 'outline' | 'outlineIsCurrent' | 'rules' | 'documents'
  >;
  /** The year that counts; the report's own when absent. */
  readonly year?: number;
  /** The county's own deadlines, `MM-DD` by the template's deadline id; none when absent. */
  readonly deadlines?: Readonly<Record<string, string>>;
  /** The list of places; names of other places are not looked for while it is absent. */
  readonly places?: PlaceList | null;
  /** The unit's own chain of places, as settings hold it; read off the report when absent. */
  readonly chain?: readonly string[];
  /** Last year's report, if there is one. */
  readonly base?: Report | null;
}

/** A day by which something must be done: `MM-DD` in the year after the report's. */
export interface Deadline {
  readonly title: string;
  readonly day: string;
}

/** What stays the same from one draft of a report to the next, but for a new year or name of the unit. */
export interface Scene
  extends Pick<AppliedPacks, 'template' | 'outline' | 'outlineIsCurrent' | 'documents'> {
  readonly year: number;
  /** What the unit is called: its organs, the title, the signature. */
  readonly unitNames: string;
  readonly rules: CompiledRules;
  readonly deadlines: readonly Deadline[];
  /** Finds names of other places; null while the list of places is absent. */
  readonly foreign: ForeignPlaces | null;
}

/** A report laid out for the rules. */
export interface Draft extends Scene {
  readonly report: Report;
  readonly passages: readonly Passage[];
}

/** A rule that looks at the report as a whole. */
export interface WholeRule {
  readonly id: string;
  readonly check: (draft: Draft) => readonly Finding[];
}

/** A rule that looks at each passage by itself: what it said of one holds as long as that stays. */
export interface LocalRule {
  readonly id: string;
  readonly checkPassage: (passage: Passage, scene: Scene) => readonly Finding[];
}

/** One rule of proofreading. `id` stands in each of its findings, but for word lists, which name their own. */
export type Rule = WholeRule | LocalRule;

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
