import { useMemo } from 'react';
import type { CheckItemResult } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import { useMaterials } from '../../stores/materials.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';

/** The materials of a report, by whether they are for the section under the caret. */
export interface SectionMaterials {
  /** Tagged to a question that belongs here. */
  readonly here: readonly Material[];
  readonly elsewhere: readonly Material[];
}

/** Parts the materials of a year by whether one of their tags belongs at `homeId`. */
export function partMaterials(
  materials: readonly Material[],
  items: readonly Pick<CheckItemResult, 'itemId' | 'homeId'>[],
  homeId: string | null,
): SectionMaterials {
  const asked = new Set(items.filter((item) => item.homeId === homeId).map(({ itemId }) => itemId));
  const isHere = ({ itemIds }: Material) => itemIds.some((id) => asked.has(id));
  return {
    here: materials.filter(isHere),
    elsewhere: materials.filter((material) => !isHere(material)),
  };
}

const none: readonly Material[] = [];
const noItems: readonly CheckItemResult[] = [];

/** Those of the report's year, as last read; the panel has them read. */
function useKnown(): readonly Material[] {
  const { year } = useSession().opened.report;
  return useMaterials(({ byYear }) => byYear[year]?.materials ?? none);
}

/** Materials for the section under the caret, and all others of the year. */
export function useSectionMaterials(): SectionMaterials {
  const materials = useKnown();
  const items = useDesk(({ analysis }) => analysis?.items ?? noItems);
  const home = useDesk(({ showsHomeless, currentStop }) => (showsHomeless ? null : currentStop));
  return useMemo(() => partMaterials(materials, items, home), [materials, items, home]);
}

/** True when the section under the caret has material that this report does not use yet. */
export function useHasUnusedHere(): boolean {
  const { id } = useSession().opened.summary;
  const { here } = useSectionMaterials();
  return here.some(({ usedIn }) => !usedIn.includes(id));
}

/** How many materials are tagged to a question, and how many of them this report does not use yet. */
export function useItemMaterials(itemId: string): {
  readonly total: number;
  readonly unused: number;
} {
  const { id } = useSession().opened.summary;
  const materials = useKnown();
  return useMemo(() => {
    const tagged = materials.filter(({ itemIds }) => itemIds.includes(itemId));
    const unused = tagged.filter(({ usedIn }) => !usedIn.includes(id));
    return { total: tagged.length, unused: unused.length };
  }, [materials, itemId, id]);
}
