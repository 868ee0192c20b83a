import type { CheckItemResult } from '../../../core/api/index.ts';
import { type Progress, sectionProgress } from '../../../core/coverage/index.ts';
import { type PartKind, requiredPartKinds } from '../../../core/model/index.ts';
import type { ChecklistPack } from '../../../core/packs/index.ts';
import type { OutlineStop } from '../../editor/index.ts';
import { partKindNames } from '../../messages.ts';

/** A row of the outline. */
export interface OutlineRow {
  readonly stop: OutlineStop;
  readonly name: string;
  /** Required questions under this stop and, for a part, under its sections. */
  readonly progress: Progress;
  /** Of these, those that belong under the stop itself: a part's sections have their own. */
  readonly own: Progress;
  /** True for a required part without a word of text. */
  readonly isLacking: boolean;
}

/** The outline and what stands beside it. */
export interface OutlineView {
  readonly rows: readonly OutlineRow[];
  /** Questions that no section of the report fits. */
  readonly homeless: Progress;
  readonly total: Progress;
  /** Required kinds that the report has no part of. */
  readonly missing: readonly PartKind[];
}

const noProgress: Progress = { answered: 0, total: 0 };

const addProgress = (sum: Progress, { answered, total }: Progress): Progress => ({
  answered: sum.answered + answered,
  total: sum.total + total,
});

/** A part's heading in the outline: the unit's own wording where it is short, else what the kind is called. */
function namePart({ label, heading, part }: OutlineStop): string {
  const isLong = [...heading].length > 12 && part !== null && part !== 'other';
  return `${label}${isLong ? partKindNames[part] : heading || '（未写标题）'}`;
}

function nameOf(stop: OutlineStop): string {
  const { kind, label, heading } = stop;
  if (kind === 'part') return namePart(stop);
  if (kind === 'front') return '引言';
  if (kind === 'closing') return '落款';
  return `${label}${heading || '（未写标题）'}`;
}

/** Puts the document's stops and the analysis together; without an analysis nothing counts yet. */
export function buildOutline(
  stops: readonly OutlineStop[],
  items: readonly CheckItemResult[],
  checklist: ChecklistPack,
): OutlineView {
  const { byHome, homeless, answered, total } = sectionProgress(items, checklist);
  const rows = stops.map((stop): OutlineRow => {
    const inside = stops.filter(({ partId }) => stop.kind === 'part' && partId === stop.id);
    const group = [stop, ...inside];
    const required = requiredPartKinds.some((kind) => kind === stop.part) && stop.kind === 'part';
    return {
      stop,
      name: nameOf(stop),
      own: byHome[stop.id] ?? noProgress,
      progress: group.map(({ id }) => byHome[id] ?? noProgress).reduce(addProgress, noProgress),
      isLacking: required && group.every(({ characters }) => characters === 0),
    };
  });
  const present = new Set(stops.map(({ part }) => part));
  const missing = requiredPartKinds.filter((kind) => !present.has(kind));
  return { rows, homeless, total: { answered, total }, missing };
}
