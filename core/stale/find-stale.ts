import type { Report } from '../model/index.ts';
import type { AppliedPacks } from '../packs/index.ts';
import type { PlaceList } from '../places/index.ts';
import type { StaleChip } from './chip.ts';

/** What a draft is looked through against. */
export interface StaleContext {
  /** Last year's report as rolling forward made this year's text of it; null for a draft begun blank. */
  readonly base: { readonly year: number; readonly rolled: Report } | null;
  readonly packs: Pick<AppliedPacks, 'outline' | 'outlineIsCurrent' | 'rules'>;
  /** Null while the list is not there: names of places are then not looked at. */
  readonly places: PlaceList | null;
  /** The unit's own chain of places, as settings hold it. */
  readonly chain: readonly string[];
}

/** The 待更新 chips of a draft in reading order, but for those whose keys are in `confirmed`. */
export function findStale(
  _report: Report,
  _context: StaleContext,
  _confirmed: ReadonlySet<string>,
): readonly StaleChip[] {
  return [];
}
