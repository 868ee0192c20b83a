import type { Notice } from '../api/notice.ts';
import type { AppliedPacks } from './library.ts';

/**
 * What a person who begins a report of `year` must know of its packs: that no outline of the year
 * is known, or that the outline has no checklist of its own.
 */
export function packNotices(packs: AppliedPacks, year: number): readonly Notice[] {
  const { outline, outlineIsCurrent, checklist, checklistIsOwn } = packs;
  const { citation } = outline;
  return [
    ...(outlineIsCurrent ? [] : [{ code: 'roll/outline-not-current' as const, citation, year }]),
    ...(checklistIsOwn
      ? []
      : [{ code: 'roll/checklist-not-own' as const, citation, checklist: checklist.title }]),
  ];
}
