import type { Material } from '../../../core/materials/index.ts';

/** Which materials of a year are shown. */
export interface MaterialFilter {
  readonly itemId: string | null;
  readonly department: string | null;
  readonly use: 'all' | 'unused' | 'used';
}

export const everyMaterial: MaterialFilter = { itemId: null, department: null, use: 'all' };

/** The materials that a filter lets through, in their order. */
export function filterMaterials(
  materials: readonly Material[],
  { itemId, department, use }: MaterialFilter,
): readonly Material[] {
  return materials.filter(
    (material) =>
      (itemId === null || material.itemIds.includes(itemId)) &&
      (department === null || material.department === department) &&
      (use === 'all' || material.usedIn.length > 0 === (use === 'used')),
  );
}

/** Offices that gave something, each once, those that gave most first. */
export function listDepartments(materials: readonly Material[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { department } of materials) {
    if (department !== '') counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Materials of one day. */
export interface DayOfMaterials {
  /** ISO. */
  readonly day: string;
  readonly materials: readonly Material[];
}

/** Materials by day, in their order; of no day by the day they were kept. */
export function groupByDay(materials: readonly Material[]): readonly DayOfMaterials[] {
  const days = new Map<string, Material[]>();
  for (const material of materials) {
    const day = material.happenedOn ?? material.createdAt.slice(0, 10);
    const known = days.get(day);
    if (known) known.push(material);
    else days.set(day, [material]);
  }
  return [...days].map(([day, ofDay]) => ({ day, materials: ofDay }));
}
